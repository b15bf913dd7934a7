import { createHash } from "node:crypto"
import { asIdentity } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { fromBase64url } from "@candour/sealing/encoding.ts"
import { sql } from "drizzle-orm"
import type { Registration } from "./opaque-client.ts"

/** SHA-256: what the database keeps of a secret that it must recognise. */
export const hashOf = (secret: string): Uint8Array => createHash("sha256").update(secret).digest()

/** One member of staff, as a sign-in finds them. */
export interface Account {
  tenant: Tenant
  person: string
  record: string
}

/** The record of a sign-in name, or undefined. */
export async function recordOf(database: Database, name: string): Promise<Account | undefined> {
  const { rows } = await asIdentity(database, (connection) =>
    connection.execute<Account & Record<string, unknown>>(sql`select tenant, person, record from record_of(${name})`),
  )
  return rows[0]
}

/** The person's sealed key, once the sign-in has been proved. */
export async function sealedKeyOf(database: Database, person: string): Promise<Uint8Array> {
  const { rows } = await asIdentity(database, (connection) =>
    connection.execute<{ key: Uint8Array }>(sql`select sealed_key_of(${person}) as key`),
  )
  return rows[0]?.key ?? new Uint8Array()
}

/** Whom an invitation is for. */
export interface Invited {
  tenant: Tenant
  person: string
  name: string
  shownName: string
}

/** Whom the code invites, or undefined where it was used or has ended. */
export async function invitedBy(database: Database, code: string): Promise<Invited | undefined> {
  const { rows } = await asIdentity(database, (connection) =>
    connection.execute<Invited & Record<string, unknown>>(
      sql`select tenant, person, name, shown_name as "shownName" from invitation_of(${hashOf(code)})`,
    ),
  )
  return rows[0]
}

/** Stores a first sign-in and ends its invitation. @throws InvitationEnded */
export async function register(database: Database, code: string, made: Registration): Promise<void> {
  await asIdentity(database, (connection) =>
    connection.execute(sql`select * from register(${hashOf(code)}, ${made.record}, ${fromBase64url(made.sealedKey)},
      ${made.recipient}, ${fromBase64url(made.signingKey)})`),
  )
}

/** Milliseconds that the next try for a name waits after `failures` wrong ones: it grows, and never locks anybody out. */
export const delayAfter = (failures: number): number => Math.min(failures ** 2 * 50, 4_000)

/** Wrong tries for `name` within a quarter of an hour. Unknown names count alike. */
export async function failuresOf(database: Database, name: string): Promise<number> {
  const { rows } = await asIdentity(database, (connection) =>
    connection.execute<{ failures: number }>(sql`select failed_sign_ins(${hashOf(name)}) as failures`),
  )
  return rows[0]?.failures ?? 0
}

/** Counts a wrong try for `name`, or forgets them all after a right one. */
export const noteTry = (database: Database, name: string, right: boolean): Promise<unknown> =>
  asIdentity(database, (connection) =>
    connection.execute(
      right ? sql`select forget_failed_sign_ins(${hashOf(name)})` : sql`select note_failed_sign_in(${hashOf(name)})`,
    ),
  )
