import { randomBytes, randomUUID } from "node:crypto"
import { dayOf } from "@candour/domain/day.ts"
import type { Role } from "@candour/domain/role.ts"
import { type AcceptedReferral, type AcceptedReport, acceptReport } from "../accept-report.ts"
import { asOwner } from "../as.ts"
import type { Database } from "../connect.ts"
import { inboxKey, staff } from "../schema.ts"

/** Opens the desk of each tenant: a key that nobody holds, which is enough for rules about rows. */
export const openDesks = (database: Database, tenants: readonly string[]): Promise<unknown> =>
  asOwner(database, (transaction) =>
    transaction
      .insert(inboxKey)
      .values(tenants.map((tenant) => ({ tenant, generation: 1, recipient: `age1pq1${"q".repeat(1952)}` })))
      .onConflictDoNothing({ target: [inboxKey.tenant, inboxKey.generation] }),
  )

/** Adds a member of staff, with no account to sign in with; gives the person's id. */
export async function addPerson(database: Database, tenant: string, roles: Role[]): Promise<string> {
  const id = randomUUID()
  await asOwner(database, (transaction) =>
    transaction
      .insert(staff)
      .values({ tenant, id, name: `person-${id}`, shownName: `Person ${id.slice(0, 4)}`, roles, active: true }),
  )
  return id
}

/** A report whose sealed parts are random bytes. */
export const sampleReport = (changes: Partial<AcceptedReport> = {}): AcceptedReport => ({
  id: randomUUID(),
  tenant: "kent",
  routedTo: changes.tenant ?? "kent",
  reason: "found",
  line: "national",
  channel: "online",
  language: "en",
  categories: ["partner"],
  danger: "no",
  mayReply: "yes",
  mailboxHash: randomBytes(32),
  digest: randomBytes(32),
  body: randomBytes(256),
  wrap: randomBytes(2171),
  generation: 1,
  ...changes,
})

/** A copy for a further force, whose sealed parts are random bytes. */
export const sampleReferral = (tenant: string, changes: Partial<AcceptedReferral> = {}): AcceptedReferral => ({
  id: randomUUID(),
  tenant,
  routedTo: tenant,
  digest: randomBytes(32),
  body: randomBytes(256),
  wrap: randomBytes(2171),
  generation: 1,
  ...changes,
})

/** Stores {@link sampleReport} today, and gives it back. */
export async function storeSample(database: Database, changes: Partial<AcceptedReport> = {}): Promise<AcceptedReport> {
  const report = sampleReport(changes)
  await acceptReport(database, report, dayOf(new Date()))
  return report
}
