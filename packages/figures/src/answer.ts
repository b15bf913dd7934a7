import { createHash } from "node:crypto"
import type { Day } from "@candour/domain/day.ts"
import { catalogue, type FigureName, figureNames, idOf, wholeOf } from "./catalogue.ts"
import { wordsOf } from "./definitions.ts"
import type { Figures, FigureTables, Grouping, Known, Scope } from "./figures.ts"
import { openAtEnd } from "./months.ts"

/** One count of an answer: figure `figure` of the group `group`, where figures are told apart `by` it. */
export interface AnswerRow {
  /** `all` is the whole; its group is `all` too. */
  by: "all" | Grouping | "category" | "reason"
  group: string
  figure: string
  unit: string
  count: number
}

/** What somebody asked of the figures and what they said: the same for a page, a table and an address. */
export interface Answer {
  asAt: Day
  known: Known
  /** What happened on these days; none where it is everything up to `asAt`. */
  from?: Day
  to?: Day
  /** `all`, or the one line or force asked about. */
  line: string
  force: string
  rows: AnswerRow[]
  /** SHA-256 of all of the above: the same question answered with the same figures has the same. */
  digest: string
}

const GROUPINGS = ["month", "force", "line", "channel"] as const satisfies Grouping[]

/** Every count of `tables`, in the order of the catalogue within each group. */
export function answerOf({ asAt, known, from, to, line = "all", force = "all" }: Scope, tables: FigureTables): Answer {
  const whole = known === "then" ? tables.knownThen : tables.knownNow
  const rows = [
    ...rowsOf("all", "all", whole),
    ...GROUPINGS.flatMap((by) => {
      const groups = tables.by[by].filter(hasAny)
      return (by === "month" ? openAtEnd(groups) : groups).flatMap((each) => rowsOf(by, each.group, each))
    }),
    ...sumsOf("category", "contacts", tables.contactsByCategory),
    ...sumsOf("reason", "notForUs", tables.notForUsByReason),
  ]
  const answer = { asAt, known, ...(from && { from }), ...(to && { to }), line, force, rows }
  return { ...answer, digest: createHash("sha256").update(JSON.stringify(answer)).digest("hex") }
}

const row = (by: AnswerRow["by"], group: string, name: FigureName, count: number): AnswerRow => ({
  by,
  group,
  figure: idOf(name),
  unit: catalogue[name].unit,
  count,
})

const rowsOf = (by: AnswerRow["by"], group: string, figures: Figures) =>
  figureNames
    // Of a force, it would be how many came by others' lines: another figure.
    .filter((name) => by !== "force" || name !== "otherForces")
    .map((name) => row(by, group, name, figures[name]))

/** A group that had nothing then stays out of what was known then, whatever was recorded of it since. */
const hasAny = (figures: Figures) => figureNames.some((name) => figures[name] !== 0)

const sumsOf = (by: AnswerRow["by"], name: FigureName, sums: ReadonlyMap<string, number>) =>
  [...sums]
    .filter(([, count]) => count !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([group, count]) => row(by, group, name, count))

/** The columns of {@link csvOf}, each with what it holds, in the order in which they stand. */
export const CSV_COLUMNS = {
  as_at: "The day that the count is as at.",
  known: "then: what was recorded by that day. now: what happened by that day, recorded since or not.",
  from: "The first day of what is counted; empty from the first contact on.",
  to: "The last day of what is counted; empty up to the day that the count is as at.",
  line: "The line asked about, or all.",
  force: "The force asked about, or all: contacts first routed to it, and what became of reports while it held them.",
  by: "What the count is told apart by; all is the whole.",
  group:
    "The month by its first day, the force, line, channel, category or reason; all is the whole. A month has what happened in it; of people, who was decided in it and who wasn’t at its end.",
  figure: "The figure, by its name in the definitions.",
  unit: "What the figure counts. Counts of two units can’t be added.",
  count: "The count.",
} as const

/** An answer as a table for a spreadsheet (RFC 4180): a row for each count. */
export const csvOf = ({ asAt, known, from, to, line, force, rows }: Answer): string =>
  [
    Object.keys(CSV_COLUMNS).join(","),
    ...rows.map(({ by, group, figure, unit, count }) =>
      [asAt, known, from, to, line, force, by, group, figure, unit, count].join(","),
    ),
    "",
  ].join("\r\n")

/** Every figure's definition, as files carry it along. */
export const definitionsInFull = () =>
  figureNames.map((name) => ({
    figure: idOf(name),
    unit: catalogue[name].unit,
    partOf: wholeOf(name) ?? null,
    en: wordsOf(name, "en"),
    cy: wordsOf(name, "cy"),
  }))
