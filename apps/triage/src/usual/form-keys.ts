import type { FormKind } from "../decide/decided-kind.ts"

/** The forms of a report's page that `d` and a letter lead to; where the form is one button, it is pressed. */
export const FORM_KEYS: readonly { key: string; kind: FormKind; words: string }[] = [
  { key: "e", kind: "danger-acted", words: "Danger: what you did" },
  { key: "t", kind: "taken", words: "Take it" },
  { key: "k", kind: "acknowledged", words: "Acknowledge to the reporter" },
  { key: "a", kind: "assessed", words: "Assess" },
  { key: "i", kind: "intelligence-drafted", words: "Draft an intelligence report" },
  { key: "v", kind: "investigating", words: "Begin an investigation" },
  { key: "p", kind: "concerned", words: "Describe a person concerned" },
  { key: "m", kind: "messaged", words: "Write to the reporter" },
  { key: "n", kind: "noted", words: "Add a note" },
  { key: "f", kind: "tasked", words: "Add a task" },
  { key: "g", kind: "assigned", words: "Give it to a colleague" },
  { key: "x", kind: "set-aside", words: "Set it aside" },
  { key: "c", kind: "closed", words: "Close" },
]
