/** The words of the page for what is not for this hotline (domain rules §1, "not taken"). */
export const en = {
  title: "Others",
  heading: "Who can help with other things",
  text: "Here you can tell us about corruption, abuse and other serious wrongdoing by someone in the police. Others look into the rest:",
  military: "Military police, prison and border staff",
  militaryText: "Start here all the same and type their name: the page says who looks into it.",
  unsure: "Not sure? Tell us. We’ll send it to the right place.",
}
