import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"
import type { AcceptedReferral } from "./accept-report.ts"
import { asTenant } from "./as.ts"
import type { Database } from "./connect.ts"

/** A copy of a report for a further force, sealed in the sender's browser under a key of its own (keys.md row 17). */
export interface Referral {
  report: string
  by: string
  number: number
  copy: Omit<AcceptedReferral, "routedTo">
  /** The reason: sealed under the report's key, and once more under the copy's for who gets it. */
  words: Uint8Array
  wordsThere: Uint8Array
  signature: Uint8Array
}

/**
 * Gives a further force its own copy, which the reporter's receipt opens too. The contact stays counted once.
 *
 * @throws SomebodyWasFirst, MayNotFollow - as for any event; `wrong-stage` where the report is itself such a copy
 */
export const referReport = (database: Database, tenant: Tenant, referral: Referral): Promise<unknown> => {
  const { report, by, number, copy, words, wordsThere, signature } = referral
  return asTenant(database, tenant, (transaction) =>
    transaction.execute(sql`select refer_report(${report}, ${by}, ${number},
      row(${copy.id}, ${copy.tenant}, ${copy.tenant}, ${copy.digest}, ${copy.body}, ${copy.wrap}, ${copy.generation})::given_referral,
      ${words}, ${signature}, ${wordsThere})`),
  )
}
