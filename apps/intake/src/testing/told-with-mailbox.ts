import { acceptReport } from "@candour/database/accept-report.ts"
import { asOwner } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import { sampleReport } from "@candour/database/testing/sample-report.ts"
import { dayOf } from "@candour/domain/day.ts"
import { fromBase64url } from "@candour/sealing/encoding.ts"
import type { FileEntry } from "@candour/sealing/file-entry.ts"
import { mailboxHash } from "@candour/sealing/receipt.ts"
import { newSecret, secretFrom } from "@candour/sealing/sealed.ts"
import { openFile } from "@candour/sealing/sealed-file.ts"
import { sql } from "drizzle-orm"

/** Stores a report of Kent's whose mailbox address the test knows. */
export async function toldWithMailbox(database: Database) {
  const address = newSecret<"mailbox address">()
  const report = sampleReport({ mailboxHash: mailboxHash(address) })
  await acceptReport(database, report, dayOf(new Date()))
  return { address, report: report.id }
}

/** What lies of a file in the database: its pieces, one after the other. */
export async function storedBytes(owner: Database, file: string): Promise<Uint8Array<ArrayBuffer>> {
  const { rows } = await asOwner(owner, (transaction) =>
    transaction.execute<{ piece: Buffer }>(sql`select piece from file_piece where file = ${file} order by number`),
  )
  return new Uint8Array(Buffer.concat(rows.map(({ piece }) => piece)))
}

/** The content of a file, opened by its entry as the desk does. */
export async function openedContent(owner: Database, report: string, entry: FileEntry): Promise<Uint8Array> {
  const stored = await storedBytes(owner, entry.id)
  const opened = await openFile(
    secretFrom(fromBase64url(entry.key)),
    { report, file: entry.id },
    new Blob([stored]).stream(),
    { bytes: entry.bytes, digest: fromBase64url(entry.digest) },
  )
  return new Uint8Array(await new Response(opened as never).arrayBuffer())
}
