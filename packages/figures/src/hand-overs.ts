import type { Connection } from "@candour/database/connect.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"
import type { Scope } from "./scope.ts"

/** What one desk handed on to another, and what became of it there. */
export interface HandOvers {
  sender: Tenant
  receiver: Tenant
  /** Without what was given back. */
  handedOn: number
  accepted: number
  returned: number
}

/** What nobody at the receiving desk has accepted or returned yet, now; `overdue` for over two working days. */
export interface Unaccepted {
  sender: Tenant
  receiver: Tenant
  waiting: number
  overdue: number
}

/**
 * What desks handed to each other in a scope, most first. With a force: what it handed on and what it was handed.
 *
 * @param transaction - of the national login, which reads the cube and no report
 */
export async function handOvers(transaction: Connection, scope: Scope): Promise<HandOvers[]> {
  const { asAt, known, from, to = asAt, line, force } = scope
  type Row = Pick<HandOvers, "sender" | "receiver"> & Record<"handed_on" | "accepted" | "returned", string>
  const { rows } = await transaction.execute<Row>(sql`
    with moved as (
      -- What is given back goes the other way, so it belongs to the two desks as they were before.
      select measure, count, case when measure = 'handed-on' then tenant else category end as sender,
          case when measure = 'handed-on' then category else tenant end as receiver
        from cube where measure in ('handed-on', 'hand-over-accepted', 'hand-over-returned')
          and happened <= ${to < asAt ? to : asAt}::date
          and ${known === "then" ? sql`recorded <= ${asAt}::date` : sql`true`}
          and ${from === undefined ? sql`true` : sql`happened >= ${from}::date`}
          and ${line === undefined ? sql`true` : sql`line = ${line}`}
    ), sums as (
      select sender, receiver,
          coalesce(sum(count) filter (where measure = 'handed-on'), 0) as all_that_went,
          coalesce(sum(count) filter (where measure = 'hand-over-accepted'), 0) as accepted,
          coalesce(sum(count) filter (where measure = 'hand-over-returned'), 0) as returned
        from moved group by sender, receiver
    )
    select s.sender, s.receiver, s.all_that_went - coalesce(back.returned, 0) as handed_on, s.accepted, s.returned
      from sums s left join sums back on back.sender = s.receiver and back.receiver = s.sender
      where ${force === undefined ? sql`true` : sql`${force} in (s.sender, s.receiver)`}
        and (s.all_that_went - coalesce(back.returned, 0) <> 0 or s.accepted <> 0 or s.returned <> 0)
      order by handed_on desc, s.sender, s.receiver`)
  return rows.map(({ sender, receiver, handed_on, accepted, returned }) => ({
    sender,
    receiver,
    handedOn: Number(handed_on),
    accepted: Number(accepted),
    returned: Number(returned),
  }))
}

/** Every two desks between which something waits to be accepted now. */
export async function unaccepted(transaction: Connection): Promise<Unaccepted[]> {
  const { rows } = await transaction.execute<Unaccepted & Record<string, unknown>>(
    sql`select sender, receiver, waiting, overdue from unaccepted_transfers()`,
  )
  return rows
}
