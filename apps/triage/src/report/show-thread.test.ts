import { randomUUID } from "node:crypto"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { type MessagePlace, type SignedMessage, sealMessage, sealSigned } from "@candour/sealing/message.ts"
import { newReceipt, receiptRoot, threadKey, voice } from "@candour/sealing/receipt.ts"
import { digestOf, newSecret, type Sealed } from "@candour/sealing/sealed.ts"
import { expect, test } from "vitest"
import type { SentMessage } from "./open-report.ts"
import type { Opened } from "./opened.ts"
import { openThread, signedMayReply } from "./show-thread.ts"

const [id, elsewhere] = [randomUUID(), randomUUID()]
const root = await receiptRoot(newReceipt())
const own = { root, key: threadKey(root, id), voice: voice(root) }
const thread = { tenant: "kent", report: id }
const opened = {
  id,
  thread: own.key,
  sealedFor: "kent",
  body: { voice: toBase64url(own.voice.publicKey), mayReply: "careful" },
} as unknown as Opened

const says = (text: string) => ({ version: 1, text, language: "en" }) as const
type Reporters = MessagePlace & { from: "reporter" }
const first: Reporters = { from: "reporter", number: 0 }
const written = (text: string, at = first) => sealSigned(own, thread, at, says(text))

const stored = (from: "team" | "reporter", number: number, sealed: Sealed, signature?: Uint8Array): SentMessage => ({
  from,
  number,
  day: "2026-03-01",
  sealed: toBase64url(sealed),
  signature: signature && toBase64url(signature),
  removed: false,
})
const reporters = (number: number, { sealed, signature }: SignedMessage) =>
  stored("reporter", number, sealed, signature)
const bodies = async (...messages: SentMessage[]) =>
  (await openThread(opened, messages)).map(({ body }) => (typeof body === "string" ? body : body.text))

test("a desk reads what the reporter signed, in its order, and what it wrote itself", async () => {
  const one = await written("One.")
  const two = await written("Two.", { from: "reporter", number: 1, previous: digestOf(one.sealed) })
  const ours = await sealMessage(own.key, thread, { from: "team", number: 0 }, says("Ours."))
  expect(await bodies(stored("team", 0, ours), reporters(0, one), reporters(1, two))).toEqual(["Ours.", "One.", "Two."])
})

test("whoever holds the database and the server's environment can put no message into a reporter's mouth", async () => {
  // They can write rows, with keys of their own; what they lack is the receipt.
  const thief = { root: newSecret<"receipt root">(), key: newSecret<"thread">(), voice: voice(newSecret()) }
  const forged = await sealSigned(thief, thread, first, says("I take it all back."))
  expect(await bodies(reporters(0, forged))).toEqual(["not-theirs"])
  expect(await bodies(stored("reporter", 0, forged.sealed))).toEqual(["not-theirs"])
  const ours = await sealMessage(thief.key, thread, { from: "team", number: 0 }, says("Come to the station."))
  expect(await bodies(stored("team", 0, ours))).toEqual(["unreadable"])
})

test("an officer, who holds the thread's key, can't either", async () => {
  const rogue = await sealSigned({ ...own, voice: voice(newSecret()) }, thread, first, says("I withdraw."))
  expect(await bodies(reporters(0, rogue))).toEqual(["not-theirs"])
})

test("a message moved from another thread, or to another place in its own, is refused", async () => {
  const moved = await sealSigned(
    { ...own, key: threadKey(root, elsewhere) },
    { ...thread, report: elsewhere },
    first,
    says("Yes."),
  )
  expect(await bodies(reporters(0, moved))).toEqual(["not-theirs"])
  const one = await written("One.")
  expect(await bodies(reporters(1, one))).toEqual(["not-theirs"])
})

test("where a message was left out, the one after it doesn't pass", async () => {
  const one = await written("One.")
  const two = await written("Two.", { from: "reporter", number: 1, previous: digestOf(one.sealed) })
  expect(await bodies(reporters(1, two))).toEqual(["not-theirs"])
})

test("whether the reporter may be written to is what they last signed, whatever others put beside it", async () => {
  const one = await sealSigned(own, thread, first, { ...says(""), mayReply: "no" })
  const next: Reporters = { from: "reporter", number: 1, previous: digestOf(one.sealed) }
  const two = await written("Two.", next)
  const forged = await sealSigned({ ...own, voice: voice(newSecret()) }, thread, next, { ...says(""), mayReply: "yes" })
  const by = async (...messages: SentMessage[]) => signedMayReply(opened, await openThread(opened, messages))
  expect(await by()).toBe("careful")
  expect(await by(reporters(0, one), reporters(1, two))).toBe("no")
  expect(await by(reporters(0, one), reporters(1, forged))).toBe("no")
})
