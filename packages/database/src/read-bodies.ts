import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"
import { asTenant } from "./as.ts"
import type { Database } from "./connect.ts"
import type { SealedBody } from "./read-body.ts"

/** Reports that one call of {@link indexReports} takes. */
export const MOST_AT_ONCE = 100

const listOf = (reports: readonly string[]) => sql`${`{${reports.join(",")}}`}::uuid[]`

/**
 * Records for each of `reports` that `person`'s browser opens it for the search; those that they may not open are left out.
 *
 * @param reports - ids, {@link MOST_AT_ONCE} at most
 * @returns the reports that it was recorded for
 * @throws MayNotFollow - `indexed-enough`: 5,000 were opened so by this person today
 */
export async function indexReports(
  database: Database,
  tenant: Tenant,
  reports: readonly string[],
  person: string,
): Promise<string[]> {
  const { rows } = await asTenant(database, tenant, (transaction) =>
    transaction.execute<{ id: string }>(sql`select id from index_reports(${listOf(reports)}, ${person}) id`),
  )
  return rows.map(({ id }) => id)
}

/**
 * Hands out what is sealed of several reports, as `readBody` does of one.
 *
 * @throws NotOpened - of one of them no opening is on record
 */
export async function readBodies(
  database: Database,
  tenant: Tenant,
  reports: readonly string[],
  person: string,
): Promise<Map<string, SealedBody>> {
  type Row = {
    report: string
    sealed_for: string
    body: Buffer
    holder: string
    generation: number
    wrapped: Buffer
  }
  const { rows } = await asTenant(database, tenant, (transaction) =>
    transaction.execute<Row>(
      sql`select report, sealed_for, body, holder, generation, wrapped from read_bodies(${listOf(reports)}, ${person})`,
    ),
  )
  const bodies = new Map<string, SealedBody>()
  for (const { report, sealed_for, body, ...wrap } of rows) {
    const known: SealedBody = bodies.get(report) ?? { sealedFor: sealed_for, body, wraps: [] }
    known.wraps.push(wrap)
    bodies.set(report, known)
  }
  return bodies
}
