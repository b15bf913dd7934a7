import { randomBytes } from "node:crypto"
import { ready, server } from "@serenity-kit/opaque"

/** Milliseconds between the two messages of a sign-in. */
const PENDING_MILLISECONDS = 60_000
/** Sign-ins under way at once; past that the oldest is forgotten, so that a flood costs memory for nobody. */
const PENDING_MOST = 10_000

/** A new OPAQUE set-up: the server's secret. With another one everyone registers anew (keys.md row 20). */
export async function newOpaqueSetup(): Promise<string> {
  await ready
  return server.createSetup()
}

/** The server's side of OPAQUE (RFC 9807): it never sees a passphrase, and gives a decoy for a name it doesn't know. */
export function createOpaqueServer(setup: string, now: () => number = Date.now) {
  const pending = new Map<string, { state: string; name: string; until: number }>()
  return {
    registrationResponse: async (name: string, request: string): Promise<string> => {
      await ready
      return server.createRegistrationResponse({
        serverSetup: setup,
        userIdentifier: name,
        registrationRequest: request,
      }).registrationResponse
    },
    /** @param record - of the name, or undefined where there is none: the answer looks the same */
    start: async (name: string, request: string, record: string | undefined) => {
      await ready
      const { serverLoginState, loginResponse } = server.startLogin({
        serverSetup: setup,
        userIdentifier: name,
        registrationRecord: record ?? null,
        startLoginRequest: request,
      })
      const ticket = randomBytes(32).toString("base64url")
      const oldest = pending.size >= PENDING_MOST ? pending.keys().next().value : undefined
      if (oldest !== undefined) pending.delete(oldest)
      pending.set(ticket, { state: serverLoginState, name, until: now() + PENDING_MILLISECONDS })
      return { ticket, response: loginResponse }
    },
    /** The name that `proof` proves the passphrase of; undefined where it proves nothing. A ticket serves once. */
    finish: (ticket: string, proof: string): { name: string; proved: boolean } | undefined => {
      const begun = pending.get(ticket)
      pending.delete(ticket)
      if (begun === undefined || begun.until < now()) return undefined
      try {
        server.finishLogin({ serverLoginState: begun.state, finishLoginRequest: proof })
        return { name: begun.name, proved: true }
      } catch {
        return { name: begun.name, proved: false }
      }
    },
  }
}

export type OpaqueServer = ReturnType<typeof createOpaqueServer>
