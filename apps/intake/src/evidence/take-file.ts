import { beginFile, dropFile, fileState, MOST_SEALED_FILE_BYTES, type OwnFile } from "@candour/database/sealed-files.ts"
import { mailboxHash } from "@candour/sealing/receipt.ts"
import { NotSealed } from "@candour/sealing/refused.ts"
import { DataStore, Server, Upload } from "@tus/server"
import type { Context } from "hono"
import { z } from "zod"
import { mailboxAddress } from "../posted-json.ts"
import type { Services } from "../services.ts"
import { notTooSlow } from "./not-too-slow.ts"
import { CHUNK_BYTES, FILES_PATH, REFUSALS, UPLOAD_HEADERS } from "./upload-headers.ts"
import { FileGone, storePieces } from "./uploads.ts"

const uuid = z.uuid({ version: "v4" }).toLowerCase()
const whose = z.object({
  address: mailboxAddress,
  report: uuid,
  file: uuid,
})

/**
 * Takes a sealed file by the tus protocol: `POST` begins it, `HEAD` says how much is here, `PATCH` adds to it, `DELETE`
 * calls it off. A connection that is lost costs the piece that was on its way. No name comes here, and nothing is
 * written to disk or logged.
 */
export const takeFile = (services: Services) => async (c: Context) => {
  if (c.req.method === "GET") return c.notFound() // hono hands HEAD to the route of GET; files are not read here
  const own = ownFile(c)
  if (own === undefined || c.req.header("upload-metadata") !== undefined) return c.body(null, 400)
  const length = Number(c.req.header("content-length") ?? 0)
  if (c.req.header("transfer-encoding") !== undefined) return c.body(null, 411)
  if (length > CHUNK_BYTES) return c.body(null, 413)
  const leave = services.uploads.take("parts", own.address)
  if (leave === undefined) return c.body("busy", REFUSALS.busy, { "retry-after": "5" })
  const answer = await tusServer(services, own).handleWeb(c.req.raw).finally(leave)

  const headers = new Headers(answer.headers)
  headers.delete("access-control-expose-headers") // these are for other sites, which get nothing
  return new Response(answer.body, { status: answer.status, headers })
}

function ownFile(c: Context): (OwnFile & { address: Parameters<typeof mailboxHash>[0] }) | undefined {
  const of = (name: keyof typeof UPLOAD_HEADERS) => c.req.header(UPLOAD_HEADERS[name])
  return whose.safeParse({
    address: of("address"),
    report: of("report"),
    file: c.req.param("file") ?? of("file"),
  }).data
}

type Own = NonNullable<ReturnType<typeof ownFile>>

/** A server for one request, because what it stores belongs to one mailbox. */
const tusServer = (services: Services, own: Own) =>
  new Server({
    path: FILES_PATH,
    datastore: new PieceStore(services, own),
    locker: services.uploads.locker,
    namingFunction: () => own.file,
    relativeLocation: true,
    maxSize: MOST_SEALED_FILE_BYTES,
    allowedOrigins: () => false,
    lockDrainTimeout: DRAIN_MILLISECONDS,
    onResponseError,
  })

/** A connection that its own client has given up gets this long to end before the next one goes on with the file. */
const DRAIN_MILLISECONDS = 300

/** What goes wrong is an HTTP status and nothing else: no sentence of the database leaves this server. */
async function onResponseError(_: unknown, error: unknown): Promise<{ status_code: number; body: string }> {
  const known = error as { status_code?: number; body?: string }
  if (known.status_code !== undefined) return { status_code: known.status_code, body: known.body ?? "" }
  if (error instanceof NotSealed) return { status_code: 400, body: "" }
  if (error instanceof FileGone) return { status_code: 409, body: "" }
  return { status_code: 503, body: "" } // the browser tries again
}

const refused = (why: keyof typeof REFUSALS) => ({ status_code: REFUSALS[why], body: why })

/** tus's view of the pieces of one file in the database. */
class PieceStore extends DataStore {
  readonly #services: Services
  readonly #own: Own

  constructor(services: Services, own: Own) {
    super()
    this.#services = services
    this.#own = own
    this.extensions = ["creation", "termination"]
  }

  override async create(upload: Upload): Promise<Upload> {
    const { database, spool } = this.#services
    const waits = await spool.findByMailbox(mailboxHash(this.#own.address))
    const answer = await beginFile(database, this.#own, upload.size)
    if (answer === "unknown" && waits !== undefined) throw refused("not-yet")
    if (answer !== "begun") throw refused(answer)
    return upload
  }

  override async getUpload(id: string): Promise<Upload> {
    const state = await fileState(this.#services.database, this.#own)
    if (state === undefined) throw refused("unknown")
    return new Upload({ id, size: state.bytes, offset: state.stored })
  }

  override async write(stream: AsyncIterable<Uint8Array>): Promise<number> {
    const state = await fileState(this.#services.database, this.#own)
    if (state === undefined) throw refused("unknown")
    return storePieces(
      this.#services.database,
      this.#own,
      state,
      notTooSlow(stream, () => this.#services.uploads.haste("parts")),
    )
  }

  override remove(): Promise<void> {
    return dropFile(this.#services.database, this.#own)
  }
}
