import type { Connection } from "@candour/database/connect.ts"
import { sql } from "drizzle-orm"
import { type Register, register } from "../protection/cell.ts"

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
