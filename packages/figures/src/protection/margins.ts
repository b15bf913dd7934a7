import { BY_OWN_LINE, type CellName, DIMENSIONS, dimensionsOf, periodAround } from "./cell.ts"

/** Of these: every count of the measure is one of the other as well, with the same dimensions. */
const AMONG: Readonly<Record<string, string>> = {
  [BY_OWN_LINE]: "contacts",
  other_forces: "contacts",
  not_for_us: "contacts",
  reports: "contacts",
  abuse_and_discrimination: "intelligence_reports",
}

/** Whether counts of two measures can be worked out from each other: they are one, or are among the same. */
export const isTiedTo = (one: string, other: string): boolean => (AMONG[one] ?? one) === (AMONG[other] ?? other)

/** One way in which a count is part of a greater one. */
export interface Margin {
  whole: CellName
  /** What the parts differ by. Parts that differ by it add up, with what is in none of them, to the whole. */
  by: string
}

/**
 * The greater counts that `name` is directly part of: without each of its dimensions, its year, and all time. These are
 * the equations that somebody can use, read off the names alone, so that no table can forget to say one.
 */
export function marginsOf(name: CellName): Margin[] {
  if (name.measure === BY_OWN_LINE) return ofOwnLine(name)
  const margins: Margin[] = dimensionsOf(name).map((dimension) => ({
    whole: { ...name, [dimension]: undefined },
    // An overlapping part stands alone against its whole.
    by: DIMENSIONS[dimension] === "parts" ? dimension : `${dimension}=${name[dimension]}`,
  }))
  if (name.period !== undefined) {
    margins.push({ whole: { ...name, period: periodAround(name.period) }, by: "period" })
  }
  return margins
}

/** Of what a force's own line took: that about the force, beside that about others; and of the force's, that by its own line. */
const ofOwnLine = (name: CellName): Margin[] => [
  { whole: { ...name, measure: "contacts", force: undefined }, by: WHOSE },
  { whole: { ...name, measure: "contacts", line: undefined }, by: BY_OWN_LINE },
  ...(name.period === undefined ? [] : [{ whole: { ...name, period: periodAround(name.period) }, by: "period" }]),
]

const WHOSE = "whose"

/**
 * The count that all of `name` is among, if its measure has one ("of these"); a table need not have it. A report is a
 * contact that left something to read, but not one of the same force: of a call, the contact is the national desk's.
 */
export function amongWhich(name: CellName): Margin | undefined {
  if (name.measure === BY_OWN_LINE || (name.measure === "reports" && name.force !== undefined)) return undefined
  const measure = AMONG[name.measure]
  if (measure === undefined) return undefined
  const by = name.measure === "other_forces" && name.line !== undefined ? WHOSE : `measure=${name.measure}`
  return { whole: { ...name, measure }, by }
}
