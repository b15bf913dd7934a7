import { z } from "zod"

/** Whether an outcome counts as proven, not proven, or leaves it undetermined. */
export type Finding = "proven" | "notProven" | "notDetermined"

/**
 * Every outcome a person concerned can have, with what it counts as and the words an officer reads.
 * Source: domain rules §5; the proven rate is P ÷ (P + N), with U printed beside it.
 */
const OUTCOMES = {
  "proven-no-action": ["proven", "Proven, no action"],
  "written-warning": ["proven", "Written warning"],
  "final-warning": ["proven", "Final written warning"],
  rank: ["proven", "Reduction in rank"],
  dismissed: ["proven", "Dismissed without notice"],
  "would-dismiss": ["proven", "Would have been dismissed, had left"],
  "staff-sanction": ["proven", "Sanction for police staff or a volunteer"],
  convicted: ["proven", "Convicted"],
  caution: ["proven", "Caution"],
  "no-case": ["notProven", "No case to answer"],
  "meeting-not-proven": ["notProven", "Not proven at a meeting"],
  "hearing-not-proven": ["notProven", "Not proven at a hearing"],
  reflective: ["notProven", "Reflective practice"],
  acquitted: ["notProven", "Acquitted"],
  "nfa-insufficient": ["notDetermined", "Not enough to go on"],
  "nfa-unidentified": ["notDetermined", "Person not identified"],
  "nfa-not-police": ["notDetermined", "Not a police person"],
  "intelligence-kept": ["notDetermined", "Kept as intelligence, with a review date"],
  "referred-out": ["notDetermined", "Referred to another body"],
  safeguarded: ["notDetermined", "Safeguarded"],
  charged: ["notDetermined", "Charged"],
  discontinued: ["notDetermined", "Discontinued"],
  left: ["notDetermined", "Resigned or retired under investigation"],
  "vetting-withdrawn": ["notDetermined", "Vetting withdrawn"],
} as const satisfies Record<string, readonly [Finding, string]>

export type Outcome = keyof typeof OUTCOMES

const codes = Object.keys(OUTCOMES) as [Outcome, ...Outcome[]]

/** An outcome's code. */
export const outcome = z.enum(codes)

/** What `code` counts as. */
export const findingOf = (code: Outcome): Finding => OUTCOMES[code][0]

/** The words an officer reads for `code`. */
export const outcomeName = (code: Outcome): string => OUTCOMES[code][1]
