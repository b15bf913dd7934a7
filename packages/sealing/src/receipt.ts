import { ed25519 } from "@noble/curves/ed25519.js"
import { hmac } from "@noble/hashes/hmac.js"
import { scryptAsync } from "@noble/hashes/scrypt.js"
import { sha256 } from "@noble/hashes/sha2.js"
import { randomBytes } from "@noble/hashes/utils.js"
import { checkDigit } from "./check-digit.ts"
import { derive } from "./derivation.ts"
import { NotThisVoice } from "./refused.ts"
import { type Secret, secretFrom } from "./sealed.ts"

/** Digits of a receipt: 19 random ones (63 bits) and a check digit. */
export const RECEIPT_DIGITS = 20

declare const receipt: unique symbol

/** Twenty digits, `0` to `9`, whose last fits the others. Only paper keeps them (keys.md row 12). */
export type Receipt = string & { readonly [receipt]: true }

/** What the digits become by scrypt: 32 bytes, from which the mailbox and its keys derive. */
export type ReceiptRoot = Secret<"receipt root">

/** T: seals the messages of one report, both ways (keys.md row 14). 32 bytes. */
export type ThreadKey = Secret<"thread">

/** The reporter's Ed25519 key pair (RFC 8032; keys.md row 15): `publicKey` 32 bytes, a signature 64. */
export type Voice = { readonly publicKey: Uint8Array; readonly sign: (message: Uint8Array) => Uint8Array }

/** A new receipt; each of its first 19 digits is uniform. */
export function newReceipt(): Receipt {
  let digits = ""
  while (digits.length < RECEIPT_DIGITS - 1) {
    const [byte = 255] = randomBytes(1)
    // 250 to 255 would make 0 to 5 likelier.
    if (byte < 250) digits += byte % 10
  }
  return (digits + checkDigit(digits)) as Receipt
}

/**
 * Reads typed digits: spaces, dashes and anything else between them don't matter, and digits of any script count.
 *
 * @returns the receipt; or `length` with how many digits were typed; or `check`: twenty, but they can't be right
 */
export function parseReceipt(
  typed: string,
): { kind: "receipt"; receipt: Receipt } | { kind: "length"; digits: number } | { kind: "check" } {
  const digits = Array.from(typed.matchAll(/\p{Nd}/gu), ([char]) => valueOfDigit(char)).join("")
  if (digits.length !== RECEIPT_DIGITS) return { kind: "length", digits: digits.length }
  if (checkDigit(digits.slice(0, -1)) !== Number(digits.at(-1))) return { kind: "check" }
  return { kind: "receipt", receipt: digits as Receipt }
}

/** 0 to 9: Unicode keeps decimal digits in rows of ten from a zero (The Unicode Standard §4.6); some rows adjoin. */
function valueOfDigit(char: string): number {
  const code = char.codePointAt(0) as number
  let first = code
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first--
  return (code - first) % 10
}

/** The salt of every receipt is the same, since a reporter brings only digits. */
export const RECEIPT_SALT = "candour receipt v1"

/** How the digits are stretched, by scrypt (RFC 7914): 16 MiB. */
export const RECEIPT_SCRYPT = { N: 2 ** 14, r: 8, p: 1 } as const

/** Makes the root of a receipt's digits: {@link receiptRoot}, or the same bytes by a server's own scrypt. */
export type RootOf = (digits: Receipt) => Promise<ReceiptRoot>

/** The root of everything a receipt opens: 94 ms in Chromium, about 650 ms on a phone; yields to the page meanwhile. */
export const receiptRoot: RootOf = async (digits) =>
  secretFrom(await scryptAsync(digits, RECEIPT_SALT, { ...RECEIPT_SCRYPT, dkLen: 32 }))

/** The mailbox's address, 32 bytes (keys.md row 13): shown only by who asks for the thread. */
export const mailboxAddress = (root: ReceiptRoot): Secret<"mailbox address"> => derive(root, "mailboxAddress")

/** SHA-256 of the address, 32 bytes: what is sent with a report and stored, so that a stolen table opens no mailbox. */
export const mailboxHash = (address: Secret<"mailbox address">): Uint8Array<ArrayBuffer> => sha256(address)

/** T of the report with this id (a UUID in lower case). */
export const threadKey = (root: ReceiptRoot, reportId: string): ThreadKey => derive(root, "threadKey", reportId)

/** T′ of a referral (its id a UUID in lower case), from T of the report that it came with (keys.md row 17). */
export const referralThreadKey = (thread: ThreadKey, referralId: string): ThreadKey =>
  derive(thread, "referralThreadKey", referralId)

/** The reporter's voice. What is signed must name its place, or a signature could be moved to another message. */
export function voice(root: ReceiptRoot): Voice {
  const seed = derive(root, "voice")
  return { publicKey: ed25519.getPublicKey(seed), sign: (message) => ed25519.sign(message, seed) }
}

/**
 * Returns when `signature` over `message` is by the voice with this public key.
 *
 * @throws NotThisVoice - it is not
 */
export function verifyVoice(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): void {
  if (!isSigned(publicKey, message, signature)) throw new NotThisVoice("the reporter did not sign this")
}

function isSigned(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    // ZIP 215 would accept more than one encoding of a signature; a record that stands up in a hearing has one.
    return ed25519.verify(signature, message, publicKey, { zip215: false })
  } catch {
    return false // bytes that are no key or no signature at all
  }
}

/**
 * Tells a repeat of the same report from another one with the same id (design §5, `accept_report`): HMAC-SHA-256,
 * 32 bytes, under a key derived from the receipt. Sealing again gives other bytes but the same digest, and without the
 * digits it can't be used to guess what was written.
 */
export const retryDigest = (root: ReceiptRoot, content: Uint8Array): Uint8Array<ArrayBuffer> =>
  hmac(sha256, derive(root, "retryDigest"), content)
