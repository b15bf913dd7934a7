import type { Database } from "@candour/database/connect.ts"
import type { PersonKey } from "@candour/sealing/person-key.ts"
import { invitedBy, register } from "../accounts.ts"
import { startRegistration } from "../opaque-client.ts"
import type { OpaqueServer } from "../opaque-server.ts"
import { newPassphrase } from "../passphrase.ts"

/** Somebody who has just signed in for the first time. */
export interface SignedUp {
  person: string
  passphrase: string
  key: PersonKey
  recipient: string
}

/**
 * A whole first sign-in in one process, as the browser and the server do it between them: for the seed, whose people
 * must be real accounts.
 *
 * @returns the passphrase that was made, and the person's key, unlocked
 */
export async function signUp(database: Database, opaque: OpaqueServer, code: string): Promise<SignedUp> {
  const invited = await invitedBy(database, code)
  if (invited === undefined) throw new Error("The invitation has ended.")
  const passphrase = newPassphrase()
  const registration = await startRegistration(passphrase)
  const response = await opaque.registrationResponse(invited.name, registration.request)
  const made = await registration.finish(response, invited)
  await register(database, code, made.registration)
  return { person: invited.person, passphrase, key: made.key, recipient: made.registration.recipient }
}
