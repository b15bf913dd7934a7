import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { bytesOf, textOf } from "./encoding.ts"
import { PART_STEP_BYTES, type Place } from "./place.ts"
import { Damaged, NotForThisKey, NotSealed, NotThisPlace } from "./refused.ts"
import { newReportKey, openUnder, sealUnder } from "./report-key.ts"
import { digestOf, type Sealed, sealedFromStorage } from "./sealed.ts"

const key = newReportKey()
const body: Place = { tenant: "kent", report: crypto.randomUUID(), part: "body", number: 0 }
const title: Place = { ...body, part: "title" }

property.prop({ account: fc.string({ unit: "grapheme", maxLength: 5000 }) })(
  "what is sealed under a key opens under it, and under no other",
  async ({ account }) => {
    const sealed = await sealUnder(key, body, bytesOf(account))
    expect(textOf(await openUnder(key, body, sealed))).toBe(account)
    await expect(openUnder(newReportKey(), body, sealed)).rejects.toThrow(NotForThisKey)
  },
)

const first = await sealUnder(key, body, bytesOf("He looked up my new address."))
const note: Place = { ...body, part: "note", number: 1, previous: digestOf(first) }

test.each<[string, Partial<Place>]>([
  ["tenant", { tenant: "essex" }],
  ["report", { report: crypto.randomUUID() }],
  ["part", { part: "event" }],
  ["number", { number: 2 }],
  ["previous part", { previous: digestOf(first).with(0, (digestOf(first)[0] ?? 0) ^ 1) }],
  ["previous part: none", { previous: undefined }],
])("a part is refused at another %s", async (_, other) => {
  const sealed = await sealUnder(key, note, bytesOf("a note"))
  expect(textOf(await openUnder(key, note, sealed))).toBe("a note")
  await expect(openUnder(key, { ...note, ...other }, sealed)).rejects.toThrow(NotThisPlace)
})

test("a bit flipped in any byte is refused", async () => {
  const sealed = await sealUnder(key, title, bytesOf("a title"))
  const open = async (bytes: Uint8Array) => openUnder(key, title, sealedFromStorage(bytes))
  for (const [at, byte] of sealed.entries()) {
    const refusal = await open(sealed.with(at, byte ^ (1 << (at % 8)))).catch((error: unknown) => error)
    expect([NotSealed, NotForThisKey, Damaged], `byte ${at}`).toContain((refusal as Error).constructor)
  }
  expect(textOf(await open(sealed))).toBe("a title")
})

property.prop({ cut: fc.integer({ min: 0, max: 4000 }) })("a file cut short is refused", async ({ cut }) => {
  await expect(openUnder(key, body, first.slice(0, cut) as Sealed)).rejects.toThrow(Damaged)
})

test("a file with more behind it is refused", async () => {
  const longer = new Uint8Array([...first, 0])
  await expect(openUnder(key, body, sealedFromStorage(longer))).rejects.toThrow(Damaged)
})

property.prop({ text: fc.string({ maxLength: PART_STEP_BYTES - 200 }).filter((text) => bytesOf(text).length < 3800) })(
  "short texts have one size, whoever they are for",
  async ({ text }) => {
    const elsewhere = await sealUnder(key, { ...note, tenant: "metropolitan" }, bytesOf(text))
    expect(elsewhere.length).toBe(first.length)
  },
)

test("a text longer than a step has the next size", async () => {
  const long = await sealUnder(key, body, new Uint8Array(PART_STEP_BYTES))
  expect(long.length - first.length).toBe(PART_STEP_BYTES)
})

test("a part of 200,000 bytes, several of age's chunks, comes back", async () => {
  const content = Uint8Array.from({ length: 200_000 }, (_, at) => at % 251)
  expect(await openUnder(key, body, await sealUnder(key, body, content))).toEqual(content)
})

test("a title of 80 characters of four bytes has the size of an empty one", async () => {
  const sizes = ["", "🜁".repeat(80)].map(async (text) => (await sealUnder(key, title, bytesOf(text))).length)
  const [empty, full] = await Promise.all(sizes)
  expect(full).toBe(empty)
  expect(full).toBeLessThan(750)
})

test("plain text, and an age file that asks for a gigabyte to open, are not taken for sealed", () => {
  expect(() => sealedFromStorage(bytesOf("He looked up my new address."))).toThrow(NotSealed)
  expect(() => sealedFromStorage(new Uint8Array())).toThrow(NotSealed)
  const costly = bytesOf("age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 20\n")
  expect(() => sealedFromStorage(costly)).toThrow(NotSealed)
})

test("a Buffer, as the database's driver gives, opens", async () => {
  expect(textOf(await openUnder(key, body, sealedFromStorage(Buffer.from(first))))).toMatch(/^He looked/)
})
