import type { MayReply } from "@candour/domain/contact.ts"
import type { Day } from "@candour/domain/day.ts"
import { sql } from "drizzle-orm"
import { asIntake } from "./as.ts"
import type { Database } from "./connect.ts"

/** One message of a mailbox's thread, sealed. */
export interface StoredMessage {
  report: string
  from: "team" | "reporter"
  /** Which of its direction, from 0. */
  number: number
  day: Day
  sealed: Uint8Array
  /** The digest of the reporter's message before this one of theirs, 32 bytes. */
  previous?: Uint8Array | undefined
}

/**
 * The messages behind a mailbox address (32 bytes) that weren't removed, each thread in the order in which it was
 * written; at most the newest hundred of each copy.
 *
 * @throws DatabaseAway
 */
export async function mailboxMessages(database: Database, address: Uint8Array): Promise<StoredMessage[]> {
  const { rows } = await asIntake(database, (connection) =>
    connection.execute<{
      report: string
      from_reporter: boolean
      number: number
      day: Day
      sealed: Buffer
      previous: Buffer | null
    }>(sql`select report, from_reporter, number, day, sealed, previous from mailbox_messages(${address})`),
  )
  return rows.map(({ report, from_reporter, number, day, sealed, previous }) => ({
    report,
    from: from_reporter ? "reporter" : "team",
    number,
    day,
    sealed: new Uint8Array(sealed),
    previous: previous ? new Uint8Array(previous) : undefined,
  }))
}

/** A reporter's message as the database takes it. */
export interface NewMessage {
  report: string
  kind: "message" | "may-reply" | "not-over"
  /** Its place among the reporter's, from 0. */
  number: number
  sealed: Uint8Array
  /** 64 bytes */
  signature: Uint8Array
  /** 32 bytes, equal for a repeat */
  digest: Uint8Array
  /** With the kind `may-reply` alone. */
  mayReply?: MayReply | undefined
}

/**
 * Writes a message into the thread of each copy that it goes to, behind a mailbox address (32 bytes): into all of them,
 * or into none. Safe to repeat.
 *
 * @returns `stored`; the `same` are there already; a place is `taken` by another, so read the threads again; `full` for
 *   today; `none`: the address opens no such report, or nothing is given
 * @throws DatabaseAway
 */
export async function writeMessages(
  database: Database,
  address: Uint8Array,
  messages: readonly NewMessage[],
): Promise<"stored" | "same" | "taken" | "full" | "none"> {
  const written = sql.join(messages.map(given), sql`, `)
  const { rows } = await asIntake(database, (connection) =>
    connection.execute<{ answer: "stored" | "same" | "taken" | "full" | "none" }>(
      sql`select write_messages(${address}, array[${written}]::written_message[]) as answer`,
    ),
  )
  return rows[0]?.answer ?? "none"
}

const given = ({ report, kind, number, sealed, signature, digest, mayReply }: NewMessage) =>
  sql`row(${report}, ${kind}, ${number}, ${sealed}, ${signature}, ${digest}, ${mayReply ?? null})::written_message`

/** The last messages of one report that a page showed, by their numbers; -1 where it showed none. */
export interface LastShown {
  report: string
  team: number
  reporter: number
}

/**
 * Takes the messages that were shown out of the reporter's sight; the team keeps its copies. One that came meanwhile
 * stays.
 *
 * @throws DatabaseAway
 */
export const removeMessages = (
  database: Database,
  address: Uint8Array,
  shown: readonly LastShown[],
): Promise<unknown> => {
  const each = (of: keyof LastShown) => sql.param(shown.map((last) => last[of]))
  return asIntake(database, (connection) =>
    connection.execute(
      sql`select remove_messages(${address}, ${each("report")}, ${each("team")}, ${each("reporter")})`,
    ),
  )
}
