/** Browser and server: opens and seals the messages of a mailbox with what its digits give. */
import type { Language, MayReply } from "@candour/domain/contact.ts"
import type { FileEntry } from "@candour/sealing/file-entry.ts"
import {
  type MessageBody,
  type MessagePlace,
  openMessage,
  type SignedMessage,
  sealSigned,
} from "@candour/sealing/message.ts"
import { type ReceiptRoot, referralThreadKey, type ThreadKey, threadKey, voice } from "@candour/sealing/receipt.ts"
import { sealedFromStorage } from "@candour/sealing/sealed.ts"

/** A report or a copy of it, as far as its thread needs. */
export interface Copy {
  report: string
  sealedFor: string
  referralOf?: string | undefined
  /** How many messages the reporter has written, and the digest of the last: as the server says, which could hide the last. */
  sent: number
  lastSent?: Uint8Array | undefined
}

/** A sealed message of one copy's thread. */
export interface SealedMessage {
  from: "team" | "reporter"
  number: number
  sealed: Uint8Array
  previous?: Uint8Array | undefined
}

/** What a reporter may do with one press: each is a message, so that nobody else can do it in their name. */
export type Written =
  | { kind: "message"; text: string }
  | { kind: "may-reply"; mayReply: MayReply }
  | { kind: "not-over"; text: string }

/** UTF-16 units of one message at most. */
export const MESSAGE_CHARACTERS = 20_000

const keyOf = (root: ReceiptRoot, { report, referralOf }: Copy): ThreadKey =>
  referralOf === undefined ? threadKey(root, report) : referralThreadKey(threadKey(root, referralOf), report)

const placeOf = ({ from, number, previous }: SealedMessage): MessagePlace =>
  from === "team" ? { from, number } : { from, number, ...(previous && { previous }) }

/** The message's content; undefined where it doesn't open, whoever put it there. */
export async function openInThread(
  root: ReceiptRoot,
  copy: Copy,
  message: SealedMessage,
): Promise<MessageBody | undefined> {
  const thread = { tenant: copy.sealedFor, report: copy.report }
  try {
    return await openMessage(keyOf(root, copy), thread, placeOf(message), sealedFromStorage(message.sealed))
  } catch {
    return undefined
  }
}

/** A message for one copy, sealed and signed, for the place after the last; `files` are that copy's. */
export async function sealWritten(
  root: ReceiptRoot,
  copy: Copy,
  written: Written,
  language: Language,
  files: readonly FileEntry[] = [],
): Promise<SignedMessage & { report: string; number: number }> {
  const own = { root, key: keyOf(root, copy), voice: voice(root) }
  const at = { from: "reporter", number: copy.sent, ...(copy.lastSent && { previous: copy.lastSent }) } as const
  const body: MessageBody = {
    version: 1,
    text: written.kind === "may-reply" ? "" : written.text.replaceAll(/\r\n?/g, "\n"),
    language,
    ...(files.length > 0 && { files: [...files] }),
    ...(written.kind === "may-reply" && { mayReply: written.mayReply }),
    ...(written.kind === "not-over" && { notOver: true as const }),
  }
  const sealed = await sealSigned(own, { tenant: copy.sealedFor, report: copy.report }, at, body)
  return { ...sealed, report: copy.report, number: copy.sent }
}
