/** Words of handing a report to another desk. */
export const en = {
  title: "Hand to another desk",
  why: "The report moves whole. This desk then can’t open it any more, and keeps its own history of it.",
  to: "Which desk?",
  toHint: "Only desks that are open are listed.",
  words: "Reason, in words",
  wordsHint: "Sealed under the report’s key, which goes with it.",
  button: "Hand it over",
  referTitle: "Give a second force its own copy",
  referWhy:
    "For a report about people of two forces. Both go on with their own; the contact is counted once, and the reporter sees that both have it. Files don’t go with the copy.",
  referWordsHint: "Sealed for your desk, and once more for theirs.",
  refer: "Give them a copy",
  restrictTitle: "Restrict it to named people",
  restrictWhy:
    "For a report about a colleague, or a case that few may know of. Only those named open it or decide anything about it, you among them only if you name yourself. The history shows who had opened it before.",
  restrictTo: "Who may open it?",
  restrict: "Restrict it",
  liftTitle: "Let the whole desk open it again",
  lift: "Lift the restriction",
  accept: "Accept it at this desk",
  returnTitle: (desk: string) => `Give it back to ${desk}`,
  returnWhy: "For what was sent here by mistake. The report moves back whole, with your reason.",
  return: "Give it back",
  restrictedThere: (desk: string) =>
    `${desk} had restricted this report to named people, and gets it back so. Your browser seals its key to each of them who still works there, and to that desk’s leads where fewer than two are left. Nobody else there can open it.`,
  nobodyThere:
    "That desk had restricted this report, and nobody is left there who could open it. Keep it, or hand it to the national desk.",
  notOpen: "That desk isn’t open, or a key has changed. Load the page again and choose once more.",
}
