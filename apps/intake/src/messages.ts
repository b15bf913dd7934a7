/** Words that several pages of this app share. */
export const en = {
  notSent: "We didn’t get that. Nothing is lost. Try again.",
  sending: "Sending …",
  next: "Next",
  unknown: "I don’t know",
  people: "People who can help",
  whatWeCanSee: "What we can see",
  accessibility: "Accessibility",
}
