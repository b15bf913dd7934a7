import { sha256 } from "@noble/hashes/sha2.js"
import { Decrypter, Encrypter } from "age-encryption"
import { joined, type PlaceBytes, placeOf } from "./place.ts"
import { Damaged, NotForThisKey, NotThisPlace, UnknownVersion } from "./refused.ts"
import { newSecret, passphraseOf, type Secret, sealedFromStorage, WORK_FACTOR } from "./sealed.ts"

/** F, the key of one file: 32 random bytes, kept only in its entry in a sealed message. */
export type FileKey = Secret<"file">

/** Where one file belongs. Found with any other report or under any other id, it is refused. */
export interface FilePlace {
  /** the report's id: a UUID in lower case */
  readonly report: string
  /** the file's own id: a UUID in lower case */
  readonly file: string
}

/** What a file's entry says of its content. */
export interface FileContent {
  /** how many bytes it has: less than what is sealed, which is padded */
  readonly bytes: number
  /** SHA-256 of it, 32 bytes */
  readonly digest: Uint8Array
}

/** Bytes of one file at most: 100 MiB. */
export const MOST_FILE_BYTES = 104_857_600

/** A file below 1 MiB is padded to a multiple of 64 KiB and a larger one to whole MiB, so that its size tells little. */
const [SMALL_STEP_BYTES, LARGE_STEP_BYTES] = [65_536, 1_048_576]

const FORMAT_VERSION = 1
const ZEROS = new Uint8Array(SMALL_STEP_BYTES)

/** age's header for a passphrase at our work factor, and its nonce: always as long. */
const AGE_HEAD_BYTES = 149 + 16
/** age seals chunks of 64 KiB, each with a tag of 16 bytes (C2SP, age.md). */
const [AGE_CHUNK_BYTES, AGE_TAG_BYTES] = [65_536, 16]

/** A key for a new file. */
export const newFileKey = (): FileKey => newSecret()

/** How many bytes a file of `bytes` has once it is sealed. */
export function sealedFileBytes(bytes: number): number {
  const plaintext = paddedBytes(HEAD_BYTES + bytes)
  return AGE_HEAD_BYTES + plaintext + AGE_TAG_BYTES * Math.ceil(plaintext / AGE_CHUNK_BYTES)
}

/**
 * Seals a file under its key as it streams by: nothing of it is held but one chunk. The plaintext is its version
 * (1 byte) and place (behind its length), the content, then zeros.
 *
 * @returns `sealed`, an age file that stock `age -d` opens; and `content`, which is known once `sealed` has been read
 *   to its end, and rejects where it can't be
 */
export async function sealFile(
  key: FileKey,
  place: FilePlace,
  content: ReadableStream<Uint8Array>,
): Promise<{ sealed: ReadableStream<Uint8Array>; content: Promise<FileContent> }> {
  const age = new Encrypter()
  age.setPassphrase(passphraseOf(key))
  age.setScryptWorkFactor(WORK_FACTOR)
  const known = Promise.withResolvers<FileContent>()
  known.promise.catch(() => {}) // whoever reads `sealed` hears of it there
  const sealed = await age.encrypt(asStream(plaintextOf(placeOfFile(place), content, known), known.reject))
  return { sealed, content: known.promise }
}

/**
 * Opens what {@link sealFile} sealed, as a stream of the content. Nothing of it may be used before its end has come:
 * only there is it known to be whole.
 *
 * @param entry - what the file's entry says
 * @throws NotForThisKey, NotSealed - before anything is given
 * @throws NotThisPlace, Damaged, UnknownVersion - by the stream, at the latest in place of its end
 */
export async function openFile(
  key: FileKey,
  place: FilePlace,
  sealed: ReadableStream<Uint8Array>,
  entry: FileContent,
): Promise<ReadableStream<Uint8Array>> {
  const age = new Decrypter()
  age.addPassphrase(passphraseOf(key))
  const source = await heldToOurHeader(sealed)
  const opened = await age.decrypt(source).catch((cause) => {
    // The library has no error classes; this is its only sentence for a key that does not fit (typage lib/index.ts).
    if (cause instanceof Error && cause.message.startsWith("no identity matched"))
      throw new NotForThisKey("this key does not open it", { cause })
    throw new Damaged("what was sealed has been altered", { cause })
  })
  return asStream(contentOf(placeOfFile(place), opened, entry))
}

const placeOfFile = ({ report, file }: FilePlace): PlaceBytes => placeOf("file", report, file)

