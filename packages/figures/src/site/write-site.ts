import { createHash, randomUUID } from "node:crypto"
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { dirname, join } from "node:path"
import type { SiteFiles } from "./site-files.tsx"

/** The name under which a folder of sites has the one that is out. */
export const CURRENT = "current"

/**
 * Writes the site into `folder`, under a name of its content, and then turns `current` to it: in one step, so that nobody
 * gets a page of one release and a file of another. Does nothing where it is out already. The one before is kept for whoever
 * is reading it.
 *
 * @returns whether anything changed
 */
export function writeSite(folder: string, files: SiteFiles): boolean {
  const name = `site-${digestOf(files)}`
  const current = join(folder, CURRENT)
  const before = existsSync(current) ? readlinkSync(current) : undefined
  if (before === name) return false
  mkdirSync(folder, { recursive: true })
  const making = join(folder, `making-${randomUUID()}`)
  for (const [path, text] of files) {
    mkdirSync(dirname(join(making, path)), { recursive: true })
    writeFileSync(join(making, path), text)
  }
  rmSync(join(folder, name), { recursive: true, force: true })
  renameSync(making, join(folder, name))
  const link = join(folder, `making-${randomUUID()}`)
  symlinkSync(name, link)
  renameSync(link, current)
  for (const old of readdirSync(folder))
    if (/^(site|making)-/.test(old) && old !== name && old !== before)
      rmSync(join(folder, old), { recursive: true, force: true })
  return true
}

function digestOf(files: SiteFiles): string {
  const hash = createHash("sha256")
  for (const [path, text] of files) hash.update(JSON.stringify([path, text]))
  return hash.digest("hex").slice(0, 16)
}
