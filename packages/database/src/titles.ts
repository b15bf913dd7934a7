import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"
import { asTenant } from "./as.ts"
import type { Database } from "./connect.ts"

/** A title as it is stored; without `sealed` the report has none any more. */
export interface SealedTitle {
  report: string
  by: string
  /** Of the inbox key that its key is derived from; none for a restricted report's, under the report's own key. */
  generation?: number | undefined
  sealed?: Uint8Array | undefined
}

/**
 * Gives a report the unit's own title, in place of an earlier one, or takes it away.
 *
 * @throws MayNotFollow - `by` may not write at this report, or hasn't opened it; `other-key`: only a restricted report's
 *   title, and each of those, is under the report's own key
 */
export const setTitle = (database: Database, tenant: Tenant, title: SealedTitle): Promise<unknown> =>
  asTenant(database, tenant, (transaction) =>
    transaction.execute(
      sql`select set_title(${title.report}, ${title.by}, ${title.generation ?? null}, ${title.sealed ?? null})`,
    ),
  )
