import { randomUUID } from "node:crypto"
import { Readable, type Transform } from "node:stream"
import { pipeline } from "node:stream/promises"
import { ReadableStream as NodeStream } from "node:stream/web"
import { mayPass } from "@candour/database/errors.ts"
import { beginFile, dropFile, type OwnFile } from "@candour/database/sealed-files.ts"
import { entryOf, type FileEntry, MOST_FILES } from "@candour/sealing/file-entry.ts"
import { MOST_FILE_BYTES, newFileKey, sealFile } from "@candour/sealing/sealed-file.ts"
import { Busboy, type BusboyFileStream } from "@fastify/busboy"
import type { Context } from "hono"
import { HTTPException } from "hono/http-exception"
import type { Posted } from "../posted-form.ts"
import type { Services } from "../services.ts"
import { notTooSlow } from "./not-too-slow.ts"
import { FileGone, storePieces } from "./uploads.ts"

/** Bytes of one form with files at most: ten of the largest, and what is typed beside them. */
export const FORM_WITH_FILES_BYTES = MOST_FILES * MOST_FILE_BYTES + 8 * 1_048_576

/**
 * A form of the mailbox has some ten fields, and the longest is a message of 20,000 characters: what anybody types fits,
 * and what is held for each form in memory stays below what other forms may have.
 */
const FORM_LIMITS = { fields: 40, fieldSize: 131_072, parts: 60 }

/** Whether a form brings files, and is read by {@link receiveFiles}. */
export const isFormWithFiles = (c: Context): boolean =>
  /^multipart\/form-data\b/i.test(c.req.header("content-type") ?? "")

/** Why a file of a form was not taken. For `busy` and `away` the whole form is best sent again. */
export type ReceiveProblem = "too-large" | "too-many" | "full" | "no-room" | "unknown" | "busy" | "away"

/** What came with a form of a browser without script. */
export interface Received {
  /** What was typed, by field. */
  fields: Posted
  /** Each file that is whole in the database. Nobody cleaned them: without script, nothing can. */
  entries: FileEntry[]
  /** Set where a file was not taken; the others may have been. */
  problem?: ReceiveProblem
}

/** Whose files they are, once the fields before them have been read; undefined: nobody's, so none is taken. */
type WhoseFiles = (fields: Received["fields"]) => Promise<Owner | undefined>

/**
 * Takes a form with files (`multipart/form-data`) from a browser without script. Each file is sealed as it arrives and
 * stored piece by piece: none is ever whole in memory, and nothing of it is on disk in the clear. Every field that says
 * whose files they are has to stand before them in the form. A place is taken with the first file and not before, one for
 * each mailbox; where there is none, or the database is away, the form is read to its end all the same, so that what was
 * typed can be shown again.
 *
 * @throws HTTPException - 413: more was typed than any form of ours takes, which is said and not cut off
 * @throws TooSlow
 * @throws where the connection was lost: what was stored of the file under way is taken back
 */
export async function receiveFiles(services: Services, request: Request, whose: WhoseFiles): Promise<Received> {
  // Without a prototype: a field may be called `constructor`.
  const fields: Record<string, string[]> = Object.create(null)
  const received = { fields, entries: [] } satisfies Received
  const { uploads } = services
  let leave: (() => void) | undefined
  const ownerOf = async (): Promise<Owner | ReceiveProblem> => {
    const own = await whose(received.fields)
    if (own === undefined) return "unknown"
    leave = uploads.take("forms", own.address)
    return leave ? own : "busy"
  }
  try {
    await receive(services, request, ownerOf, () => (leave ? uploads.haste("forms") : 1), received)
    return received
  } finally {
    leave?.()
  }
}

type Owner = Omit<OwnFile, "file">

