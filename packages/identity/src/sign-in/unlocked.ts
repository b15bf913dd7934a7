import { fromBase64url, toBase64url } from "@candour/sealing/encoding.ts"
import type { Person, PersonKey } from "@candour/sealing/person-key.ts"
import { sealedFromStorage, secretFrom } from "@candour/sealing/sealed.ts"
import { openForSession, type SessionKey, sealForSession } from "@candour/sealing/session-key.ts"

/** Where this tab keeps the person's key, sealed under a key that the server keeps with the session (keys.md row 5). */
const KEPT = "candour-key"

/** Whose key is unlocked in this tab, and the key. */
export interface Unlocked {
  whose: Person
  key: PersonKey
}

/** Keeps an unlocked key from page to page of this tab. */
export async function keepUnlocked(sessionKey: SessionKey, { whose, key }: Unlocked): Promise<void> {
  sessionStorage.setItem(KEPT, toBase64url(await sealForSession(sessionKey, key, whose)))
}

/**
 * The key unlocked at sign-in. Needs both halves: this tab's and the session's.
 *
 * @returns nothing where the session has ended or this tab was never unlocked: the person must sign in
 */
export async function unlockedKey(): Promise<Unlocked | undefined> {
  const kept = sessionStorage.getItem(KEPT)
  if (kept === null) return undefined
  const answer = await fetch("/session-key")
  if (!answer.ok) return undefined
  const { tenant, person, sessionKey } = (await answer.json()) as Person & { sessionKey: string }
  const whose = { tenant, person }
  try {
    const key = await openForSession(
      secretFrom(fromBase64url(sessionKey)),
      whose,
      sealedFromStorage(fromBase64url(kept)),
    )
    return { whose, key }
  } catch {
    sessionStorage.removeItem(KEPT) // of an earlier session
    return undefined
  }
}

/** {@link unlockedKey}, or the sign-in page and back here. */
export async function requireUnlocked(): Promise<Unlocked> {
  const unlocked = await unlockedKey()
  if (unlocked !== undefined) return unlocked
  location.assign(`/sign-in?next=${encodeURIComponent(location.pathname)}`)
  return new Promise(() => {})
}
