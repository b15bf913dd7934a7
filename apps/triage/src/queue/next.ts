import { asTenant } from "@candour/database/as.ts"
import type { Connection } from "@candour/database/connect.ts"
import { report } from "@candour/database/schema.ts"
import { dayOf } from "@candour/domain/day.ts"
import { and, ne, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import type { Services, StaffContext } from "../services.ts"
import { notKeptFrom, type Reader } from "./list-queue.ts"
import { AFTER_EVERY_TASK, listWaiting } from "./list-waiting.ts"
import { orderOf } from "./order.ts"
import { columns } from "./queue-row.ts"
import { placeText } from "./view.ts"
import { walkIndexes } from "./walk-indexes.ts"

/** Why a report needs someone, in the order in which they are gone through. */
const REASONS = ["danger", "waiting", "mine", "unassigned"] as const
type Reason = (typeof REASONS)[number]

/** A place in the round: a reason, and a place in its list. */
interface RoundPlace {
  reason: Reason
  after: string
}

const reason = z.enum(REASONS)

function placeOf(text = ""): RoundPlace | undefined {
  const [first, ...rest] = text.split("_")
  const read = reason.safeParse(first).data
  return read && { reason: read, after: rest.join("_") }
}

/** The first of a list after a place, and the place of it. */
async function firstOf(transaction: Connection, which: Reason, reader: Reader, after: string | undefined) {
  if (which === "waiting") {
    const { rows, next } = await listWaiting(transaction, {}, reader, after, 1)
    const [row] = rows
    return row && { id: row.id, after: next ?? placeText(row.taskDue ?? AFTER_EVERY_TASK, row.id) }
  }
  const order = orderOf("all")
  const where: Record<Exclude<Reason, "waiting">, SQL> = {
    danger: sql`${report.urgency} = 0`,
    mine: sql`${report.holder} = ${reader.person}::uuid and ${report.urgency} in (1, 2) and ${report.due} <= ${reader.today}::date
      and ${report.paused} is null`,
    unassigned: sql`${report.holder} is null and ${report.urgency} in (1, 2)`,
  }
  const [row] = await transaction
    .select({ id: report.id, urgency: report.urgency, due: report.due })
    .from(report)
    .where(and(ne(report.stage, "closed"), where[which], notKeptFrom(reader.person), order.after(columns, after)))
    .orderBy(...(which === "unassigned" ? [report.holder] : []), ...order.by(columns))
    .limit(1)
  return row && { id: row.id, after: placeText(row.urgency, row.due, row.id) }
}

/**
 * The next report that needs someone: in danger, then what waits for this person, then what of theirs is due, then what
 * nobody holds. `after` is where the one before stood when it was come to, whatever has become of it: so a round comes to
 * an end, and to nothing twice for the same reason.
 */
export async function nextInRound(transaction: Connection, reader: Reader, after?: string, not?: string) {
  await walkIndexes(transaction)
  const from = placeOf(after)
  for (const which of REASONS.slice(from === undefined ? 0 : REASONS.indexOf(from.reason))) {
    let place = which === from?.reason ? from.after : undefined
    for (;;) {
      const found = await firstOf(transaction, which, reader, place)
      if (found === undefined) break
      if (found.id !== not) return { id: found.id, round: `${which}_${found.after}` }
      place = found.after
    }
  }
  return undefined
}

/** Leads to the next report that needs someone, or, after the last, back to My day. */
export const leadToNext =
  ({ database, clock }: Services) =>
  async (c: StaffContext) => {
    const who = c.get("who")
    const reader: Reader = { person: who.person, roles: who.roles, today: dayOf(clock.now()) }
    const next = await asTenant(database, who.tenant, (transaction) =>
      nextInRound(transaction, reader, c.req.query("after"), c.req.query("not")),
    )
    return c.redirect(next ? `/report/${next.id}?round=${encodeURIComponent(next.round)}` : "/?done=1")
  }
