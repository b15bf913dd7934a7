import { asNational } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import type { SendMail } from "@candour/web/smtp.ts"
import { sql } from "drizzle-orm"
import { knownDeskName } from "../desk-name.ts"
import { mailWords } from "./messages.ts"

interface Unmailed extends Record<string, unknown> {
  tenant: Tenant
  number: number
  leads: string[]
  coordinators: string[]
}

/**
 * Mails each alarm that nobody has mailed, to the desk's leads and to the coordinators who gave an address. The mails say
 * which desk and that there is an alarm, and nothing else: not which, not of what. An alarm of whose mails none could be
 * handed over is tried again the next time.
 *
 * @returns how many mails were handed over
 */
export async function mailAlarms({ database, send }: { database: Database; send: SendMail }): Promise<number> {
  const { rows } = await asNational(database, (transaction) =>
    transaction.execute<Unmailed>(sql`select tenant, number, leads, coordinators from begin_alarm_mails()`),
  )
  let sent = 0
  for (const { tenant, number, leads, coordinators } of rows) {
    const desk = knownDeskName(tenant)
    const toLeads = await handOver(leads, (to) => send(to, mailWords.subject(desk), mailWords.toLead(desk)))
    const toUs = await handOver(coordinators, (to) => send(to, mailWords.subject(desk), mailWords.toCoordinator(desk)))
    await asNational(database, (transaction) =>
      transaction.execute(sql`select end_alarm_mail(${tenant}, ${number}, ${toLeads}, ${toUs})`),
    )
    sent += toLeads + toUs
  }
  return sent
}

/** How many of the addresses' mails were handed over. */
async function handOver(addresses: readonly string[], send: (to: string) => Promise<unknown>): Promise<number> {
  const handed = await Promise.allSettled(addresses.map(send))
  return handed.filter(({ status }) => status === "fulfilled").length
}
