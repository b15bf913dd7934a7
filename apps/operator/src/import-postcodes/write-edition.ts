import { randomBytes } from "node:crypto"
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs"
import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { packDistrict } from "@candour/routing/postcode-pack.ts"
import type { BodyByPostcode } from "./body-by-postcode.ts"
import { type Edition, postcodesFolder } from "./edition.ts"

/** The folders of editions beside the link to the one in use, and links that were never put in place. */
const VERSION = /^postcodes\.[\da-f]{8}(\.link)?$/

/**
 * Writes an edition to a folder of its own, beside the one in use, and returns once all of it is on disk.
 * @returns the folder's name, for {@link useEdition}
 */
export async function writeEdition(
  stateFolder: string,
  edition: Edition,
  bodies: BodyByPostcode,
  say: (written: number) => void = () => {},
): Promise<string> {
  const version = `postcodes.${randomBytes(4).toString("hex")}`
  const folder = join(stateFolder, version)
  await mkdir(join(folder, "districts"), { recursive: true })
  let written = 0
  for (const district of bodies.districts) {
    const path = join(folder, "districts", `${district}.json`)
    await writeFile(path, JSON.stringify(packDistrict(bodies.in(district)), null, 1), { flush: true })
    written += 1
    say(written)
  }
  await writeFile(join(folder, "edition.json"), JSON.stringify(edition, null, 2), { flush: true })
  for (const each of [join(folder, "districts"), folder]) flushFolder(each)
  return version
}

/**
 * Puts a written edition in use, in one step: `postcodes` is a link, and renaming a link over another can't be
 * interrupted half way, as moving two folders can.
 */
export function useEdition(stateFolder: string, version: string): void {
  const inUse = postcodesFolder(stateFolder)
  const link = join(stateFolder, `${version}.link`)
  symlinkSync(version, link)
  // A copy or a backup may have made a real folder of the link; nothing can be renamed over that.
  if (lstatSync(inUse, { throwIfNoEntry: false })?.isDirectory())
    renameSync(inUse, join(stateFolder, `postcodes.${randomBytes(4).toString("hex")}`))
  renameSync(link, inUse)
  flushFolder(stateFolder)
}

/** Removes every edition but the one in use: the one before, and what an import left that died. */
export function removeUnused(stateFolder: string): void {
  const inUse = postcodesFolder(stateFolder)
  const kept = lstatSync(inUse, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(inUse) : undefined
  for (const name of readdirSync(stateFolder).filter((name) => VERSION.test(name) && name !== kept))
    rmSync(join(stateFolder, name), { recursive: true, force: true })
}

/** Returns once the names in a folder are on disk, as `flush` does for what is in a file. */
function flushFolder(folder: string): void {
  const descriptor = openSync(folder, "r")
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
