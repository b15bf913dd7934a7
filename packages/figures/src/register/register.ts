import type { Connection } from "@candour/database/connect.ts"
import { translated } from "@candour/database/errors.ts"
import { sql } from "drizzle-orm"
import { type ProtectedTable, type Register, register } from "../protection/cell.ts"

/** All that was ever released, and the number of its last entry, which the next is entered beside. */
export interface ReadRegister {
  last: number
  entries: Register
}

/**
 * Reads the register, oldest first.
 *
 * @param transaction - of the national login. What is hidden in the entries is as secret as the cube
 */
export async function readRegister(transaction: Connection): Promise<ReadRegister> {
  const { rows } = await transaction.execute<{ name: string; tables: unknown }>(
    sql`select name, tables from released order by number`,
  )
  return { last: rows.length, entries: register.parse(rows) }
}

/**
 * Enters what goes out in the same transaction; gives its number.
 *
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
