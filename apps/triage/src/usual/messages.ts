/** Words of a unit's usual decisions: of the page where a lead writes them, and of the dialog that offers them. */
export const en = {
  title: "Usual decisions",
  intro:
    "What your unit decides most often, each under a key. At an open report, d and the key record it, under the name of whoever presses.",
  warning:
    "What you write here is kept in the clear and put, sealed, at each report where it is used. Say nothing of any one report.",
  none: "None yet.",
  key: (key: number) => `Key ${key}`,
  change: (key: number) => ["Change", ` key ${key}`] as const,
  remove: (key: number) => ["Remove", ` key ${key}`] as const,
  add: "Write one",
  whichKey: "Under which key?",
  whichKeyHint: "One that is taken is written anew.",
  kind: "What does it record?",
  kinds: {
    assessed: "An assessment without a referral",
    "set-aside": "That it is set aside",
    paused: "That the clocks stop",
    assigned: "Who holds it",
  },
  next: "Next",
  write: (key: number) => `Usual decision under key ${key}`,
  name: "Name",
  nameHint: "Up to 60 characters, as your colleagues know it.",
  noGrounds:
    "It answers no to each question about the IOPC. A report that could have to go there is assessed in the form, question by question.",
  save: "Save",
  cancel: "Cancel",
  saved: "Saved.",
  problem: {
    name: "Write a name of up to 60 characters.",
    tooLong: "Too long. Say it in under 3,000 characters.",
    colleague: "That person doesn’t work at this desk any more.",
  },
  dialog: {
    title: "Decide",
    show: "Decide by key",
    units: "Recorded at once",
    forms: "Forms",
    none: "No usual decision follows here.",
    noneYet: "A lead can write your unit’s usual decisions under Settings.",
    goOn: "Then go on to the next report that needs someone",
    goOnHint: "This tab remembers it until you close it.",
    close: "Close",
    before: (reference: string, what: string) => `${reference}: ${what}. Recorded.`,
    lookAgain: "Look at it again",
  },
}
