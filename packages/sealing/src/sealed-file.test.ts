import { createHash, randomBytes } from "node:crypto"
import { fc, test as property } from "@fast-check/vitest"
import { Encrypter } from "age-encryption"
import { expect, test } from "vitest"
import { toBase64url } from "./encoding.ts"
import { fileEntry } from "./file-entry.ts"
import { Damaged, NotForThisKey, NotSealed, NotThisPlace } from "./refused.ts"
import { passphraseOf } from "./sealed.ts"
import { type FileContent, type FileKey, newFileKey, openFile, sealedFileBytes, sealFile } from "./sealed-file.ts"

const place = () => ({ report: crypto.randomUUID(), file: crypto.randomUUID() })

/** `bytes` in pieces of these lengths, over and over. */
function inPieces(bytes: Uint8Array, lengths: readonly number[]): ReadableStream<Uint8Array> {
  let [at, turn] = [0, 0]
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      const length = lengths[turn++ % lengths.length] ?? 1
      controller.enqueue(bytes.slice(at, at + length))
      at += length
    },
  })
}

const whole = async (stream: ReadableStream<Uint8Array>) =>
  new Uint8Array(await new Response(stream as never).arrayBuffer())

async function sealed(key: FileKey, where: ReturnType<typeof place>, bytes: Uint8Array, lengths = [65_536]) {
  const { sealed, content } = await sealFile(key, where, inPieces(bytes, lengths))
  return { sealed: await whole(sealed), entry: await content }
}
const open = async (
  key: FileKey,
  where: ReturnType<typeof place>,
  bytes: Uint8Array,
  entry: FileContent,
  lengths = [65_536],
) => whole(await openFile(key, where, inPieces(bytes, lengths), entry))

const lengths = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 5 })

property.prop({ bytes: fc.nat(300_000), byte: fc.nat(255), put: lengths, read: lengths }, { numRuns: 40 })(
  "any content in any pieces opens again, has its own digest, and as many bytes as was said before",
  async ({ bytes, byte, put, read }) => {
    const [key, where, content] = [newFileKey(), place(), new Uint8Array(bytes).fill(byte)]
    const { sealed: age, entry } = await sealed(key, where, content, put)
    expect(age.length).toBe(sealedFileBytes(bytes))
    expect(entry).toEqual({ bytes, digest: new Uint8Array(createHash("sha256").update(content).digest()) })
    expect(Buffer.compare(await open(key, where, age, entry, read), content)).toBe(0)
  },
)

test("sizes tell little: all files up to 64 KiB have one size, and those above 1 MiB go by whole MiB", () => {
  const MiB = 1_048_576
  expect(sealedFileBytes(0)).toBe(sealedFileBytes(60_000))
  expect(sealedFileBytes(60_000)).not.toBe(sealedFileBytes(66_000))
  expect(sealedFileBytes(5 * MiB + 1)).toBe(sealedFileBytes(5.9 * MiB))
  expect(sealedFileBytes(5.9 * MiB)).not.toBe(sealedFileBytes(6.1 * MiB))
})

const key = newFileKey()
const here = place()
const content = new Uint8Array(randomBytes(200_000))
const kept = await sealed(key, here, content)

test("a file is not opened in another report, under another id or by another key", async () => {
  const opening = (other: object, by = key) => open(by, { ...here, ...other }, kept.sealed, kept.entry)
  await expect(opening({ report: crypto.randomUUID() })).rejects.toThrow(NotThisPlace)
  await expect(opening({ file: crypto.randomUUID() })).rejects.toThrow(NotThisPlace)
  await expect(opening({}, newFileKey())).rejects.toThrow(NotForThisKey)
})

test("a file that was cut, lengthened or altered anywhere is refused", async () => {
  const opening = (bytes: Uint8Array) => open(key, here, bytes, kept.entry)
  for (const length of [kept.sealed.length - 1, kept.sealed.length - 65_552, 70_000, 230])
    await expect(opening(kept.sealed.subarray(0, length)), String(length)).rejects.toThrow(Damaged)
  await expect(opening(new Uint8Array([...kept.sealed, 0]))).rejects.toThrow(Damaged)
  for (const at of [180, 70_000, kept.sealed.length - 1]) {
    const altered = kept.sealed.slice()
    altered[at] = (altered[at] ?? 0) ^ 1
    await expect(opening(altered), String(at)).rejects.toThrow(Damaged)
  }
})

test("a file that isn't the one its entry names is refused", async () => {
  const opening = (entry: FileContent) => open(key, here, kept.sealed, entry)
  await expect(opening({ ...kept.entry, digest: new Uint8Array(32) })).rejects.toThrow(Damaged)
  await expect(opening({ ...kept.entry, bytes: content.length - 1 })).rejects.toThrow(Damaged)
  await expect(opening({ ...kept.entry, bytes: 300_000 })).rejects.toThrow(Damaged)
})

test("plain bytes and a work factor that would take all memory are refused before anything is tried", async () => {
  await expect(open(key, here, content, kept.entry)).rejects.toThrow(NotSealed)
  const age = new Encrypter()
  age.setPassphrase(passphraseOf(key))
  age.setScryptWorkFactor(4)
  await expect(open(key, here, await age.encrypt(content), kept.entry)).rejects.toThrow(NotSealed)
})

test("a source that breaks off breaks the sealing off, and there is no entry", async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.error(new Error("the phone was switched off")),
  })
  const { sealed, content } = await sealFile(key, here, broken)
  await expect(whole(sealed)).rejects.toThrow("switched off")
  await expect(content).rejects.toThrow("switched off")
})

test("nothing is read of a file before somebody takes what is sealed, and little ahead of that", async () => {
  let asked = 0
  const source = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        asked += 1
        controller.enqueue(new Uint8Array(65_536))
      },
    },
    { highWaterMark: 0 },
  )
  const { sealed } = await sealFile(key, here, source)
  const reader = sealed.getReader()
  await reader.read()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(asked).toBeLessThan(8)
  await reader.cancel()
})

test("an entry says all that is needed to open its file, and no more than its name may be long", () => {
  const entry = {
    id: here.file,
    key: toBase64url(key),
    name: "photo.jpg",
    type: "image/jpeg",
    bytes: kept.entry.bytes,
    digest: toBase64url(kept.entry.digest),
    cleaned: "yes",
    removed: ["place", "camera"],
  }
  expect(fileEntry.parse(entry)).toEqual(entry)
  expect(fileEntry.safeParse({ ...entry, name: "x".repeat(201) }).success).toBe(false)
  expect(fileEntry.safeParse({ ...entry, key: toBase64url(key.subarray(1)) }).success).toBe(false)
})
