import type { Connection } from "@candour/database/connect.ts"
import { type SQL, sql } from "drizzle-orm"
import type { Counted } from "./catalogue.ts"
import { countedOfAll } from "./counted-of-all.ts"
import { countedFinely, countedOfForce } from "./counted-of-force.ts"
import type { CountedScope, Known, LineForces } from "./scope.ts"

/** What counts can be told apart by. A contact stays with the tenant it first went to, the rest with the holder. */
export type Grouping = "month" | "force" | "line" | "channel"

/** One sum of the cube, both as known then and as known now, told apart by all there is but a force, or by force. */
export interface Count extends Counted, Partial<Record<Grouping, string>> {
  knownThen: number
  knownNow: number
}

/** Of `count`, what was or is `known`. */
export const countAs = (known: Known, count: Pick<Count, "knownThen" | "knownNow">): number =>
  known === "then" ? count.knownThen : count.knownNow

/**
 * Sums the cube as at a day, in one statement. Everything is there twice: by month, line and channel, and by force.
 *
 * @param transaction - of the national login, which reads the cube and no report
 */
export async function counts(transaction: Connection, scope: CountedScope, lineForces: LineForces): Promise<Count[]> {
  const rows = await summed(
    transaction,
    scope.force === undefined ? countedOfAll(scope, lineForces) : countedOfForce(scope, lineForces),
  )
  return rows.map(countOf)
}

/** One sum of the cube, told apart by all there is at once. */
export type FineCount = Count & Record<Grouping, string>

/** Sums the cube by month, force, line and channel at once, for tables that are worked out from them, not for a page. */
export async function fineCounts(
  transaction: Connection,
  scope: CountedScope,
  lineForces: LineForces,
): Promise<FineCount[]> {
  const rows = await summed(transaction, countedFinely(scope, lineForces))
  return rows.map((row) => countOf(row) as FineCount)
}

const summed = async (transaction: Connection, counted: SQL): Promise<Row[]> =>
  (
    await transaction.execute<Row>(sql`
      select measure, category, to_other_force, month::text, force, line, channel, known_then, known_now
        from (${counted}) sums where known_then <> 0 or known_now <> 0`)
  ).rows

const countOf = (row: Row): Count => ({
  measure: row.measure,
  category: row.category,
  toOtherForce: row.to_other_force,
  month: row.month ?? undefined,
  force: row.force ?? undefined,
  line: row.line ?? undefined,
  channel: row.channel ?? undefined,
  knownThen: Number(row.known_then),
  knownNow: Number(row.known_now),
})

type Row = Record<"measure" | "category" | "known_then" | "known_now", string> &
  Record<Grouping, string | null> & { to_other_force: boolean }
