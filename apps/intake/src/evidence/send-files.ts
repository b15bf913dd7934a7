/** Browser: seals chosen files as streams and sends them in parts, going on where it stopped after a lost connection. */
import { toBase64url } from "@candour/sealing/encoding.ts"
import { entryOf, type FileEntry } from "@candour/sealing/file-entry.ts"
import { MOST_FILE_BYTES, newFileKey, sealedFileBytes, sealFile } from "@candour/sealing/sealed-file.ts"
import { DetailedError, Upload } from "tus-js-client"
import type { ChosenFile } from "./chosen-file.ts"
import { forwardSource, SourceGone } from "./forward-source.ts"
import { CHUNK_BYTES, FILES_PATH, REFUSALS, UPLOAD_HEADERS } from "./upload-headers.ts"

/** Milliseconds before each further try; they begin anew whenever something arrived. Four minutes in all. */
const PAUSES = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000, 60_000, 60_000]

/** A part that isn't taken for so long is sent again: on a network that is gone, nothing says so. */
const STALL_MILLISECONDS = 180_000

/** Why a file was not sent. `away`, `busy`, `not-yet` and `cancelled` pass; the others stay so however often it is tried. */
export type NotSentReason = "away" | "cancelled" | "gone" | "too-large" | keyof typeof REFUSALS

/** A file was not sent. What was sent of it is kept: sending the same files again goes on there. */
export class FileNotSent extends Error {
  override name = "FileNotSent"
  readonly reason: NotSentReason
  /** Which of the files. */
  readonly index: number
  constructor(reason: NotSentReason, index: number, options?: ErrorOptions) {
    super(`the file was not sent: ${reason}`, options)
    this.reason = reason
    this.index = index
  }
}

/** What is sent, and to which mailbox. */
export interface Sending {
  files: readonly ChosenFile[]
  /** Of the mailbox, 32 bytes: what the receipt opens. */
  address: Uint8Array
  /** The id of the report that the files go with. */
  report: string
  /** Called as a file goes: its place among the files, and what of it has arrived, from 0 to 1. */
  onProgress?: (index: number, part: number) => void
  /** Ends it; what came of the file on its way is taken back. */
  signal?: AbortSignal
}

/**
 * Seals and sends files, one after another, and gives what a sealed message has to say of each. Nothing of it is kept
 * in the browser's storage: whoever closes the page begins anew.
 *
 * @throws FileNotSent
 */
export async function sendFiles({ files, address, report, onProgress, signal }: Sending): Promise<FileEntry[]> {
  const entries: FileEntry[] = []
  for (const [index, chosen] of files.entries()) {
    const way = wayOf(chosen, address, report)
    try {
      entries.push(await way.go((part) => onProgress?.(index, part), signal))
    } catch (error) {
      throw error instanceof FileNotSent ? new FileNotSent(error.reason, index, { cause: error.cause }) : error
    }
  }
  return entries
}

/** One file on its way to one report. */
interface Way {
  /** Sends it, or what is left of it, and gives its entry; again once it is there. @throws FileNotSent */
  go(onProgress: (part: number) => void, signal: AbortSignal | undefined): Promise<FileEntry>
}

/** The ways of a file, by the report that each leads to: one message may go to several. */
const ways = new WeakMap<ChosenFile, Map<string, Way>>()

function wayOf(chosen: ChosenFile, address: Uint8Array, report: string): Way {
  const known = ways.get(chosen) ?? new Map<string, Way>()
  ways.set(chosen, known)
  const way = known.get(report) ?? newWay(chosen, address, report)
  known.set(report, way)
  return way
}

function newWay(chosen: ChosenFile, address: Uint8Array, report: string): Way {
  const { file, cleaned, removed } = chosen
  const id = crypto.randomUUID()
  const key = newFileKey()
  let begun: Promise<{ upload: Upload; content: ReturnType<typeof sealFile> }> | undefined
  let sent: FileEntry | undefined
  const begin = async () => {
    const content = sealFile(key, { report, file: id }, file.stream())
    const { sealed } = await content
    return { content, upload: new Upload(file, optionsFor(sealed, id, address, report, file.size)) }
  }
  return {
    async go(onProgress, signal) {
      if (sent) return sent
      if (file.size > MOST_FILE_BYTES) throw new FileNotSent("too-large", 0)
      begun ??= begin()
      const { upload, content } = await begun
      try {
        await uploaded(upload, onProgress, signal)
      } catch (error) {
        // A stream that was given up, or has failed, can't be read again: the next try begins with a new id.
        const isOver = error instanceof FileNotSent && ["cancelled", "gone"].includes(error.reason)
        if (isOver) ways.get(chosen)?.delete(report)
        throw error
      }
      const { name, type } = file
      sent = entryOf({ id, name, type, cleaned, removed: [...removed] }, key, await (await content).content)
      begun = undefined // what was kept to be sent again
      return sent
    },
  }
}

const optionsFor = (
  sealed: ReadableStream<Uint8Array>,
  id: string,
  address: Uint8Array,
  report: string,
  bytes: number,
) => ({
  endpoint: FILES_PATH,
  fileReader: { openFile: async () => forwardSource(sealed) },
  uploadSize: sealedFileBytes(bytes),
  chunkSize: CHUNK_BYTES,
  headers: {
    [UPLOAD_HEADERS.address]: toBase64url(address),
    [UPLOAD_HEADERS.report]: report,
    [UPLOAD_HEADERS.file]: id,
  },
  retryDelays: PAUSES,
  storeFingerprintForResuming: false,
  fingerprint: async () => id,
  onShouldRetry: (error: Error | DetailedError) => ["away", "busy", "not-yet"].includes(reasonOf(error)),
  onBeforeRequest: (request: { getUnderlyingObject(): XMLHttpRequest }) => {
    const xhr = request.getUnderlyingObject()
    xhr.timeout = STALL_MILLISECONDS
    // The library doesn't listen for this, and would wait for ever.
    xhr.addEventListener("timeout", (event) => xhr.onerror?.(event))
  },
})

const uploaded = (
  upload: Upload,
  onProgress: (part: number) => void,
  signal: AbortSignal | undefined,
): Promise<void> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const cancel = () => {
    upload.abort(true).catch(() => undefined) // what isn't taken back is given up after a week
    reject(new FileNotSent("cancelled", 0))
  }
  Object.assign(upload.options, {
    onSuccess: () => resolve(),
    onError: (error: Error | DetailedError) => reject(new FileNotSent(reasonOf(error), 0, { cause: error })),
    onProgress: (bytes: number, of: number) => onProgress(bytes / of),
  })
  if (signal?.aborted) cancel()
  else {
    signal?.addEventListener("abort", cancel, { once: true })
    upload.start()
  }
  return promise.finally(() => signal?.removeEventListener("abort", cancel))
}

function reasonOf(error: Error | DetailedError): NotSentReason {
  if (error instanceof DetailedError && error.causingError instanceof SourceGone) return "gone"
  const answer = error instanceof DetailedError ? error.originalResponse : undefined
  // The name before the status: two are the status of a server that is away, too.
  if (Object.hasOwn(REFUSALS, answer?.getBody() ?? "")) return answer?.getBody() as keyof typeof REFUSALS
  const status = answer?.getStatus()
  if (status === REFUSALS["no-room"]) return "no-room" // it lasts for days: trying again is of no use
  if (status === undefined || status >= 500 || status === 409 || status === 423) return "away"
  if (status === 413) return "too-large"
  const [named] = Object.entries(REFUSALS).find(([, answer]) => answer === status) ?? []
  return (named as NotSentReason | undefined) ?? "conflict"
}
