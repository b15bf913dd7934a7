import type { Connection } from "@candour/database/connect.ts"
import { staff } from "@candour/database/schema.ts"
import { asc, eq } from "drizzle-orm"
import { en as words } from "../messages.ts"

/** Who decides at the desk that `transaction` is of. */
export async function colleaguesOf(transaction: Connection): Promise<{ id: string; shownName: string }[]> {
  const rows = await transaction
    .select({ id: staff.id, shownName: staff.shownName, roles: staff.roles })
    .from(staff)
    .where(eq(staff.active, true))
    .orderBy(asc(staff.shownName))
  return rows.filter(({ roles }) => roles.includes("officer") || roles.includes("lead"))
}

/** Gives the name of a colleague by id. */
export const nameIn =
  (colleagues: readonly { id: string; shownName: string }[]) =>
  (id: string): string =>
    colleagues.find((each) => each.id === id)?.shownName ?? words.unknownPerson
