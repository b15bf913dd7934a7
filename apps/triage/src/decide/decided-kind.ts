import type { EventKind } from "@candour/domain/event.ts"

/** What a person decides on a report's page, and whether it needs the reason in words. Browser and server. */
export const WORDS_OF = {
  taken: "none",
  assigned: "none",
  "danger-flagged": "required",
  "danger-acted": "optional",
  assessed: "required",
  "intelligence-drafted": "required",
  "intelligence-made": "none",
  "intelligence-returned": "required",
  investigating: "required",
  outcome: "optional",
  messaged: "required",
  closed: "required",
  reopened: "required",
  "dispute-answered": "required",
  "stage-released": "none",
  corrected: "required",
  "set-aside": "optional",
  accepted: "none",
  acknowledged: "none",
  reviewed: "required",
  paused: "optional",
  resumed: "none",
  milestone: "optional",
  withdrawn: "optional",
  "message-allowed": "none",
  "iopc-decided": "required",
  "iopc-answered": "optional",
  concerned: "required",
  matched: "optional",
  linked: "optional",
  unlinked: "optional",
  noted: "required",
  tasked: "required",
  "task-done": "optional",
  printed: "none",
  "let-in": "optional",
  quarantined: "optional",
  "quarantine-lifted": "required",
  "export-asked": "required",
  "export-allowed": "none",
  transferred: "required",
} as const satisfies Partial<Record<EventKind, "none" | "optional" | "required">>

/** A kind that is posted as a decision; a transfer goes its own way. */
export type DecidedKind = Exclude<keyof typeof WORDS_OF, "transferred">

/** Whether `words` are there, or missing, as the kind asks. */
export const wordsFit = (kind: keyof typeof WORDS_OF, words: unknown): boolean =>
  WORDS_OF[kind] === "optional" || (WORDS_OF[kind] === "required") === (words !== undefined)
