import type { Connection } from "@candour/database/connect.ts"
import { staff } from "@candour/database/schema.ts"
import { type Decision, isSignedBy } from "@candour/sealing/decision.ts"
import { eq } from "drizzle-orm"

/** Whether `person` of this desk signed the decision with their present key. */
export async function isTheirs(
  transaction: Connection,
  person: string,
  decision: Decision,
  signature: Uint8Array,
): Promise<boolean> {
  const [taker] = await transaction.select({ key: staff.signingKey }).from(staff).where(eq(staff.id, person))
  return taker !== undefined && taker.key !== null && isSignedBy(taker.key, decision, signature)
}
