import { addDays, type Day, firstOfMonth } from "@candour/domain/day.ts"
import { type SQL, sql } from "drizzle-orm"
import { isAnotherForce, owningForce } from "./boundaries.ts"
import type { CountedScope, LineForces, Scope } from "./scope.ts"
import { type Piece, type Span, spansOf } from "./spans.ts"

/** The measures that figures are made of; the cube has others. The database's `is_of_figures` has the same. */
const MEASURES = [
  "contact",
  "contact-by-category",
  "contact-not-for-us",
  "report",
  "transferred",
  "intelligence",
  "intelligence-abuse-and-discrimination",
  "investigating",
  "closed",
  "person",
  "outcome",
]

/** Of these, what happened before a range counts too: who isn't decided at its end may be known since long before. */
const PEOPLE = ["person", "outcome"]

/** The last day on which what happened counts. */
export const lastDay = ({ asAt, to = asAt }: Pick<Scope, "asAt" | "to">): Day => (to < asAt ? to : asAt)

/** Whether a row of the cube is of a measure that figures are made of; the tables of sums have no others. */
export const isOfFigures: SQL = sql`measure = any(${sql.param(MEASURES)}::text[])`

/** Whether a row of the cube, or of its sums, is in a scope; the force and the last day are not looked at. */
export const isIn = ({ from, line }: CountedScope): SQL => sql`
  ${from === undefined ? sql`true` : sql`(happened >= ${from}::date or measure = any(${sql.param(PEOPLE)}::text[]))`}
  and ${line === undefined ? sql`true` : sql`line = ${line}`}`

/**
 * What a count tells apart by, of a row with its `tenant`, `routed_to`, `line`, `happened`, `measure` and `category`. Of
 * people, what happened before the range is named so, in the range's first month.
 */
export function toldApart({ from, boundaries }: CountedScope, lineForces: LineForces) {
  const isBefore = sql`happened < ${from}::date`
  const lineForce = sql`(${JSON.stringify(lineForces)}::jsonb ->> line)`
  return {
    measure: from === undefined ? sql`measure` : sql`measure || case when ${isBefore} then '-before' else '' end`,
    category: sql`case when measure in ('outcome', 'contact-by-category', 'contact-not-for-us') then category else '' end`,
    toOtherForce: sql`(measure = 'contact' and ${isAnotherForce(lineForce, boundaries)})`,
    month:
      from === undefined
        ? monthOf(sql`happened`)
        : sql`case when ${isBefore} then ${firstOfMonth(from)}::date else ${monthOf(sql`happened`)} end`,
    force: owningForce(boundaries),
  }
}

/** A day's month. The detour by timestamp keeps time zones out, which cost more than all the rest. */
export const monthOf = (day: SQL): SQL => sql`date_trunc('month', ${day}::timestamp)::date`

/**
 * The rows of the cube, of measures that `are` says, that happened by a day and were recorded after it.
 *
 * @param are - must ask for `unopened` or rule it out: each has an index of its own
 */
export const lateRows = (asAt: Day, are: SQL): SQL => sql`(
  -- offset 0: by that index alone; with the days asked for beside it, all days before would be read, too.
  select * from cube where recorded > happened and daterange(happened, recorded) @> ${asAt}::date and ${are} offset 0) late`

/** The spans of a scope's days, each day in one, what happened before the range among them. */
export function spansIn(scope: CountedScope, longest: Span): Piece[] {
  const past = addDays(lastDay(scope), 1)
  const { from = past } = scope
  return [...spansOf(undefined, from < past ? from : past, longest), ...spansOf(from, past, longest)]
}

/** Whether a row of a table of sums, by its `span` and `happened`, is one of `pieces`. */
export const isSpanOf = (pieces: readonly Piece[]): SQL =>
  anyOf(pieces.map((piece) => sql`span = ${piece.span} and ${isWithin(piece)}`))

/** Whether a row happened within one of `pieces`. */
export const happenedIn = (pieces: readonly Piece[]): SQL => anyOf(pieces.map(isWithin))

const isWithin = ({ first, past }: Piece) => sql`happened < ${past}::date
  and ${first === undefined ? sql`true` : sql`happened >= ${first}::date`}`

/** Whether any of `conditions` is so; each by itself, so that an index finds it: joined to a list, all sums would be read. */
const anyOf = (conditions: readonly SQL[]) =>
  conditions.length === 0 ? sql`false` : sql`(${sql.join([...conditions], sql` or `)})`

/**
 * What no sum has: days that aren't folded yet; and what was recorded late, which is taken from what was known then.
 *
 * @param late - the rows that were recorded after the scope's day, and perhaps others
 * @param holds - which rows, beside those of the scope
 */
export const besideSums = (scope: CountedScope, late: SQL, holds: SQL = sql`true`): SQL => sql`
  select tenant, line, routed_to, happened, measure, category, channel, count as known_then, count as known_now
    from cube where slot <> -1 and ${countedBy(scope)} and ${holds}
  union all
  select tenant, line, routed_to, happened, measure, category, channel, -count, 0 from ${late}
    where recorded > happened and recorded > ${scope.asAt}::date and ${countedBy(scope)} and ${holds}`

const countedBy = (scope: CountedScope) =>
  sql`happened <= ${lastDay(scope)}::date and ${isOfFigures} and ${isIn(scope)}`
