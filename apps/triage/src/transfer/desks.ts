import type { Connection } from "@candour/database/connect.ts"
import { inboxKey } from "@candour/database/schema.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { and, desc, eq, ne, sql } from "drizzle-orm"

/** The other desks that are open: those with a key to seal to, of forces that haven't ended. */
export async function openDesks(transaction: Connection, own: Tenant): Promise<Tenant[]> {
  const rows = await transaction
    .selectDistinct({ tenant: inboxKey.tenant })
    .from(inboxKey)
    .where(and(ne(inboxKey.tenant, own), notEnded))
  return rows.map(({ tenant }) => tenant)
}

/** The desks that had restricted the report when they handed it on, for `person`, who may hand it on: it goes back so. */
export async function desksThatRestrict(transaction: Connection, report: string, person: string): Promise<Tenant[]> {
  const { rows } = await transaction.execute<{ desk: Tenant }>(
    sql`select desk from restricted_at(${report}, ${person}) desk`,
  )
  return rows.map(({ desk }) => desk)
}

const notEnded = sql`not exists (select from tenant t where t.id = ${inboxKey.tenant} and t.last_day < today())`

/** The newest inbox of `tenant`: what a report's key is sealed to on its way there. */
export async function inboxOf(transaction: Connection, tenant: Tenant) {
  const [row] = await transaction
    .select({ generation: inboxKey.generation, recipient: inboxKey.recipient })
    .from(inboxKey)
    .where(and(eq(inboxKey.tenant, tenant), notEnded))
    .orderBy(desc(inboxKey.generation))
    .limit(1)
  return row
}
