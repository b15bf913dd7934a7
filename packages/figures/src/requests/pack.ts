import { createHash } from "node:crypto"
import { day } from "@candour/domain/day.ts"
import { z } from "zod"
import { idOf } from "../catalogue.ts"
import { type Cell, type CellName, grainOf, keyOf, type ProtectedTable, periodOf } from "../protection/cell.ts"
import type { AskedCounts } from "../register/table-of.ts"
import { dimensionsOf, monthsBetween, ONLY_AS_AT, type Question, question } from "./question.ts"

/** FOIA's grounds for leaving out a small count, or for neither confirming nor denying. */
export const SECTIONS = ["s40", "s31", "s30"] as const

/** What is to be answered: with counts, or with neither confirming nor denying that they are held. */
export const asked = z.object({
  question,
  answer: z.enum(["counts", "neither"], "answer"),
  section: z.enum(SECTIONS, "section"),
})
export type Asked = z.output<typeof asked>

/** `c`: withheld. `stopped`: the desk recorded nothing any more, so nobody knows. */
const count = z.union([z.int().min(0), z.enum(["c", "stopped"])])

/** One count: of a period and a group, where there are any. */
const row = z.object({ period: z.string().nullable(), group: z.string().nullable(), count })
export type PackRow = z.output<typeof row>

/** An answer as it was given: it never changes, whatever is recorded later. */
export const pack = asked.extend({
  /** The day it was made: it says up to which its counts are known (`knownAtOf`). */
  made: day,
  rows: z.array(row),
  /** The sum of the rows; none where one of them is withheld, or where they overlap. */
  total: z.int().nullable(),
  /** What is published already of these rows, by the name of the release. */
  published: z.array(z.object({ release: z.string(), rows: z.int() })),
  /** The last answer to the same question, and what differs. */
  before: z
    .object({
      made: day,
      changed: z.array(
        z.object({ period: z.string().nullable(), group: z.string().nullable(), was: count, is: count }),
      ),
    })
    .nullable(),
  /** SHA-256 of the question, the rows and what they count: equal whenever the answer is. */
  digest: z.string(),
})
export type Pack = z.output<typeof pack>

/** The periods that `question` is answered by; a single one, of everything up to the day, where there are none. */
export const periodsOf = ({ every, from, to }: Question): (string | null)[] =>
  every === "all" || from === undefined || to === undefined
    ? [null]
    : [...new Set(monthsBetween(from, to).map((month) => periodOf(month, every) ?? null))]

/**
 * Whether an answer carries a shorter period unprinted: all as fine as they may be asked for. Without them nothing would say
 * that all up to the end of February and January, of another answer, differ by February (decision 20).
 */
const carries = (asked: Question) => (period: string) =>
  !ONLY_AS_AT.includes(asked.figure) && (dimensionsOf(asked).length < 2 || grainOf(period) !== "month")

/** What is counted, as a table of cells is asked for it. */
export function countsAsked(asked: Question): AskedCounts {
  const periods = new Set(periodsOf(asked))
  return {
    figure: asked.figure,
    by: dimensionsOf(asked),
    every: asked.every,
    carries: carries(asked),
    ...(asked.force !== undefined && { where: { force: asked.force } }),
    prints: ({ period }) => periods.has(period ?? null),
  }
}

/** The cell of a row. */
export const nameOf = ({ figure, by, force }: Question, { period, group }: Omit<PackRow, "count">): CellName => ({
  measure: idOf(figure),
  ...(force !== undefined && { force }),
  ...(by !== "none" && group !== null && { [by]: group }),
  ...(period !== null && { period }),
})

/**
 * The answer's rows out of its protected table: every period and group there is, those without anything as 0.
 *
 * @param groups - by which it is told apart, in order; one `null` where it isn't
 * @param isStopped - whether nobody knows a count that is 0: the desk had stopped
 */
export function rowsOf(
  asked: Question,
  { cells }: ProtectedTable,
  groups: readonly (string | null)[],
  isStopped: (row: Omit<PackRow, "count">) => boolean,
): PackRow[] {
  const byKey = new Map(cells.map((cell) => [keyOf(cell.name), cell]))
  return periodsOf(asked).flatMap((period) =>
    groups.map((group): PackRow => {
      const cell = byKey.get(keyOf(nameOf(asked, { period, group })))
      if (cell === undefined) return { period, group, count: isStopped({ period, group }) ? "stopped" : 0 }
      return { period, group, count: cell.hidden ? "c" : cell.value }
    }),
  )
}

/** The sum of rows that add up and are all printed. */
export function totalOf({ by }: Question, rows: readonly PackRow[]): number | null {
  if (by === "category" || rows.length < 2) return null
  return rows.reduce<number | null>(
    (total, { count }) => (total === null || typeof count !== "number" ? null : total + count),
    0,
  )
}

/** SHA-256 of what an answer says: the question, how it is answered, each row and what it counts. */
export const digestOf = (
  { question, answer, section, rows }: Pick<Pack, "question" | "answer" | "section" | "rows">,
  means: string,
) =>
  createHash("sha256")
    .update(JSON.stringify([question, answer, section, rows, means]))
    .digest("hex")

/** What differs between two answers to one question. */
export function changesOf(before: readonly PackRow[], now: readonly PackRow[]) {
  const key = ({ period, group }: PackRow) => JSON.stringify([period, group])
  const old = new Map(before.map((row) => [key(row), row.count]))
  return now.flatMap(({ count: is, ...row }) => {
    const was = old.get(key({ ...row, count: is })) ?? 0
    return was === is ? [] : [{ ...row, was, is }]
  })
}

/** Whether two tables count the same, hidden or not: then what is hidden in one is hidden in the other. */
export const countTheSame = (one: readonly Cell[], other: readonly Cell[]): boolean => {
  const textOf = (cells: readonly Cell[]) =>
    JSON.stringify(cells.map(({ name, value, unprinted }) => [keyOf(name), value, unprinted === true]).sort())
  return textOf(one) === textOf(other)
}
