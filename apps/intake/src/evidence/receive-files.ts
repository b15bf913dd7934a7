import { randomUUID } from "node:crypto"
import { Readable, type Transform } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { ReadableStream as NodeStream } from "node:stream/web"
import { beginFile, dropFile, type OwnFile } from "@candour/database/sealed-files.ts"
import { entryOf, type FileEntry, MOST_FILES } from "@candour/sealing/file-entry.ts"
import { MOST_FILE_BYTES, newFileKey, sealFile } from "@candour/sealing/sealed-file.ts"
import { Busboy, type BusboyFileStream } from "@fastify/busboy"
import type { Services } from "../services.ts"
import { notTooSlow } from "./not-too-slow.ts"
import { storePieces } from "./uploads.ts"

/** Bytes of one form with files at most: ten of the largest, and what is typed beside them. */
export const FORM_WITH_FILES_BYTES = MOST_FILES * MOST_FILE_BYTES + 8 * 1_048_576

const [MOST_FIELDS, FIELD_BYTES] = [200, 1_048_576]

/** Why a file of a form was not taken. */
export type ReceiveProblem = "too-large" | "too-many" | "full" | "unknown" | "busy"

/** What came with a form of a browser without script. */
export interface Received {
  /** What was typed, by field. */
  fields: Record<string, string[]>
  /** Each file that is whole in the database. Nobody cleaned them: without script, nothing can. */
  entries: FileEntry[]
  /** Set where a file was not taken; the others may have been. */
  problem?: ReceiveProblem
}

/** Whose files they are, once the fields before them have been read; undefined: nobody's, so none is taken. */
type WhoseFiles = (fields: Received["fields"]) => Promise<Omit<OwnFile, "file"> | undefined>

/**
 * Takes a form with files (`multipart/form-data`) from a browser without script. Each file is sealed as it arrives and
 * stored piece by piece: none is ever whole in memory, and nothing of it is on disk in the clear. Every field that says
 * whose files they are has to stand before them in the form.
 *
 * @throws where the connection was lost, or brings too little to keep its place: what was stored of the file under way is taken back
 */
export async function receiveFiles(services: Services, request: Request, whose: WhoseFiles): Promise<Received> {
  const received: Received = { fields: {}, entries: [] }
  const taken = services.uploads.inTurn("forms", () => receive(services, request, whose, received))
  if (taken === undefined) return { ...received, problem: "busy" }
  await taken
  return received
}

async function receive(services: Services, request: Request, whose: WhoseFiles, received: Received): Promise<void> {
  const form = new Busboy({
    headers: { "content-type": request.headers.get("content-type") ?? "" },
    limits: {
      files: MOST_FILES,
      // One more than is taken: a file of just that size is whole, and not cut off.
      fileSize: MOST_FILE_BYTES + 1,
      fields: MOST_FIELDS,
      fieldSize: FIELD_BYTES,
    },
  })
  let owner: ReturnType<WhoseFiles> | undefined
  let chain = Promise.resolve()
  let underWay: BusboyFileStream | undefined
  form.on("field", (name, value) => {
    received.fields[name] = [...(received.fields[name] ?? []), value]
  })
  form.on("filesLimit", () => {
    received.problem ??= "too-many"
  })
  form.on("file", (_, stream, name, __, type) => {
    stream.on("error", () => undefined) // heard of where it is read
    owner ??= name ? whose(received.fields) : undefined
    const own = owner
    underWay = stream
    chain = chain.then(async () => {
      if (!name || own === undefined) return void stream.resume() // a field where no file was chosen
      const answer = await takeOne(services, await own, stream, { name, type })
      if (typeof answer === "string") received.problem ??= answer
      else received.entries.push(answer)
    })
    chain.catch((error: Error) => form.destroy(error))
  })
  if (request.body === null) return
  try {
    await pipeline(notTooSlow<Uint8Array>(Readable.fromWeb(request.body as NodeStream)), form as unknown as Transform)
  } catch (error) {
    underWay?.destroy(error as Error) // which nobody else does: it would be waited for, for ever
    await chain.catch(() => undefined)
    throw error
  }
  await chain
}

async function takeOne(
  { database }: Services,
  owner: Omit<OwnFile, "file"> | undefined,
  stream: BusboyFileStream,
  { name, type }: { name: string; type: string },
): Promise<FileEntry | ReceiveProblem> {
  const own = owner && { ...owner, file: randomUUID() }
  const answer = own === undefined ? "unknown" : await beginFile(database, own)
  if (own === undefined || answer !== "begun") {
    stream.resume()
    return answer === "full" ? "full" : "unknown"
  }
  const key = newFileKey()
  try {
    const { sealed, content } = await sealFile(key, own, Readable.toWeb(stream) as ReadableStream<Uint8Array>)
    await storePieces(database, own, { stored: 0, bytes: undefined }, heldToSize(sealed, stream))
    return entryOf({ id: own.file, name, type, cleaned: "no", removed: [] }, key, await content)
  } catch (error) {
    await dropFile(database, own)
    stream.resume()
    if (error instanceof FileTooLarge) return "too-large"
    throw error
  }
}

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
