import { addDays, type Day } from "@candour/domain/day.ts"
import type { Scope } from "../figures.ts"
import { lastGivenDay } from "./given-day.ts"
import type { Typed } from "./typed.ts"

/** The fields of the form that asks the figures, as an address carries them along. */
const FIELDS = ["figure", "by", "every", "force", "from", "to", "as-at", "known"] as const

/** Of what an address or a form has, what belongs to a question: empty where it carries none. */
export function carriedIn(query: Typed): string {
  const carried = new URLSearchParams()
  for (const field of FIELDS) if (query[field]) carried.set(field, query[field].slice(0, 60))
  return carried.toString()
}

/**
 * The address of the requests from a page of figures, with the question that the page answers, as near as one may be asked
 * that goes out: by month, where it is of some days, and as at the last day by then that figures are given on.
 */
export function requestsAbout({
  asAt,
  known,
  from,
  to,
  force,
}: Pick<Scope, "asAt" | "known" | "from" | "to" | "force">): string {
  const given = lastGivenDay("month", addDays(asAt, 1))
  const last = to !== undefined && to < given ? to : given
  const months: Typed = from === undefined ? {} : { every: "month", from: monthOf(from), to: monthOf(last) }
  return `/requests?${carriedIn({ ...months, ...(force && { force }), "as-at": given, known })}`
}

const monthOf = (day: Day) => day.slice(0, 7)
