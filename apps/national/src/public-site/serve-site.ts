import { readFile, realpath } from "node:fs/promises"
import { extname, join, sep } from "node:path"
import { CURRENT } from "@candour/figures/site/write-site.ts"
import type { Context } from "hono"

/** Where the public's figures stand on this server. */
export const SITE = "/figures/"

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8; header=present",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
}

/** A cache may give a page for five minutes: at 9:30 nobody waits longer for a release. */
const KEEP = "public, max-age=300"

/**
 * Serves the files of the public's figures, to anybody: no sign-in, no cookie, no query, and nothing kept of who asks.
 *
 * @param folder - as `writeSite` made it; none: this server has no public figures
 */
export const serveSite =
  (folder: string | undefined) =>
  async (c: Context): Promise<Response> => {
    const found = folder === undefined ? undefined : await fileAt(folder, c.req.path.slice(SITE.length))
    if (found === undefined) return c.notFound()
    return c.body(found.bytes, 200, {
      "content-type": TYPES[extname(found.path)] ?? "application/octet-stream",
      "cache-control": KEEP,
      // Data are for everybody's pages and programs.
      "access-control-allow-origin": "*",
      ...(found.path.endsWith("figures.csv") && {
        link: '<figures.csv-metadata.json>; rel="describedby"; type="application/csvm+json"',
      }),
    })
  }

/** The file of an address, or the page of a folder; nothing for what the site doesn't have, or lies outside of it. */
async function fileAt(folder: string, address: string) {
  if (!/^([a-z0-9][a-z0-9.-]*\/)*([a-z0-9][a-z0-9.-]*)?$/.test(address) || address.includes("..")) return undefined
  try {
    const site = await realpath(join(folder, CURRENT))
    const path = join(site, address.endsWith("/") || address === "" ? `${address}index.html` : address)
    if (!path.startsWith(site + sep)) return undefined
    return { path, bytes: new Uint8Array(await readFile(path)) }
  } catch {
    return undefined
  }
}