const headOf = (place: PlaceBytes): Uint8Array<ArrayBuffer> => {
  const field = joined([place])
  const head = new Uint8Array(1 + field.length)
  head[0] = FORMAT_VERSION
  head.set(field, 1)
  return head
}

/** A file's place has always the same length: two UUIDs. */
const HEAD_BYTES = headOf(placeOfFile({ report: "0".repeat(36), file: "0".repeat(36) })).length

function paddedBytes(bytes: number): number {
  const step = bytes <= LARGE_STEP_BYTES ? SMALL_STEP_BYTES : LARGE_STEP_BYTES
  return Math.ceil(bytes / step) * step
}

async function* plaintextOf(
  place: PlaceBytes,
  content: ReadableStream<Uint8Array>,
  known: PromiseWithResolvers<FileContent>,
): AsyncGenerator<Uint8Array> {
  const digest = sha256.create()
  const head = headOf(place)
  let bytes = 0
  yield head
  for await (const chunk of chunksOf(content)) {
    bytes += chunk.length
    digest.update(chunk)
    yield chunk
  }
  const used = head.length + bytes
  for (let left = paddedBytes(used) - used; left > 0; left -= ZEROS.length) yield ZEROS.subarray(0, left)
  known.resolve({ bytes, digest: digest.digest() })
}

async function* contentOf(
  place: PlaceBytes,
  opened: ReadableStream<Uint8Array>,
  entry: FileContent,
): AsyncGenerator<Uint8Array> {
  const expected = headOf(place)
  const digest = sha256.create()
  const head = new Uint8Array(expected.length)
  let [inHead, left] = [0, entry.bytes]
  for await (const chunk of chunksOf(opened, asDamaged)) {
    const ofHead = Math.min(head.length - inHead, chunk.length)
    head.set(chunk.subarray(0, ofHead), inHead)
    inHead += ofHead
    if (inHead === head.length && ofHead > 0) holdToPlace(head, expected)
    const content = chunk.subarray(ofHead, ofHead + left)
    left -= content.length
    digest.update(content)
    if (content.length > 0) yield content
  }
  if (inHead < head.length || left > 0) throw new Damaged("what was sealed is shorter than its entry says")
  if (digest.digest().some((byte, at) => byte !== entry.digest[at]))
    throw new Damaged("what was sealed is not what its entry says")
}

function holdToPlace(head: Uint8Array, expected: Uint8Array): void {
  if (head[0] !== FORMAT_VERSION) throw new UnknownVersion(`sealed format ${head[0]} is not known here`)
  if (head.some((byte, at) => byte !== expected[at])) throw new NotThisPlace("this was sealed for another place")
}

const asDamaged = (cause: unknown) => new Damaged("what was sealed has been altered", { cause })

/** Enough for any header of ours: what {@link sealedFromStorage} looks at. */
const LOOK_BYTES = 2_048

/** The same stream, once its header is known to be ours: another work factor could take all memory there is. */
async function heldToOurHeader(sealed: ReadableStream<Uint8Array>): Promise<ReadableStream<Uint8Array>> {
  const chunks = chunksOf(sealed)
  let begin = new Uint8Array()
  while (begin.length < LOOK_BYTES) {
    const { value } = await chunks.next()
    if (value === undefined) break
    const longer = new Uint8Array(begin.length + value.length)
    longer.set(begin)
    longer.set(value, begin.length)
    begin = longer
  }
  sealedFromStorage(begin)
  return asStream(
    (async function* () {
      yield begin
      yield* chunks
    })(),
  )
}

/** Reads a stream by its reader: Safari can't yet iterate over one. */
async function* chunksOf(
  stream: ReadableStream<Uint8Array>,
  asError: (cause: unknown) => unknown = (cause) => cause,
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  let ended = false
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause) => {
        ended = true
        throw asError(cause)
      })
      if (done) {
        ended = true
        return
      }
      yield value
    }
  } finally {
    if (!ended) await reader.cancel().catch(() => {})
  }
}

/** A stream that asks `chunks` for the next when somebody reads, and not before. */
const asStream = (
  chunks: AsyncGenerator<Uint8Array>,
  failed: (cause: unknown) => void = () => {},
): ReadableStream<Uint8Array> =>
  new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await chunks.next()
          if (done) controller.close()
          else controller.enqueue(value)
        } catch (cause) {
          failed(cause)
          throw cause
        }
      },
      async cancel(reason) {
        failed(reason)
        await chunks.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
