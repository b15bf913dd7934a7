import type { Connection } from "@candour/database/connect.ts"
import { addDays } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"
import { happenedIn, isSpanOf, lastDay, lateRows } from "./counted.ts"
import type { Scope } from "./scope.ts"
import { type Piece, spansOf } from "./spans.ts"

/** What a desk comes to with a report, each measured from the day that the report came to the desk. */
export const stagesTimed = ["opened", "assessed", "intelligence", "investigating", "outcome", "closed"] as const
export type StageTimed = (typeof stagesTimed)[number]

/** How many came to a stage in how many days: counts by bucket (see days-taken.ts). */
export type TimesTaken = ReadonlyMap<number, number>

/** How long each stage took, over all of a scope and at each desk in it. */
export interface Timeliness {
  all: Readonly<Record<StageTimed, TimesTaken>>
  /** Only desks that came to a stage. */
  byForce: ReadonlyMap<Tenant, Readonly<Record<StageTimed, TimesTaken>>>
}

/** Shorter than a month: the cube has no sums of how long stages took then. */
const isShort = ({ span }: Piece) => span === "day" || span === "third"

type Row = { stage: StageTimed; force: Tenant; bucket: number; count: string }

/**
 * How long each stage took of what came to it in a scope. A force's times are those of its own desk.
 *
 * @param transaction - of the national login, which reads the cube and no report
 */
export async function timeliness(transaction: Connection, scope: Scope): Promise<Timeliness> {
  const { asAt, known, from, line, force } = scope
  const spans = spansOf(from, addDays(lastDay(scope), 1), "year")
  const [short, long] = [spans.filter(isShort), spans.filter((piece) => !isShort(piece))]
  const took = sql`measure = 'took' and happened <= ${lastDay(scope)}::date
    and ${from === undefined ? sql`true` : sql`happened >= ${from}::date`}
    and ${line === undefined ? sql`true` : sql`line = ${line}`}`
  const { rows } = await transaction.execute<Row>(sql`
    select stage, tenant as force, bucket, sum(count) as count
      from (
        select tenant, stage, bucket, count from cube_of_stages where line = ${line ?? ""} and ${isSpanOf(long)}
        union all
        select tenant, category, bucket, count from cube where slot = -1 and ${took} and ${happenedIn(short)}
        union all
        select tenant, category, bucket, count from cube where slot <> -1 and ${took}
        union all
        -- What was recorded late wasn't known then.
        select tenant, category, bucket, -count from ${lateRows(asAt, sql`measure = 'took'`)}
          where ${known === "then" ? sql`true` : sql`false`} and ${took}) times
      where ${force === undefined ? sql`true` : sql`tenant = ${force}`}
      group by 1, 2, 3 having sum(count) <> 0`)
  const byForce = Map.groupBy(rows, (row) => row.force)
  return {
    all: byStage(rows),
    byForce: new Map([...byForce].map(([tenant, own]) => [tenant, byStage(own)])),
  }
}

function byStage(rows: readonly Row[]): Record<StageTimed, TimesTaken> {
  const times = Object.fromEntries(stagesTimed.map((stage) => [stage, new Map()])) as Record<
    StageTimed,
    Map<number, number>
  >
  for (const { stage, bucket, count } of rows) {
    const counts = times[stage]
    counts.set(bucket, (counts.get(bucket) ?? 0) + Number(count))
  }
  return times
}
