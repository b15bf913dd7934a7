import { z } from "zod"
import type { Group } from "./category.ts"

/** What the unit records of a report: one main threat and any others, after the national counter-corruption list. */
export const threat = z.enum([
  "disclosure",
  "systems",
  "apsp",
  "sexual-misconduct",
  "ppda",
  "discrimination",
  "association",
  "justice",
  "authority",
  "theft-fraud",
  "credit",
  "commodity",
  "drugs",
  "infiltration",
  "interests",
  "vulnerability",
])
export type Threat = z.infer<typeof threat>

/** The group of each threat that has one (domain rules §2). */
export const groupOfThreat: Partial<Record<Threat, Group>> = {
  apsp: "S",
  "sexual-misconduct": "S",
  ppda: "P",
  discrimination: "D",
}
