/** Words of handing a report to another desk. */
export const en = {
  title: "Hand to another desk",
  why: "The report moves whole. This desk then can’t open it any more, and keeps its own history of it.",
  to: "Which desk?",
  toHint: "Only desks that are open are listed.",
  words: "Reason, in words",
  wordsHint: "Sealed under the report’s key, which goes with it.",
  button: "Hand it over",
  notOpen: "That desk isn’t open, or its key has changed. Load the page again and choose once more.",
}
