import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"
import { asIntake } from "./as.ts"
import type { Database } from "./connect.ts"

/** The public half of a tenant's newest inbox key: what a report is sealed to. */
export interface InboxRecipient {
  tenant: Tenant
  generation: number
  /** An age hybrid recipient, `age1pq1…`, 1,959 characters. */
  recipient: string
  /** The national desk takes its new reports just now. */
  diverted?: boolean | undefined
}

/** Every open desk's newest recipient; a tenant without one has not opened its desk. @throws DatabaseAway */
export async function recipients(database: Database): Promise<InboxRecipient[]> {
  const { rows } = await asIntake(database, (connection) =>
    connection.execute<InboxRecipient & Record<string, unknown>>(
      sql`select tenant, generation, recipient, diverted from recipients()`,
    ),
  )
  return rows.map(({ diverted, ...row }) => ({ ...row, ...(diverted && { diverted }) }))
}
