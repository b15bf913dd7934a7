import { readFileSync } from "node:fs"
import { join } from "node:path"
import { importedPostcodes } from "@candour/routing/imported-postcodes.ts"
import type { Postcodes } from "@candour/routing/route.ts"
import { type Edition, edition } from "./edition.ts"

/** The postcodes in use in `folder`, {@link postcodesFolder} of a state folder; undefined where nothing was imported. */
export const openPostcodes = (folder: string): Postcodes | undefined =>
  importedPostcodes((file) => textOf(folder, file))

/** What is said of the edition in use; undefined where nothing was imported. */
export function editionIn(folder: string): Edition | undefined {
  const text = textOf(folder, "edition.json")
  return text === undefined ? undefined : edition.parse(JSON.parse(text))
}

function textOf(folder: string, file: string): string | undefined {
  try {
    return readFileSync(join(folder, file), "utf8")
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined
    throw error
  }
}
