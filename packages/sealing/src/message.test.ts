import { test as property } from "@fast-check/vitest"
import fc from "fast-check"
import { expect, test } from "vitest"
import { bytesOf } from "./encoding.ts"
import { entryOf, MOST_FILES } from "./file-entry.ts"
import { type MessageBody, openMessage, sealMessage, sealSigned, verifySigned } from "./message.ts"
import { newReceipt, receiptRoot, threadKey, voice } from "./receipt.ts"
import { Damaged, NotForThisKey, NotThisPlace, NotThisVoice } from "./refused.ts"
import { sealUnder } from "./report-key.ts"
import { digestOf, newSecret, sealedFromStorage } from "./sealed.ts"
import { newFileKey } from "./sealed-file.ts"

const report = "6f2d7f0e-5a0c-4a38-9a53-3f7a3f6f8a01"
const thread = { tenant: "kent", report }
const root = await receiptRoot(newReceipt())
const own = { root, key: threadKey(root, report), voice: voice(root) }
const says = (text: string): MessageBody => ({ version: 1, text, language: "cy" })
const first = { from: "reporter", number: 0 } as const

property.prop({ text: fc.string({ unit: "grapheme" }), number: fc.nat({ max: 9_999 }) }, { numRuns: 30 })(
  "either side opens what the other wrote, at its place and nowhere else",
  async ({ text, number }) => {
    const at = { from: "team", number } as const
    const sealed = await sealMessage(own.key, thread, at, says(text))
    expect(await openMessage(own.key, thread, at, sealed)).toEqual(says(text))
    for (const [otherThread, otherAt] of [
      [thread, { from: "team", number: number + 1 }],
      [thread, { from: "reporter", number }],
      [{ ...thread, tenant: "essex" }, at],
      [{ ...thread, report: "6f2d7f0e-5a0c-4a38-9a53-3f7a3f6f8a02" }, at],
    ] as const) {
      await expect(openMessage(own.key, otherThread, otherAt, sealed)).rejects.toThrow(NotThisPlace)
    }
    await expect(openMessage(newSecret(), thread, at, sealed)).rejects.toThrow(NotForThisKey)
  },
)

test("a message that nobody could read isn't sealed", async () => {
  const file = entryOf({ id: report, name: "a".repeat(300), type: "", cleaned: "no", removed: [] }, newFileKey(), {
    bytes: 3,
    digest: new Uint8Array(32),
  })
  const at = { from: "team", number: 0 } as const
  const withFiles = (count: number) => ({ ...says("See these."), files: Array.from({ length: count }, () => file) })
  const sealed = await sealMessage(own.key, thread, at, withFiles(MOST_FILES))
  expect((await openMessage(own.key, thread, at, sealed)).files).toHaveLength(MOST_FILES)
  await expect(sealMessage(own.key, thread, at, withFiles(MOST_FILES + 1))).rejects.toThrow()
})

test("a reporter's message is signed by their voice, for its place alone", async () => {
  const { sealed, signature } = await sealSigned(own, thread, first, says("There is more."))
  const isSigned = (by: Uint8Array, of: typeof thread, at: typeof first | { from: "reporter"; number: number }) => () =>
    verifySigned(by, of, at, sealed, signature)
  expect(isSigned(own.voice.publicKey, thread, first)).not.toThrow()
  expect(isSigned(own.voice.publicKey, thread, { from: "reporter", number: 1 })).toThrow(NotThisVoice)
  expect(isSigned(own.voice.publicKey, { ...thread, tenant: "essex" }, first)).toThrow(NotThisVoice)
  const other = voice(await receiptRoot(newReceipt()))
  expect(isSigned(other.publicKey, thread, first)).toThrow(NotThisVoice)
})

test("an officer, who holds the thread's key, can seal a message but not sign it as the reporter", async () => {
  const forged = await sealMessage(own.key, thread, first, says("I take it all back."))
  const officer = voice(await receiptRoot(newReceipt()))
  const { signature } = await sealSigned({ ...own, voice: officer }, thread, first, says("I take it all back."))
  expect(() => verifySigned(own.voice.publicKey, thread, first, forged, signature)).toThrow(NotThisVoice)
})

test("the next message names the one before, so that none is left out unnoticed", async () => {
  const { sealed } = await sealSigned(own, thread, first, says("One."))
  const second = { from: "reporter", number: 1, previous: digestOf(sealed) } as const
  const next = await sealSigned(own, thread, second, says("Two."))
  expect((await openMessage(own.key, thread, second, next.sealed)).text).toBe("Two.")
  await expect(openMessage(own.key, thread, { from: "reporter", number: 1 }, next.sealed)).rejects.toThrow(NotThisPlace)
})

test("sealed again, the same message has the same digest; another one or another place has not", async () => {
  const digestFor = async (text: string, number = 0) =>
    Buffer.from((await sealSigned(own, thread, { from: "reporter", number }, says(text))).digest).toString("hex")
  expect(await digestFor("One.")).toBe(await digestFor("One."))
  expect(await digestFor("One.")).not.toBe(await digestFor("Two."))
  expect(await digestFor("One.")).not.toBe(await digestFor("One.", 1))
})

test("what was altered, or is no message, is refused", async () => {
  const at = { from: "team", number: 0 } as const
  const sealed = await sealMessage(own.key, thread, at, says("Hello."))
  const altered = new Uint8Array(sealed)
  altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1
  await expect(openMessage(own.key, thread, at, sealedFromStorage(altered))).rejects.toThrow(Damaged)
  const place = { ...thread, part: "message to reporter", number: 0 } as const
  const nothing = await sealUnder(own.key, place, bytesOf('{"text":"no version"}'))
  await expect(openMessage(own.key, thread, at, nothing)).rejects.toThrow(Damaged)
})
