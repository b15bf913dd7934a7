import { asNational } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import { type Clock, dayOf } from "@candour/domain/day.ts"
import { sql } from "drizzle-orm"
import { deskStates } from "../heartbeats/desk-state.ts"
import { causesOf } from "./causes.ts"
import { limitsNow } from "./limits.ts"

/**
 * Looks at every desk: raises an alarm for each cause that has none, and ends each whose cause is gone. Safe to be done by
 * several processes at once: the database lets one of them raise it.
 *
 * @returns how many alarms this look raised
 */
export const keepAlarms = ({ database, clock }: { database: Database; clock: Clock }): Promise<number> =>
  asNational(database, async (transaction) => {
    const today = dayOf(clock.now())
    const causes = causesOf(await deskStates(transaction, today), await limitsNow(transaction), today)
    const { rows } = await transaction.execute<{ raised: number }>(sql`
      select keep_alarms(${sql.param(causes.map(({ tenant }) => tenant))}::text[],
        ${sql.param(causes.map(({ what }) => what))}::text[]) as raised`)
    return rows[0]?.raised ?? 0
  })
