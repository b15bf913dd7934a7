import { brotliCompressSync, constants, gzipSync } from "node:zlib"
import type { Context, MiddlewareHandler } from "hono"

/** Bytes below which packing saves nothing worth its time. */
const WORTH_PACKING = 1_000

/** brotli's quality for a page that is made anew each time: as small as gzip's best, in a millisecond. */
const FAST_QUALITY = 5

type Encoding = "br" | "gzip"

const encodingOf = (c: Context): Encoding | undefined => {
  const accepted = c.req.header("accept-encoding") ?? ""
  return (["br", "gzip"] as const).find((name) => accepted.includes(name))
}

const pack = (bytes: Uint8Array, encoding: Encoding, quality = FAST_QUALITY): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    encoding === "br"
      ? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
      : gzipSync(bytes),
  )

const isText = (answer: Response) => /^(text\/|application\/json)/.test(answer.headers.get("content-type") ?? "")

/** The answer with another body, packed or not. */
function withBody(answer: Response, body: Uint8Array<ArrayBuffer>, encoding: Encoding | undefined): Response {
  const headers = new Headers(answer.headers)
  headers.delete("content-length")
  headers.append("vary", "accept-encoding")
  if (encoding) headers.set("content-encoding", encoding)
  return new Response(body, { status: answer.status, headers })
}

/**
 * Packs pages by brotli or gzip as the browser takes them. Not as a stream: pages are small, and a stream for each
 * cost a third more time and 40 MiB under load.
 */
export const packed = (): MiddlewareHandler => async (c, next) => {
  await next()
  const encoding = encodingOf(c)
  if (!encoding || !isText(c.res) || c.res.headers.has("content-encoding")) return
  const bytes = new Uint8Array(await c.res.arrayBuffer())
  const worth = bytes.length >= WORTH_PACKING
  c.res = withBody(c.res, worth ? pack(bytes, encoding) : bytes, worth ? encoding : undefined)
}

interface MadePage {
  /** The answer without its body. */
  answer: Response
  bodies: Record<Encoding | "plain", Uint8Array<ArrayBuffer>>
}

/**
 * Makes each page behind it once and keeps it, packed as small as can be: for pages that are the same for everybody, so
 * that a flood costs little. Only pages that are found are kept, so the routes bound how many there are.
 *
 * @param stateOf - what the pages show besides their own words, as a text: they are made anew when it changes
 */
export function madeOnce(stateOf: () => string = () => ""): MiddlewareHandler {
  const kept = new Map<string, MadePage>()
  let keptOf = stateOf()
  return async (c, next) => {
    const path = c.req.path
    const state = stateOf()
    if (state !== keptOf) kept.clear()
    keptOf = state
    let made = kept.get(path)
    if (!made) {
      await next()
      if (c.res.status !== 200) return
      const plain = new Uint8Array(await c.res.arrayBuffer())
      const bodies = {
        plain,
        br: pack(plain, "br", constants.BROTLI_MAX_QUALITY),
        gzip: pack(plain, "gzip"),
      }
      made = { answer: new Response(null, c.res), bodies }
      if (state === keptOf) kept.set(path, made)
    }
    const encoding = encodingOf(c)
    c.res = withBody(made.answer, made.bodies[encoding ?? "plain"], encoding)
  }
}
