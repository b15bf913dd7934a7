import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Context } from "hono"

const TYPES: Record<string, string> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
}

/** Assets are named by their content, so a browser may keep one for a year without asking again. */
const KEEP = "public, max-age=31536000, immutable"

/** What {@link readAssets} gives: the addresses of an app's assets, and the handler that serves them. */
export interface Assets {
  /** The address of asset `name` (`style.css`), such as `/assets/style-0a1b2c.css`; unhashed where nothing was built. */
  url(name: string): string
  /** The text of asset `name`; empty where nothing was built. */
  text(name: string): string
  /** Answers `GET /assets/:file` from memory, brotli or gzip as the browser takes it. */
  serve(c: Context): Response
}

/**
 * Reads an app's built assets into memory: some megabytes at most.
 *
 * @param folder - the app's `dist`, with `assets.json` and `assets/`; nothing is served where it has none
 */
export function readAssets(folder: string): Assets {
  const map = join(folder, "assets.json")
  if (!existsSync(map))
    return { url: (name) => `/assets/${name}`, text: () => "", serve: (c) => c.notFound() as Response }

  const fileOf: Record<string, string> = JSON.parse(readFileSync(map, "utf8"))
  const bytesOf = new Map(
    readdirSync(join(folder, "assets")).map((file) => [
      file,
      new Uint8Array(readFileSync(join(folder, "assets", file))),
    ]),
  )
  const named = (name: string): string => {
    const file = fileOf[name]
    if (file === undefined) throw new Error(`No asset is called ${name}: was the app built?`)
    return file
  }
  return {
    url: (name) => `/assets/${named(name)}`,
    text: (name) => new TextDecoder().decode(bytesOf.get(named(name))),
    serve(c) {
      const file = c.req.param("file") ?? ""
      const plain = Object.values(fileOf).includes(file) ? bytesOf.get(file) : undefined
      if (plain === undefined) return c.notFound() as Response

      const accepted = c.req.header("accept-encoding") ?? ""
      const encoding = ["br", "gzip"].find((name) => accepted.includes(name))
      const packed = encoding && bytesOf.get(`${file}.${encoding === "br" ? "br" : "gz"}`)
      const headers = {
        "content-type": TYPES[file.split(".").at(-1) ?? ""] ?? "application/octet-stream",
        "cache-control": KEEP,
        vary: "accept-encoding",
        ...(packed && encoding && { "content-encoding": encoding }),
      }
      return c.body((packed || plain) as Uint8Array<ArrayBuffer>, 200, headers)
    },
  }
}

const own = readAssets(import.meta.dirname)

/** The address of this app's asset `name`: a bundled server finds its assets beside itself. */
export const asset = own.url

/** The text of this app's asset `name`. */
export const assetText = own.text

/** Serves this app's assets; mount at `/assets/:file`. */
export const serveAssets = own.serve

/** No page of ours is for a search engine's cache; the first page alone may be found. */
export const serveRobots = (c: Context): Response =>
  c.text("User-agent: *\nAllow: /$\nDisallow: /\n", 200, { "cache-control": "public, max-age=86400" })
