import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, randomBytes } from "@noble/hashes/utils.js"
import { Decrypter, Encrypter } from "age-encryption"
import { type PlaceBytes, putInPlace, takeFromPlace } from "./place.ts"
import { Damaged, NotForThisKey, NotSealed } from "./refused.ts"

declare const sealed: unique symbol
declare const secret: unique symbol

/** An age file that this package made. Storing plain text where this is asked for is a type error. */
export type Sealed = Uint8Array<ArrayBuffer> & { readonly [sealed]: true }

/** 32 secret bytes, random or derived; `Name` keeps one kind of key from being used as another. */
export type Secret<Name extends string = string> = Uint8Array<ArrayBuffer> & { readonly [secret]: Name }

const SECRET_BYTES = 32

/**
 * age's work factor, as a power of two: 2^1. Stretching slows the guessing of a chosen passphrase; ours is 256 random
 * bits, which no stretching can improve (3.3 ms instead of seconds).
 */
export const WORK_FACTOR = 1

// The work factor is held to ours: a file claiming 2^20 would take a gigabyte of a standards officer's memory.
const HEADER =
  /^age-encryption\.org\/v1\n-> (scrypt [A-Za-z\d+/]{22} 1|mlkem768x25519 [A-Za-z\d+/]+)\n([A-Za-z\d+/]{64}\n)*[A-Za-z\d+/]{0,63}\n--- [A-Za-z\d+/]{43}\n/
const latin1 = new TextDecoder("latin1")
/** After its header an age file has a nonce of 16 bytes and at least one chunk with its tag of 16. */
const LEAST_PAYLOAD_BYTES = 32

/** A new random secret of 32 bytes. */
export const newSecret = <Name extends string>(): Secret<Name> => randomBytes(SECRET_BYTES) as Secret<Name>

/**
 * Bytes that were opened, derived or sent, as a secret.
 *
 * @throws Damaged - not 32 bytes
 */
export function secretFrom<Name extends string>(bytes: Uint8Array): Secret<Name> {
  if (bytes.length !== SECRET_BYTES) throw new Damaged(`a key has ${SECRET_BYTES} bytes, not ${bytes.length}`)
  return bytes as Secret<Name>
}

/**
 * Bytes from a column, a spool file or a request, as sealed.
 *
 * @throws NotSealed - no age file, or sealed otherwise than this package does
 */
export function sealedFromStorage(bytes: Uint8Array): Sealed {
  const header = latin1.decode(bytes.subarray(0, 2048))
  const [found] = HEADER.exec(header) ?? []
  if (found === undefined || bytes.length < found.length + LEAST_PAYLOAD_BYTES)
    throw new NotSealed("these bytes were not sealed by Candour")
  return bytes as Sealed
}

/** SHA-256 of sealed bytes (32 bytes): what the next part names as `previous`. */
export const digestOf = (bytes: Sealed): Uint8Array<ArrayBuffer> => sha256(bytes)

/**
 * The passphrase with which stock `age -d` opens what is sealed under `key`: its 32 bytes as 64 lower-case hex digits.
 */
export const passphraseOf = (key: Secret): string => bytesToHex(key)

/** Seals `content` under a secret (keys.md: *sealed under*), padded to a multiple of `step` bytes. */
export function sealWithSecret(key: Secret, place: PlaceBytes, content: Uint8Array, step: number): Promise<Sealed> {
  const age = new Encrypter()
  age.setPassphrase(passphraseOf(key))
  age.setScryptWorkFactor(WORK_FACTOR)
  return age.encrypt(putInPlace(place, content, step)) as Promise<Sealed>
}

/**
 * Opens what {@link sealWithSecret} sealed.
 *
 * @throws NotForThisKey, NotThisPlace, Damaged, UnknownVersion
 */
export async function openWithSecret(key: Secret, place: PlaceBytes, bytes: Sealed): Promise<Uint8Array<ArrayBuffer>> {
  const age = new Decrypter()
  age.addPassphrase(passphraseOf(key))
  return takeFromPlace(place, await decrypted(age, bytes))
}

/**
 * Seals `content` to a hybrid post-quantum recipient (keys.md: *sealed to*): X25519 with ML-KEM-768.
 * Whoever knows the recipient can do this, so it says nothing about who did.
 *
 * @param recipient - `age1pq1…`, 1,959 characters
 * @throws TypeError - any other kind of recipient: it would not outlast a quantum computer
 */
export function sealToRecipient(
  recipient: string,
  place: PlaceBytes,
  content: Uint8Array,
  step: number,
): Promise<Sealed> {
  if (!recipient.startsWith("age1pq1")) throw new TypeError("a recipient begins with age1pq1")
  const age = new Encrypter()
  age.addRecipient(recipient)
  return age.encrypt(putInPlace(place, content, step)) as Promise<Sealed>
}

/**
 * Whether anything can be sealed to `recipient`: its letters alone don't say so, since its check sum may be wrong and
 * its bytes no keys of X25519 and ML-KEM-768. Found out by sealing nothing to it.
 */
export async function isRecipient(recipient: string): Promise<boolean> {
  if (!recipient.startsWith("age1pq1")) return false
  try {
    const age = new Encrypter()
    age.addRecipient(recipient)
    await age.encrypt(new Uint8Array())
    return true
  } catch {
    return false
  }
}

/**
 * Opens what {@link sealToRecipient} sealed.
 *
 * @param identity - `AGE-SECRET-KEY-PQ-1…`
 * @throws NotForThisKey, NotThisPlace, Damaged, UnknownVersion
 */
export async function openWithIdentity(
  identity: string,
  place: PlaceBytes,
  bytes: Sealed,
): Promise<Uint8Array<ArrayBuffer>> {
  const age = new Decrypter()
  age.addIdentity(identity)
  return takeFromPlace(place, await decrypted(age, bytes))
}

async function decrypted(age: Decrypter, bytes: Sealed): Promise<Uint8Array> {
  try {
    return await age.decrypt(bytes)
  } catch (cause) {
    // The library has no error classes; this is its only sentence for a key that does not fit (typage lib/index.ts).
    if (cause instanceof Error && cause.message.startsWith("no identity matched")) {
      throw new NotForThisKey("this key does not open it", { cause })
    }
    throw new Damaged("what was sealed has been altered", { cause })
  }
}
