import { sql } from "drizzle-orm"
import type { Connection } from "./connect.ts"

/** One of a person's own views of their queue: its name, and the view with its filters as an address has them. */
export interface SavedView {
  name: string
  query: string
}

/** The views that `person` of this desk keeps, by name. */
export async function savedViews(transaction: Connection, person: string): Promise<SavedView[]> {
  const { rows } = await transaction.execute<SavedView & Record<string, unknown>>(
    sql`select name, query from saved_views(${person})`,
  )
  return rows
}

/** Keeps a view, in place of one of the same name. @returns false where the person keeps twenty others already */
export async function keepView(transaction: Connection, person: string, { name, query }: SavedView): Promise<boolean> {
  const { rows } = await transaction.execute<{ kept: boolean }>(
    sql`select keep_view(${person}, ${name}, ${query}) as kept`,
  )
  return rows[0]?.kept ?? false
}

/** Removes a view of `person`'s. */
export const dropView = (transaction: Connection, person: string, name: string): Promise<unknown> =>
  transaction.execute(sql`select drop_view(${person}, ${name})`)
