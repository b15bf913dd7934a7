import { day } from "@candour/domain/day.ts"
import { z } from "zod"

/**
 * The dimensions beside time. `parts`: the counts by this dimension add up to the count without it; `overlapping`: one
 * thing may be counted under several, so each is only at most the whole (a contact has many categories).
 */
export const DIMENSIONS = {
  force: "parts",
  line: "parts",
  channel: "parts",
  finding: "parts",
  reason: "parts",
  category: "overlapping",
} as const

export type Dimension = keyof typeof DIMENSIONS

/**
 * Force × category × outcome × month is never published: at most two dimensions beside time, and beside a month, which FOI
 * requests ask for, one (domain §8.4).
 */
const mostDimensions = (period: string | undefined) => (grainOf(period) === "month" ? 1 : 2)

/** How long a period is; a count without one is of all time. */
export type Grain = "month" | "quarter" | "year" | "all"

/** How long `period` is. */
export const grainOf = (period: string | undefined): Grain =>
  period === undefined ? "all" : period.includes("Q") ? "quarter" : period.length === 4 ? "year" : "month"

/** The period of `grain` that the month `2024-01` lies in; none for all time. */
export const periodOf = (month: string, grain: Grain): string | undefined =>
  grain === "all"
    ? undefined
    : grain === "month"
      ? month
      : grain === "year"
        ? month.slice(0, 4)
        : `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`

/** The shortest period that `period` lies in: of a month its quarter, of a quarter its year, of a year all time. */
export const periodAround = (period: string): string | undefined =>
  ({ month: periodOf(period, "quarter"), quarter: period.slice(0, 4), year: undefined, all: undefined })[
    grainOf(period)
  ]

/**
 * Contacts about the force whose own line took them, and of such a line those that nobody could route, by line and by force
 * or national desk. Never printed: "about other forces" is what the line took beside them, so that they tell of each other
 * (decision 20).
 */
export const BY_OWN_LINE = "contacts_by_own_line"

const value = z.string().min(1).optional()

/**
 * What a cell counts, said the same way in every table, so that tables that share a cell or a margin are seen to share
 * it. A dimension left out is the total over it; a period left out is everything up to the day the figures are as at.
 */
export const cellName = z
  .strictObject({
    measure: z.string().min(1),
    force: value,
    line: value,
    channel: value,
    /** Proven, not proven, not determined or not yet decided: without it, all four. */
    finding: value,
    /** Why contacts weren't for this hotline. */
    reason: value,
    category: value,
    /** A year, a quarter or a month: `2024`, `2024-Q1`, `2024-01`. */
    period: z
      .string()
      .regex(
        /^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/,
        "A period is a year, like 2024, a quarter, like 2024-Q1, or a month, like 2024-01.",
      )
      .optional(),
  })
  .refine(
    ({ measure, period, ...beside }) =>
      // Whose own line it is goes with the line.
      measure === BY_OWN_LINE || Object.values(beside).filter(Boolean).length <= mostDimensions(period),
    { error: "This table is too fine: take at most two dimensions beside time, and one beside a month." },
  )

export type CellName = z.output<typeof cellName>

/** One count, before anything is hidden. */
export const cell = z.object({
  name: cellName,
  value: z.int().min(0),
  /** A zero that tells something about a known group ("nobody in that unit was cleared"): hidden as 1 to 4 are. */
  tellsOfAGroup: z.boolean().optional(),
  /** A margin that ties other cells together and is never printed itself, such as a total that nobody asked for. */
  unprinted: z.boolean().optional(),
})

export type Cell = z.output<typeof cell>

/** `primary`: hidden for what it says; `secondary`: hidden so that no primary cell can be worked out. */
const hidden = z.enum(["primary", "secondary"])

/** Counts of one state of knowledge: what had happened by `asAt`, as recorded by `knownAt`. */
export const table = z.object({ asAt: day, knownAt: day, cells: z.array(cell) })

export type Table = z.output<typeof table>

/** A table as it may be printed: a cell with `hidden` prints `[c]`, and an unprinted one nothing. */
export const protectedTable = table.extend({ cells: z.array(cell.extend({ hidden: hidden.optional() })) })

export type ProtectedTable = z.output<typeof protectedTable>
export type ProtectedCell = ProtectedTable["cells"][number]

/**
 * All that was ever released, oldest first: releases and FOI packs, with what was hidden in them, since only somebody
 * who knows a hidden count can protect it. It is as secret as the cube.
 */
export const register = z.array(z.object({ name: z.string().min(1), tables: z.array(protectedTable) }))

export type Register = z.output<typeof register>

/** The dimensions that `name` is told apart by, beside time. */
export const dimensionsOf = (name: CellName): Dimension[] =>
  (Object.keys(DIMENSIONS) as Dimension[]).filter((dimension) => name[dimension] !== undefined)

/** The one way to write `name`: equal for equal names. */
export const keyOf = (name: CellName): string =>
  [name.measure, ...dimensionsOf(name).map((dimension) => `${dimension}=${name[dimension]}`), name.period ?? ""].join(
    " ",
  )
