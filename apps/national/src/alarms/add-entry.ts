import { asNational } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"

/** What a coordinator did about an alarm. `seen`: how many entries they had before them. */
export type NewEntry =
  | { kind: "taken"; seen: number }
  | { kind: "handed-over"; seen: number; colleague: string }
  | { kind: "rang"; whom: string; at: Date; told: string; said: string | undefined }
  | { kind: "done"; done: string }

/**
 * Adds an entry to an alarm, for good, with who and when by the database. Taking again what is one's own changes nothing.
 *
 * @throws SomebodyWasFirst - somebody else noted something since; take or hand over after looking at it
 * @throws MayNotFollow - no such alarm, or `by` is no coordinator, or hands over what isn't theirs
 */
export const addEntry = (
  database: Database,
  { desk, number }: { desk: Tenant; number: number },
  by: string,
  entry: NewEntry,
): Promise<unknown> =>
  asNational(database, (transaction) =>
    transaction.execute(sql`select add_alarm_entry(${by}::uuid, ${desk}, ${number}::integer,
      ${"seen" in entry ? entry.seen : null}::integer, ${entry.kind},
      ${"colleague" in entry ? entry.colleague : null}::uuid, ${"whom" in entry ? entry.whom : null},
      ${"at" in entry ? entry.at.toISOString() : null}::timestamptz, ${"told" in entry ? entry.told : null},
      ${"said" in entry ? (entry.said ?? null) : null}, ${"done" in entry ? entry.done : null})`),
  )
