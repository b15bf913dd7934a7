import { addMonths, type Day, day, firstOfMonth } from "@candour/domain/day.ts"
import { type Tenant, tenantId } from "@candour/domain/tenant.ts"
import { z } from "zod"
import { type FigureName, figureNames, PEOPLE_FIGURES } from "../catalogue.ts"
import type { Dimension, Grain } from "../protection/cell.ts"
import { isGivenDay, lastGivenDay, type Spacing } from "./given-day.ts"

/** What counts may be asked by, beside time. */
export const GROUPS = ["none", "force", "line", "channel", "category", "reason", "finding"] as const
export type Group = (typeof GROUPS)[number]

const GRAINS = ["month", "quarter", "year", "all"] as const satisfies Grain[]

/**
 * What somebody may be told of: each figure by itself. What became of people is asked as people concerned, by finding, so
 * that the four stand together.
 */
export const ASKED_FIGURES = figureNames.filter(
  (name): name is Exclude<FigureName, (typeof PEOPLE_FIGURES)[number]> =>
    !(PEOPLE_FIGURES as readonly string[]).includes(name),
)

/** Counts that can fall again: as at a day, never told apart by when. */
export const ONLY_AS_AT: readonly FigureName[] = ["closed", "peopleConcerned"]

/** No month of another century: nobody would wait for an answer about each. */
const monthText = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/)

/**
 * A question that figures answer. The same question is the same text, so that it can be found again (`questionKey`).
 * Its problems are keys of `problem` in messages.ts.
 */
export const question = z
  .strictObject({
    figure: z.enum(ASKED_FIGURES, "figure"),
    by: z.enum(GROUPS, "by"),
    every: z.enum(GRAINS, "every"),
    /** Counts of this desk alone; left out, of all. */
    force: tenantId.optional(),
    /** The first and last month asked about; with `every` of `all` there are none: it is everything up to the day. */
    from: monthText.optional(),
    to: monthText.optional(),
    asAt: day.refine((on) => on.startsWith("20"), "day"),
    known: z.enum(["then", "now"], "known"),
  })
  .superRefine((asked, { addIssue }) => {
    const wrong = (path: keyof typeof asked, message: string) => addIssue({ code: "custom", path: [path], message })
    const { figure, by, every, force, from, to, asAt } = asked
    if (every !== "all" && ONLY_AS_AT.includes(figure)) wrong("every", "onlyAsAt")
    if (by === "finding" && figure !== "peopleConcerned") wrong("by", "byFinding")
    if (by === "category" && figure !== "contacts") wrong("by", "byCategory")
    if (by === "reason" && figure !== "notForUs") wrong("by", "byReason")
    if (by === "force" && force !== undefined) wrong("by", "byForceOfForce")
    if (figure === "otherForces" && (by !== "none" || force !== undefined)) wrong("figure", "ofTheHotline")
    // "About other forces" adds these up over forces: one force's would give away another's.
    if (by === "line" && force !== undefined) wrong("by", "lineOfForce")
    const each = spacingOf(asked)
    if (!isGivenDay(asAt, each)) wrong("asAt", each === "quarter" ? "quarterEnd" : "monthEnd")
    if (every === "month" && force !== undefined && by !== "none") wrong("every", "tooFine")
    if (every !== "all" && (from === undefined || to === undefined)) wrong("from", "range")
    if (from !== undefined && to !== undefined && from > to) wrong("to", "order")
    if (to !== undefined && to > asAt.slice(0, 7)) wrong("to", "afterAsAt")
  })
export type Question = z.output<typeof question>

/** The one text of a question: equal for the same question, on whichever day it is asked. */
export const questionKey = ({ figure, by, every, force, from, to, asAt, known }: Question): string =>
  JSON.stringify([figure, by, every, force ?? null, from ?? null, to ?? null, asAt, known])

/** What counts are told apart by, in a table of cells: a desk asked about is a dimension as well. */
export const dimensionsOf = ({ by, force }: Pick<Question, "by" | "force">): Dimension[] => [
  ...(by === "none" ? [] : [by]),
  ...(force === undefined ? [] : (["force"] as const)),
]

/** As at which days a question like this is answered: told apart by one thing, a month's last; by two, a quarter's. */
export const spacingOf = (asked: Pick<Question, "by" | "force">): Spacing =>
  (["day", "month"] as const)[dimensionsOf(asked).length] ?? "quarter"

/** Up to which day the counts of an answer made on `made` are known; as known now, to a day that figures are given on. */
export function knownAtOf(asked: Question, made: Day): Day {
  const last = lastGivenDay(spacingOf(asked) === "quarter" ? "quarter" : "month", made)
  return asked.known === "then" || last < asked.asAt ? asked.asAt : last
}

/** The months from `from` to `to`, each as its name, `2024-01`. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let month: Day = `${from}-01` as Day; month.slice(0, 7) <= to; month = addMonths(firstOfMonth(month), 1))
    months.push(month.slice(0, 7))
  return months
}

/** A desk's own question: about nobody else. */
export const isOwn = (tenant: Tenant | "national", { force }: Question): boolean =>
  tenant === "national" || force === tenant
