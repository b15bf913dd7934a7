import type { Connection } from "@candour/database/connect.ts"
import { translated } from "@candour/database/errors.ts"
import { sql } from "drizzle-orm"
import type { ProtectedTable } from "../../protection/cell.ts"

/**
 * Enters something in the register as what lets a release or an answer out does; gives its number.
 *
 * @param transaction - of the owner: no login may
 * @param last - of the register that `tables` were protected against
 * @throws SomebodyWasFirst - something else went out since: protect the tables anew, for two that are each safe may
 *   together not be
 */
export const enterInRegister = (
  transaction: Connection,
  { name, tables, last }: { name: string; tables: readonly ProtectedTable[]; last: number },
): Promise<number> =>
  translated(async () => {
    const { rows } = await transaction.execute<{ number: number }>(
      sql`select enter_in_register(${last}::integer, ${name}, ${JSON.stringify(tables)}::jsonb) as number`,
    )
    return rows[0]?.number as number
  })
