import { openKeyUnder, type Person, type PersonKey, sealKeyUnder } from "./person-key.ts"
import { type PlaceBytes, placeOf } from "./place.ts"
import { newSecret, type Sealed, type Secret } from "./sealed.ts"

/**
 * 32 random bytes that live as long as a session (keys.md row 5). The server keeps them with the session and hands them
 * to its pages; the browser keeps P sealed under them in its session storage. Neither half serves alone.
 */
export type SessionKey = Secret<"session">

/** A key for a new session, made in the browser. */
export const newSessionKey = (): SessionKey => newSecret()

/** P sealed for the browser's session storage. */
export const sealForSession = (sessionKey: SessionKey, key: PersonKey, whose: Person): Promise<Sealed> =>
  sealKeyUnder(sessionKey, placeInSession(whose), key)

/**
 * P out of what {@link sealForSession} sealed. The session's key comes from the server through `secretFrom`.
 *
 * @throws NotForThisKey - of another session
 * @throws NotThisPlace - another person's
 * @throws Damaged, UnknownVersion
 */
export const openForSession = (sessionKey: SessionKey, whose: Person, sealed: Sealed): Promise<PersonKey> =>
  openKeyUnder(sessionKey, placeInSession(whose), sealed)

const placeInSession = ({ tenant, person }: Person): PlaceBytes => placeOf("session", tenant, person)
