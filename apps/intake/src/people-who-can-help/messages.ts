/** The words of the page of people who help. */
export const en = {
  title: "People",
  heading: "People who can help",
  text: "They aren’t the police. You don’t have to say who you are.",
  phone: "A call may show on a bill or in the list of calls. Somebody may check your phone.",
  hours: (hours: string) => (hours === "always" ? "At any time" : hours.replace(/^./, (first) => first.toUpperCase())),
  made: (day: string) =>
    `This list is of ${day}. Where it says “to be confirmed”, we haven’t checked the number or the hours yet.`,
  toConfirm: "To be confirmed",
}
