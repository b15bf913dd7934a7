import type { Line } from "@candour/domain/contact.ts"
import type { Day } from "@candour/domain/day.ts"
import type { NotForUs } from "@candour/domain/not-for-us.ts"
import { sql } from "drizzle-orm"
import { asIntake } from "./as.ts"
import type { Database } from "./connect.ts"

/** A contact online that is not for this hotline: what it was about, as a code, and nothing of who it was. */
export interface NotedContact {
  /** A random UUID (version 4), made with the page, so that a double press counts once. */
  id: string
  line: Line
  why: NotForUs
}

/**
 * Counts a contact that is not for this hotline, once for each `id`, at the national desk.
 *
 * @param day - the day it came, in Europe/London, at most 31 days back
 * @throws DatabaseAway - nothing confirmed: repeat it
 */
export async function noteContact(
  database: Database,
  { id, line, why }: NotedContact,
  day: Day,
): Promise<"stored" | "same"> {
  const { rows } = await asIntake(database, (connection) =>
    connection.execute<{ answer: "stored" | "same" }>(
      sql`select note_contact(${id}, ${line}, 'online', ${why}, ${day}) as answer`,
    ),
  )
  return rows[0]?.answer ?? "same"
}
