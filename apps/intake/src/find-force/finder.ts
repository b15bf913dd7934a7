import { readFileSync } from "node:fs"
import { join } from "node:path"
import { districtFile, importedPostcodes } from "@candour/routing/imported-postcodes.ts"
import { routerWith } from "@candour/routing/route.ts"
import type { Router } from "@candour/routing/router.ts"

/** Finds forces on the server, for who has no script, by the postcodes that were imported if any were. */
export interface Finder {
  route: Router
  /** The edition of the ONS Postcode Directory in use, `2026-08`; undefined where none was imported. */
  month: string | undefined
  /** A district's file as JSON, for the browser that finds by itself; undefined where there is none. */
  district(name: string): string | undefined
}

/** Milliseconds after which a new import is seen. */
const LOOK_AGAIN_AFTER = 10_000

/**
 * Opens the postcodes in `folder`, if it is given and has an edition; a new import is taken up within seconds.
 *
 * @param now - milliseconds of any clock that goes forward
 */
export function openFinder(folder: string | undefined, now: () => number = () => performance.now()): () => Finder {
  const read = (file: string) => (folder === undefined ? undefined : textOf(join(folder, file)))
  let looked = Number.NEGATIVE_INFINITY
  let edition: string | undefined
  let finder: Finder | undefined
  return () => {
    if (finder && now() - looked < LOOK_AGAIN_AFTER) return finder
    looked = now()
    const written = read("edition.json")
    if (finder && written === edition) return finder
    edition = written
    const postcodes = importedPostcodes(read)
    let router: Router | undefined
    finder = {
      // Made at the first hint: it takes half a second, which no start and no other page needs to wait for.
      route: (hint, on) => {
        router ??= routerWith(postcodes)
        return router(hint, on)
      },
      month: postcodes?.month,
      district: (name) => {
        const file = districtFile(name)
        return file === undefined ? undefined : read(file)
      },
    }
    return finder
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8")
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined
    throw error
  }
}
