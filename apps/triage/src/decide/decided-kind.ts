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
  referred: "required",
  restricted: "required",
  unrestricted: "required",
} as const satisfies Partial<Record<EventKind, "none" | "optional" | "required">>

/** Each kind that a report's page has a form for. */
export type FormKind = keyof typeof WORDS_OF

/** Kinds that seal the report's key to somebody, and so go a way of their own. */
export const KEY_KINDS = ["transferred", "referred", "restricted", "unrestricted"] as const satisfies FormKind[]
export type KeyKind = (typeof KEY_KINDS)[number]

export const isKeyKind = (kind: FormKind): kind is KeyKind => (KEY_KINDS as readonly FormKind[]).includes(kind)

/** A kind that is posted as a decision. */
export type DecidedKind = Exclude<FormKind, KeyKind>

/** Whether `words` are there, or missing, as the kind asks. */
export const wordsFit = (kind: keyof typeof WORDS_OF, words: unknown): boolean =>
  WORDS_OF[kind] === "optional" || (WORDS_OF[kind] === "required") === (words !== undefined)
