import type { Language, MayReply } from "@candour/domain/contact.ts"
import { sha256 } from "@noble/hashes/sha2.js"
import * as z from "zod/mini" // read in the browser: 5 kB compressed, where all of zod is 77
import { bytesOf, textOf } from "./encoding.ts"
import { fileEntry, MOST_FILES } from "./file-entry.ts"
import { bytesOfPlace, joined, type Place } from "./place.ts"
import { type ReceiptRoot, retryDigest, type ThreadKey, type Voice, verifyVoice } from "./receipt.ts"
import { Damaged, UnknownVersion } from "./refused.ts"
import { openUnder, sealUnder } from "./report-key.ts"
import type { Sealed } from "./sealed.ts"

const language = z.enum({ en: "en", cy: "cy" } satisfies { [L in Language]: L })
const mayReply = z.enum({ yes: "yes", careful: "careful", no: "no" } satisfies { [M in MayReply]: M })

const messageBody = z.object({
  version: z.literal(1),
  text: z.string(),
  /** The language it is written in. */
  language,
  /** The reporter changes whether they may be written to. */
  mayReply: z.optional(mayReply),
  /** The reporter says that it isn't over. */
  notOver: z.optional(z.literal(true)),
  /** The files that come with it, each under a key of its own. */
  files: z.optional(z.array(fileEntry).check(z.maxLength(MOST_FILES))),
})

/** What one message of a thread says, as JSON. The choices come with it so that what the database counts can be checked. */
export type MessageBody = z.infer<typeof messageBody>

/** Which report's thread a message is in: its id, and the tenant it was sealed for first, whoever holds it now. */
export type ThreadOf = Pick<Place, "tenant" | "report">

/**
 * Where a message stands: which of its direction, from 0. The reporter's name the digest of the one before (32 bytes),
 * so that none can be left out before another unnoticed. The last ones can: of those, nothing that came later speaks.
 */
export type MessagePlace =
  | { readonly from: "team"; readonly number: number }
  | { readonly from: "reporter"; readonly number: number; readonly previous?: Uint8Array }

const placeOf = (thread: ThreadOf, at: MessagePlace): Place => ({
  ...thread,
  part: at.from === "team" ? "message to reporter" : "message from reporter",
  number: at.number,
  ...("previous" in at && at.previous && { previous: at.previous }),
})

/**
 * Seals a message under its thread's key (keys.md row 14), in steps of 4 kB.
 *
 * @throws ZodError - nobody could read it: it has too many files, or another fault
 */
export async function sealMessage(
  key: ThreadKey,
  thread: ThreadOf,
  at: MessagePlace,
  body: MessageBody,
): Promise<Sealed> {
  return sealUnder(key, placeOf(thread, at), bytesOf(JSON.stringify(messageBody.parse(body))))
}

/**
 * Opens what {@link sealMessage} sealed.
 *
 * @throws NotForThisKey - of another thread
 * @throws NotThisPlace - of another report or another place in the thread
 * @throws Damaged - altered since, or no message
 * @throws UnknownVersion - a format of another release
 */
export async function openMessage(
  key: ThreadKey,
  thread: ThreadOf,
  at: MessagePlace,
  sealed: Sealed,
): Promise<MessageBody> {
  const text = textOf(await openUnder(key, placeOf(thread, at), sealed))
  const read = messageBody.safeParse(parsed(text))
  if (read.success) return read.data
  if (/^\{"version":(?!1\b)/.test(text)) throw new UnknownVersion("this message is of another release")
  throw new Damaged("this is no message")
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Damaged("this is no message", { cause })
  }
}

/** A message of the reporter's as it is sent: sealed, signed by their voice, with what tells a repeat apart. */
export interface SignedMessage {
  sealed: Sealed
  /** Ed25519, 64 bytes */
  signature: Uint8Array
  /** 32 bytes, the same whenever the same message is sealed again for the same place */
  digest: Uint8Array
}

/** Seals and signs a reporter's message (keys.md rows 14 and 15). */
export async function sealSigned(
  { root, key, voice }: { root: ReceiptRoot; key: ThreadKey; voice: Voice },
  thread: ThreadOf,
  at: MessagePlace & { from: "reporter" },
  body: MessageBody,
): Promise<SignedMessage> {
  const sealed = await sealMessage(key, thread, at, body)
  return {
    sealed,
    signature: voice.sign(bytesToSign(thread, at, sealed)),
    digest: retryDigest(root, joined([bytesOfPlace(placeOf(thread, at)), bytesOf(JSON.stringify(body))])),
  }
}

/** What is signed names its place: a signature can't be moved to another message, thread or report. */
const bytesToSign = (thread: ThreadOf, at: MessagePlace, sealed: Sealed): Uint8Array =>
  joined([bytesOf("candour message 1"), bytesOfPlace(placeOf(thread, at)), sha256(sealed)])

/**
 * Returns where the reporter whose voice this is (32 bytes, from the report's sealed body) signed the message here.
 *
 * @throws NotThisVoice - somebody else wrote it, or put it here
 */
export const verifySigned = (
  voice: Uint8Array,
  thread: ThreadOf,
  at: MessagePlace & { from: "reporter" },
  sealed: Sealed,
  signature: Uint8Array,
): void => verifyVoice(voice, bytesToSign(thread, at, sealed), signature)
