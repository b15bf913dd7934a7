import { createHash, randomUUID } from "node:crypto"
import {
  existsSync,
  lstatSync,
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
  if (!existsSync(join(folder, name))) makeSite(folder, name, files)
  const link = join(folder, `making-${randomUUID()}`)
  symlinkSync(name, link)
  renameSync(link, current)
  for (const old of readdirSync(folder))
    if (/^site-/.test(old) ? old !== name && old !== before : isLeftBehind(folder, old))
      rmSync(join(folder, old), { recursive: true, force: true })
  return true
}

/** Writes a site beside those that are out, and gives it its name when it is whole; another process may do the same. */
function makeSite(folder: string, name: string, files: SiteFiles): void {
  const making = join(folder, `making-${randomUUID()}`)
  mkdirSync(making)
  for (const [path, text] of files) {
    // Never made anew above `making`: where somebody took that away, this fails, and nothing half-written goes out.
    const parts = dirname(path)
      .split("/")
      .filter((part) => part !== ".")
    for (const [index] of parts.entries()) {
      const part = join(making, ...parts.slice(0, index + 1))
      if (!existsSync(part)) mkdirSync(part)
    }
    writeFileSync(join(making, path), text)
  }
  try {
    renameSync(making, join(folder, name))
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    // The same site, made by another process meanwhile.
    if (!existsSync(join(folder, name))) throw error
  }
}

const AN_HOUR = 60 * 60_000

/** Whether somebody began to write a site, or to turn to it, and was ended long ago. */
function isLeftBehind(folder: string, name: string): boolean {
  const at = name.startsWith("making-") ? lstatSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs : undefined
  return at !== undefined && at < Date.now() - AN_HOUR
}

function digestOf(files: SiteFiles): string {
  const hash = createHash("sha256")
  for (const [path, text] of files) hash.update(JSON.stringify([path, text]))
  return hash.digest("hex").slice(0, 16)
}
