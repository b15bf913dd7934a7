import { asNational } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import type { CorrectionKind, Settlement } from "@candour/domain/correction.ts"
import type { Day } from "@candour/domain/day.ts"
import { sql } from "drizzle-orm"

/** Rows of one page at most. */
export const PAGE_ROWS = 50

/** Everything open that says the same. */
export interface OpenCorrection {
  /** Of its newest row: settling that settles all of them. */
  id: string
  kind: CorrectionKind
  /** As it was folded: small letters, no marks. */
  name: string
  /** The force or body elsewhere that it should be; null where they didn't know. */
  said: string | null
  times: number
  first: Day
  last: Day
}

/** The last row of the page before. */
export type CorrectionPlace = Pick<OpenCorrection, "last" | "id">

/** One page of what is open, newest day first, and one row more where another page follows. */
export const listCorrections = (database: Database, after?: CorrectionPlace): Promise<OpenCorrection[]> =>
  asNational(database, async (transaction) => {
    const { rows } = await transaction.execute<OpenCorrection & Record<string, unknown>>(sql`
      with alike as (
        select (array_agg(id order by day desc, id desc))[1] as id, kind, name, said, sum(count)::int as times,
          min(day)::text as first, max(day)::text as last
        from correction where settled is null group by kind, name, said)
      select id, kind, name, said, times, first, last from alike
      where ${after ? sql`(last, id) < (${after.last}, ${after.id}::uuid)` : sql`true`}
      order by last desc, id desc limit ${PAGE_ROWS + 1}`)
    return rows
  })

/**
 * Settles a correction and all open ones that say the same.
 *
 * @returns how many rows, one for each day; 0 where somebody else was first
 */
export const settleCorrection = (
  database: Database,
  { id, as, by }: { id: string; as: Settlement; by: string },
): Promise<number> =>
  asNational(database, async (transaction) => {
    const { rows } = await transaction.execute<{ count: number }>(
      sql`select settle_correction(${id}, ${as}, ${by}) as count`,
    )
    return rows[0]?.count ?? 0
  })
