import { fromBase64url, toBase64url } from "@candour/sealing/encoding.ts"
import {
  newPersonKey,
  openPersonKey,
  type Person,
  type PersonKey,
  publicPersonKey,
  sealPersonKey,
} from "@candour/sealing/person-key.ts"
import { sealedFromStorage } from "@candour/sealing/sealed.ts"
import { client, ready, server } from "@serenity-kit/opaque"

/** The passphrase doesn't fit the name, or there is no such name: nobody can tell which. */
export class WrongPassphrase extends Error {
  override name = "WrongPassphrase"
}

/** What a first sign-in hands to the server. Bytes as base64url. */
export interface Registration {
  record: string
  sealedKey: string
  recipient: string
  signingKey: string
}

/** The first message of a registration, and what finishes it once the server has answered. */
export async function startRegistration(passphrase: string) {
  await ready
  const { clientRegistrationState, registrationRequest } = client.startRegistration({ password: passphrase })
  return {
    request: registrationRequest,
    /** Makes the person's key and seals it under what OPAQUE exports: signing in will unlock it by the same act. */
    finish: async (response: string, whose: Person): Promise<{ registration: Registration; key: PersonKey }> => {
      const { registrationRecord, exportKey } = client.finishRegistration({
        clientRegistrationState,
        registrationResponse: response,
        password: passphrase,
      })
      const key = await newPersonKey()
      const { recipient, verifying } = await publicPersonKey(key)
      const registration = {
        record: registrationRecord,
        sealedKey: toBase64url(await sealPersonKey(fromBase64url(exportKey), key, whose)),
        recipient,
        signingKey: toBase64url(verifying),
      }
      return { registration, key }
    },
  }
}

/** The first message of a sign-in, and what finishes it. The passphrase stays here. */
export async function startSignIn(passphrase: string) {
  await ready
  const { clientLoginState, startLoginRequest } = client.startLogin({ password: passphrase })
  return {
    request: startLoginRequest,
    /**
     * @returns the proof for the server, and what opens the person's key
     * @throws WrongPassphrase
     */
    finish: (response: string) => {
      const done = client.finishLogin({ clientLoginState, loginResponse: response, password: passphrase })
      if (done === undefined) throw new WrongPassphrase("The name and the six words don't fit together.")
      return {
        proof: done.finishLoginRequest,
        unlock: (whose: Person, sealedKey: string): Promise<PersonKey> =>
          openPersonKey(fromBase64url(done.exportKey), whose, sealedFromStorage(fromBase64url(sealedKey))),
      }
    },
  }
}

/** Stretches a passphrase and opens a key, both nobody's, so that the next are by code that is compiled already. */
export async function unlockOnce(): Promise<void> {
  await ready
  const password = "nobody"
  const { clientRegistrationState, registrationRequest } = client.startRegistration({ password })
  const { registrationResponse } = server.createRegistrationResponse({
    serverSetup: server.createSetup(),
    userIdentifier: password,
    registrationRequest,
  })
  const { exportKey } = client.finishRegistration({ clientRegistrationState, registrationResponse, password })
  const [secret, whose] = [fromBase64url(exportKey), { tenant: "nobody", person: "nobody" }]
  await openPersonKey(secret, whose, await sealPersonKey(secret, await newPersonKey(), whose))
}
