/** The patterns that a lead must see, those to look at on the same day first (domain rules §9). */
export const PATTERNS = [
  "exposure",
  "partner-risk",
  "escalation",
  "closed-before",
  "repeat",
  "met-on-duty",
  "iopc-open",
  "lookup",
  "moved",
  "unit",
  "low-level",
  "withdrawn",
  "stale",
  "flood",
] as const
export type Pattern = (typeof PATTERNS)[number]

/** Those that a lead looks at on the day on which they show. */
export const SAME_DAY: readonly Pattern[] = ["exposure", "partner-risk"]

/** A pattern, with the reports that show it, newest first where there are several. */
export interface FoundPattern {
  pattern: Pattern
  reports: string[]
  /** Whether no lead has looked at it since the assessment that shows it. */
  unseen?: boolean
  /** Whether the national desk's coordinator must know, too. */
  tellCoordinator?: boolean
}
