import type { Day } from "@candour/domain/day.ts"
import { refuseOlder, refuseTruncated } from "./completeness.ts"
import { type Edition, postcodesFolder } from "./edition.ts"
import { editionIn } from "./imported.ts"
import { type Onspd, readOnspd } from "./read-onspd.ts"
import { removeUnused, useEdition, writeEdition } from "./write-edition.ts"

/** Told how far the import has come. */
export interface Progress {
  read(bytes: number): void
  written(districts: number, of: number): void
}

export interface Import {
  /** A file of the ONS Postcode Directory. */
  path: string
  stateFolder: string
  /** Takes a file that is a part of the country on purpose. */
  partial: boolean
  today: Day
}

const UNSEEN: Progress = { read: () => {}, written: () => {} }

/**
 * Puts an edition of the ONS Postcode Directory in use. Whatever happens, an edition is in use whole, the one before or
 * this one; safe to repeat.
 *
 * @throws CommandProblem for a file that is wrong, truncated or older: nothing was written
 */
export async function importPostcodes(
  { path, stateFolder, partial, today }: Import,
  progress: Progress = UNSEEN,
): Promise<{ edition: Edition; leftOut: Onspd["leftOut"] }> {
  const onspd = await readOnspd(path, today, progress.read)
  const folder = postcodesFolder(stateFolder)
  const inUse = editionIn(folder)
  refuseOlder(onspd, inUse, folder)
  if (!partial) refuseTruncated(onspd, inUse)
  const { month, rows, bodies, leftOut } = onspd
  const edition = { month, rows, districts: bodies.districts.length, imported: today, partial }
  try {
    const version = await writeEdition(stateFolder, edition, bodies, (written) =>
      progress.written(written, edition.districts),
    )
    useEdition(stateFolder, version)
  } finally {
    removeUnused(stateFolder)
  }
  return { edition, leftOut }
}
