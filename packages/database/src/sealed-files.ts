import { PIECE_BYTES } from "@candour/domain/piece.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"
import { asIntake, asTenant } from "./as.ts"
import type { Connection, Database } from "./connect.ts"

/** Bytes of one sealed file at most: 100 MiB, padded and sealed. */
export const MOST_SEALED_FILE_BYTES = 102 * PIECE_BYTES

/** One file of a report, as whoever holds its receipt names it. */
export interface OwnFile {
  /** Of the report's mailbox: 32 bytes, not their hash. */
  address: Uint8Array
  report: string
  /** A random UUID, made by whoever sends it. */
  file: string
}

/** How much of a file is in the database. */
export interface FileState {
  /** How many it will have; undefined where it comes from a browser that didn't say. */
  bytes: number | undefined
  stored: number
  finished: boolean
}

type BeginAnswer = "begun" | "unknown" | "full" | "no-room" | "conflict"

/**
 * Makes room for a file. Safe to repeat.
 *
 * @param bytes - what it has once it is sealed, where that is known
 * @returns `unknown` where the mailbox has no such report, or it isn't in the database yet; `full` where the report
 *   has as many files as it may, or as much as it may before a desk has opened it; `no-room` where reports that nobody
 *   has opened have too much in all: later there may be room; `conflict` where the id is another file's
 * @throws DatabaseAway
 */
export async function beginFile(
  database: Database,
  { address, report, file }: OwnFile,
  bytes?: number,
): Promise<BeginAnswer> {
  const { rows } = await asIntake(database, (connection) =>
    connection.execute<{ answer: BeginAnswer }>(
      sql`select begin_file(${address}, ${report}, ${file}, ${bytes ?? null}) as answer`,
    ),
  )
  return rows[0]?.answer ?? "unknown"
}

/** How much of a file is here; undefined where it was never begun, or isn't that mailbox's. @throws DatabaseAway */
export async function fileState(
  database: Database,
  { address, report, file }: OwnFile,
): Promise<FileState | undefined> {
  const { rows } = await asIntake(database, (connection) =>
    connection.execute<{ bytes: number | null; stored: number; finished: boolean }>(
      sql`select bytes, stored, finished from file_state(${address}, ${report}, ${file})`,
    ),
  )
  return rows[0] && { ...rows[0], bytes: rows[0].bytes ?? undefined }
}

/**
 * Adds piece `number` of a file. Safe to repeat; a piece that isn't the next changes nothing.
 *
 * @param piece - {@link PIECE_BYTES}, or fewer where it is the last
 * @returns how many bytes are here now; undefined where the file was never begun, or isn't that mailbox's
 * @throws DatabaseAway - it may be stored or not
 */
export async function addFilePiece(
  database: Database,
  { address, report, file }: OwnFile,
  { number, piece, last }: { number: number; piece: Uint8Array; last: boolean },
): Promise<number | undefined> {
  const { rows } = await asIntake(database, (connection) =>
    connection.execute<{ stored: number | null }>(
      sql`select add_file_piece(${address}, ${report}, ${file}, ${number}, ${piece}, ${last}) as stored`,
    ),
  )
  return rows[0]?.stored ?? undefined
}

/** Takes back a file that was not sent whole; one that was, stays. @throws DatabaseAway */
export async function dropFile(database: Database, { address, report, file }: OwnFile): Promise<void> {
  await asIntake(database, (connection) => connection.execute(sql`select drop_file(${address}, ${report}, ${file})`))
}

/**
 * Takes away files of any report that nobody has finished within a week.
 *
 * @returns how many
 * @throws DatabaseAway
 */
export async function forgetUnfinishedFiles(database: Database): Promise<number> {
  let forgotten = 0
  for (;;) {
    const { rows } = await asIntake(database, (connection) =>
      connection.execute<{ taken: number }>(sql`select forget_unfinished_files() as taken`),
    )
    const taken = rows[0]?.taken ?? 0
    if (taken === 0) return forgotten
    forgotten += taken
  }
}

/**
 * Hands out one piece of a file that is here whole, to a person whose `opened` event was committed within the last half
 * hour; undefined where there is none.
 *
 * @throws NotOpened - no such opening on record
 * @throws FileQuarantined - nobody of the desk gets it until a lead lifts that
 */
export async function readFilePiece(
  database: Database,
  tenant: Tenant,
  { report, person, file, number }: { report: string; person: string; file: string; number: number },
): Promise<Uint8Array | undefined> {
  const { rows } = await asTenant(database, tenant, (transaction) =>
    transaction.execute<{ piece: Buffer | null }>(
      sql`select read_file_piece(${report}, ${person}, ${file}, ${number}) as piece`,
    ),
  )
  return rows[0]?.piece ?? undefined
}

/** The ids of a report's files that are handed out to nobody, whichever desk said so. */
export async function quarantinedFiles(transaction: Connection, report: string): Promise<string[]> {
  const { rows } = await transaction.execute<{ id: string }>(sql`select quarantined_files(${report}) as id`)
  return rows.map(({ id }) => id)
}