async function receive(
  services: Services,
  request: Request,
  ownerOf: () => Promise<Owner | ReceiveProblem>,
  haste: () => number,
  received: Received & { fields: Record<string, string[]> },
): Promise<void> {
  const form = new Busboy({
    headers: { "content-type": request.headers.get("content-type") ?? "" },
    limits: {
      files: MOST_FILES,
      // One more than is taken: a file of just that size is whole, and not cut off.
      fileSize: MOST_FILE_BYTES + 1,
      ...FORM_LIMITS,
    },
  })
  let owner: ReturnType<typeof ownerOf> | undefined
  let chain = Promise.resolve()
  let underWay: BusboyFileStream | undefined
  // The form's reader calls these from outside of every promise: what they threw would end the process.
  const guarded =
    <Given extends unknown[]>(work: (...given: Given) => void) =>
    (...given: Given) => {
      try {
        work(...given)
      } catch (error) {
        form.destroy(error as Error)
      }
    }
  const tooLong = guarded(() => {
    throw new HTTPException(413)
  })
  form.on("fieldsLimit", tooLong)
  form.on(
    "field",
    guarded((name, value, _, isCut) => {
      if (isCut) return tooLong()
      received.fields[name] = [...(received.fields[name] ?? []), value]
    }),
  )
  form.on("filesLimit", () => {
    received.problem ??= "too-many"
  })
  form.on(
    "file",
    guarded((_, stream, name, __, type) => {
      stream.on("error", () => undefined) // heard of where it is read
      if (!name) return void stream.resume() // a field where no file was chosen
      owner ??= ownerOf()
      const own = owner
      underWay = stream
      chain = chain.then(async () => {
        const answer = await takeOne(services, await own, stream, { name, type })
        if (typeof answer === "string") received.problem ??= answer
        else received.entries.push(answer)
        if (answer === "away") owner = Promise.resolve(answer) // each further file would wait as long
      })
      chain.catch((error: Error) => form.destroy(error))
    }),
  )
  if (request.body === null) return
  const chunks = notTooSlow<Uint8Array>(Readable.fromWeb(request.body as NodeStream), haste)
  try {
    await pipeline(chunks, form as unknown as Transform)
  } catch (error) {
    underWay?.destroy(error as Error) // which nobody else does: it would be waited for, for ever
    await chain.catch(() => undefined)
    throw error
  }
  await chain
}

async function takeOne(
  { database }: Services,
  owner: Owner | ReceiveProblem,
  stream: BusboyFileStream,
  { name, type }: { name: string; type: string },
): Promise<FileEntry | ReceiveProblem> {
  if (typeof owner === "string") {
    stream.resume()
    return owner
  }
  const own = { ...owner, file: randomUUID() }
  try {
    const answer = await beginFile(database, own)
    if (answer !== "begun") return answer === "conflict" ? "unknown" : answer
    const key = newFileKey()
    const { sealed, content } = await sealFile(key, own, contentOf(stream))
    await storePieces(database, own, { stored: 0, bytes: undefined }, heldToSize(sealed, stream))
    return entryOf({ id: own.file, name, type, cleaned: "no", removed: [] }, key, await content)
  } catch (error) {
    await dropFile(database, own).catch(() => undefined) // else it is forgotten within a week
    if (error instanceof FileTooLarge) return "too-large"
    if (error instanceof FileGone || mayPass(error)) return "away"
    throw error
  } finally {
    stream.resume()
  }
}

/** What comes of a file. Whoever stops reading it leaves the rest to be read past: the form goes on behind it. */
const contentOf = (stream: BusboyFileStream) =>
  NodeStream.from(stream.iterator({ destroyOnReturn: false })) as ReadableStream<Uint8Array>

/** The file has more bytes than one may have. */
class FileTooLarge extends Error {
  override name = "FileTooLarge"
}

/** Ends with an error where the form's reader has cut the file off, before its last piece makes it whole. */
async function* heldToSize(sealed: ReadableStream<Uint8Array>, stream: BusboyFileStream): AsyncGenerator<Uint8Array> {
  for await (const chunk of sealed as unknown as AsyncIterable<Uint8Array>) {
    if (stream.truncated) throw new FileTooLarge("a file has 100 MiB at most")
    yield chunk
  }
  if (stream.truncated) throw new FileTooLarge("a file has 100 MiB at most")
}
