import { asTenant } from "@candour/database/as.ts"
import type { Connection, Database } from "@candour/database/connect.ts"
import { staff } from "@candour/database/schema.ts"
import { type Clock, dayOf } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { isWorkingDay } from "@candour/domain/working-day.ts"
import type { SendMail } from "@candour/web/smtp.ts"
import { and, eq, isNotNull, sql } from "drizzle-orm"

/** What the morning mail needs. */
export interface MorningMail {
  database: Database
  clock: Clock
  tenants: readonly Tenant[]
  send: SendMail
}

/**
 * Between which hours in Europe/London it is sent, as `HH:MM`: the same every day. What comes later waits for the next
 * morning, since a mail in the middle of a day would say when a report came.
 */
const HOUR = "07:30"
const LAST = "08:30"

/** Says that there is work and nothing else: no number, no name, no reference, no link to be imitated. */
export const MAIL = {
  subject: "Candour: there is work at your desk",
  text: "There is work waiting at your desk in Candour. Open it as you always do.\n\nThis mail says nothing else, and never has a link. You can end it in Candour, under Settings.\n",
}

const london = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hour: "2-digit",
  minute: "2-digit",
  hour12: false,
})

/**
 * Sends each desk's morning mail where it is due and not sent yet, once for each desk and day however many processes run.
 * A desk of whose mails none could be handed over is tried again the next time.
 *
 * @returns how many mails were handed over
 */
export async function sendMorningMails({ database, clock, tenants, send }: MorningMail): Promise<number> {
  const now = clock.now()
  const hour = london.format(now)
  if (!isWorkingDay(dayOf(now)) || hour < HOUR || hour >= LAST) return 0
  let sent = 0
  for (const tenant of tenants) {
    const to = await asTenant(database, tenant, async (transaction) => {
      const { rows } = await transaction.execute<{ begun: boolean }>(sql`select begin_morning_mail() as begun`)
      return rows[0]?.begun && (await hasWork(transaction)) ? addressesOf(transaction) : []
    })
    const handedOver = await Promise.allSettled(to.map((address) => send(address, MAIL.subject, MAIL.text)))
    const gone = handedOver.filter(({ status }) => status === "fulfilled").length
    sent += gone
    // Where one address is wrong, the others aren't told again every minute.
    if (to.length > 0 && gone === 0)
      await asTenant(database, tenant, (transaction) => transaction.execute(sql`select give_up_morning_mail()`))
  }
  return sent
}

async function addressesOf(transaction: Connection): Promise<string[]> {
  const rows = await transaction
    .select({ mail: staff.mail })
    .from(staff)
    .where(and(eq(staff.active, true), isNotNull(staff.mail)))
  return rows.flatMap(({ mail }) => mail ?? [])
}

/** Whether anything waits at the desk: due, unassigned, written, disputed, handed here or asked of somebody. */
async function hasWork(transaction: Connection): Promise<boolean> {
  const { rows } = await transaction.execute<{ work: boolean }>(sql`select
    exists (select from report where stage <> 'closed' and urgency in (0, 1, 2) and due <= today())
    or exists (select from report where stage <> 'closed' and holder is null)
    or exists (select from report where message_waiting)
    or exists (select from report where disputed)
    or exists (select from awaited) as work`)
  return rows[0]?.work ?? false
}
