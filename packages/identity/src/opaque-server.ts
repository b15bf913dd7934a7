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

/** What a browser sent is no message of OPAQUE, now or when it registered. */
export class UnreadableMessage extends Error {
  override name = "UnreadableMessage"
}

/** The library has no error classes: it names what it couldn't read, and only these come from a browser. */
const SENT = /at "(deserialize )?(startLoginRequest|registrationRequest|registrationRecord)"/

function reading<Answer>(work: () => Answer): Answer {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof Error && SENT.test(cause.message))
      throw new UnreadableMessage("this is no message of OPAQUE", { cause })
    throw cause
  }
}

/** The server's side of OPAQUE (RFC 9807): it never sees a passphrase, and gives a decoy for a name it doesn't know. */
export function createOpaqueServer(setup: string, now: () => number = Date.now) {
  const pending = new Map<string, { state: string; name: string; until: number }>()
  return {
    /** @throws UnreadableMessage */
    registrationResponse: async (name: string, request: string): Promise<string> => {
      await ready
      const asked = { serverSetup: setup, userIdentifier: name, registrationRequest: request }
      return reading(() => server.createRegistrationResponse(asked)).registrationResponse
    },
    /**
     * @param record - of the name, or undefined where there is none: the answer looks the same
     * @throws UnreadableMessage
     */
    start: async (name: string, request: string, record: string | undefined) => {
      await ready
      const asked = { serverSetup: setup, userIdentifier: name, startLoginRequest: request }
      const { serverLoginState, loginResponse } = reading(() =>
        server.startLogin({ ...asked, registrationRecord: record ?? null }),
      )
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
