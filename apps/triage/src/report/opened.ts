/** Browser: opens a report's sealed parts with the keys unlocked in this tab. Nothing of it goes back to the server. */
import type { Unlocked } from "@candour/identity/sign-in/unlocked.ts"
import { isSignedBy } from "@candour/sealing/decision.ts"
import { fromBase64url, textOf } from "@candour/sealing/encoding.ts"
import { type FingerprintKey, fingerprintKey } from "@candour/sealing/fingerprint.ts"
import { openMessage } from "@candour/sealing/message.ts"
import { openReport } from "@candour/sealing/open-report.ts"
import type { Place } from "@candour/sealing/place.ts"
import type { ThreadKey } from "@candour/sealing/receipt.ts"
import { UnknownVersion } from "@candour/sealing/refused.ts"
import type { ReportBody } from "@candour/sealing/report-body.ts"
import { openUnder, type ReportKey } from "@candour/sealing/report-key.ts"
import { type Sealed, sealedFromStorage, secretFrom } from "@candour/sealing/sealed.ts"
import * as z from "zod/mini"
import { ownInbox } from "../desk/own-inbox.ts"
import { en } from "./messages.ts"
import type { HandedOut, SentEvent } from "./open-report.ts"

const messaged = z.object({ message: z.number() })
const arrival = z.object({ from: z.string(), number: z.optional(z.number()) })

/** A report open in this tab: its keys, and what it says. */
export interface Opened {
  id: string
  unlocked: Unlocked
  key: ReportKey
  thread: ThreadKey
  /** Under which people concerned are compared with those of the desk's other reports. */
  fingerprints: FingerprintKey
  /** Of the inbox key that it is derived from. */
  generation: number
  /** The tenant that the report's own place names, whoever holds it now. */
  sealedFor: string
  body: ReportBody
}

/** No wrap of the report's key is for this person's keys. */
export class NoWrap extends Error {
  override name = "NoWrap"
}

/** The inbox key that a colleague gave this person doesn't open. */
export class NoAccess extends Error {
  override name = "NoAccess"
}

/** Opens what was handed out. @throws NoAccess, NoWrap, and as `openReport` */
export async function openHandedOut(id: string, unlocked: Unlocked, handed: HandedOut): Promise<Opened> {
  const inbox = await ownInbox(unlocked, handed.inbox).catch((cause) => {
    throw new NoAccess("the grant doesn't open", { cause })
  })
  // A restricted report is wrapped to each person named, and to no inbox (keys.md row 16).
  const own = handed.wraps.find(({ holder }) => holder === unlocked.whose.person)
  const wrap =
    own ?? handed.wraps.find(({ holder, generation }) => holder === "inbox" && generation === inbox.generation)
  if (wrap === undefined) throw new NoWrap("no wrap for this inbox")
  const { key, body } = await openReport(
    own === undefined ? inbox.identity : unlocked.key.identity,
    { tenant: handed.sealedFor, report: id },
    sealedFromStorage(fromBase64url(wrap.wrapped)),
    sealedFromStorage(fromBase64url(handed.body)),
  )
  return {
    id,
    unlocked,
    key,
    thread: secretFrom(fromBase64url(body.thread)),
    fingerprints: fingerprintKey(inbox),
    generation: inbox.generation,
    sealedFor: handed.sealedFor,
    body,
  }
}

/** What to do where {@link openHandedOut} threw: each of these has somebody who can put it right. */
export function whyNotOpened(error: unknown, { events }: HandedOut): string {
  if (error instanceof NoAccess) return en.said.noAccess
  // Of another release, what came is whole: sending it again would change nothing.
  const came = events.some(({ kind }) => kind === "arrived") && !(error instanceof UnknownVersion)
  return came ? en.said.wrongKeyCame : en.said.cannotOpen
}

/** Where the words of event `number` belong: under the report's key, at this desk. */
export const wordsPlace = ({ id, unlocked }: Opened, number: number): Place => ({
  tenant: unlocked.whose.tenant,
  report: id,
  part: "event",
  number,
})

/** The words of an event, or undefined where they can't be opened. */
export async function openWords(
  opened: Opened,
  { kind, number, detail, words = "" }: SentEvent,
): Promise<string | undefined> {
  const sealed = sealedFromStorage(fromBase64url(words))
  if (kind === "messaged") return openOwnMessage(opened, detail, sealed)
  const place = wordsPlace(opened, number)
  // The reason of a transfer was sealed where it was given: at the desk it came from, as that desk's event.
  const given = kind === "arrived" ? arrival.safeParse(detail).data : undefined
  const sealedAt = given?.number === undefined ? place : { ...place, tenant: given.from, number: given.number }
  try {
    return textOf(await openUnder(opened.key, sealedAt, sealed))
  } catch {
    return undefined
  }
}

/** A message of this desk's is the reporter's to read, too: it is sealed under the thread's key. */
async function openOwnMessage(opened: Opened, detail: unknown, sealed: Sealed): Promise<string | undefined> {
  const { message } = messaged.safeParse(detail).data ?? {}
  if (message === undefined) return undefined
  const thread = { tenant: opened.sealedFor, report: opened.id }
  const body = await openMessage(opened.thread, thread, { from: "team", number: message }, sealed).catch(
    () => undefined,
  )
  return body?.text
}

/** What an event's signature says: it fits, it doesn't, or there is none. An opening needs none, the search's and a stopped one neither. */
export type SignatureState = "fits" | "wrong" | "missing" | "none-needed"

/** Checks an event's signature by its taker's key. */
export function signatureState(opened: Opened, event: SentEvent, verifying: HandedOut["verifying"]): SignatureState {
  const { number, kind, detail, by, words, signature } = event
  if (by === undefined || kind === "opened" || kind === "indexed" || kind === "stopped") return "none-needed"
  if (signature === undefined) return "missing"
  const key = verifying[by]
  if (key === undefined) return "wrong"
  const decision = {
    tenant: opened.unlocked.whose.tenant,
    report: opened.id,
    number,
    kind,
    detail,
    words: words === undefined ? undefined : fromBase64url(words),
  }
  return isSignedBy(fromBase64url(key), decision, fromBase64url(signature)) ? "fits" : "wrong"
}
