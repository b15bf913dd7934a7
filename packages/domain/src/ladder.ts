import type { EventCodes } from "./event.ts"
import { groupOfThreat, threat } from "./threat.ts"

/** The codes of one assessment. */
export type Assessment = Extract<EventCodes, { kind: "assessed" }>["detail"]

/** The steps by which abuse gets worse, the lowest first (domain rules §9). */
export const LADDER = ["boundary", "harassment", "control", "exposure", "assault", "sexual-assault", "rape"] as const
export type Step = (typeof LADDER)[number]

/** The highest step that an assessment speaks of, as its place on the ladder from 1; 0 where it speaks of none. */
export function stepOf({ threat: main, others, grounds, signs = [] }: Assessment): number {
  const threats = [main, ...others]
  const speaksOf: Record<Step, boolean> = {
    boundary: threats.includes("apsp"),
    harassment: threats.includes("sexual-misconduct"),
    control: threats.includes("ppda"),
    exposure: signs.includes("exposure"),
    assault: grounds.includes("assault"),
    "sexual-assault": grounds.includes("sexual-offence"),
    rape: signs.includes("rape"),
  }
  return LADDER.findLastIndex((step) => speaksOf[step]) + 1
}

/** The threats of a group, such as those about sex. */
export const threatsOfGroup = (group: "P" | "S" | "D") => threat.options.filter((each) => groupOfThreat[each] === group)
