import { asNational } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import { assetText } from "@candour/web/assets.ts"
import { freezeDueHeartbeats } from "../release/heartbeat-weeks.ts"
import type { Directory } from "../release/prepare-release.ts"
import { publishDueReleases } from "../release/releases.ts"
import { readPublished, stateOfPublished } from "./published.ts"
import { siteFiles } from "./site-files.tsx"
import type { SiteNames } from "./site-names.ts"
import { writeSite } from "./write-site.ts"

/** What the site is made with, beside what is out. */
export interface SiteMakers {
  database: Database
  /** The folder that it is written into. @see writeSite */
  folder: string
  directory: Directory
  names: SiteNames
}

/**
 * Makes what puts out all that is due (releases whose 9:30 has come, the heartbeats of a new week) and writes the site where
 * anything of it has changed. It reads no count of today.
 *
 * @returns call it each minute; each call gives whether a file changed
 */
export function putsOut({ database, folder, directory, names }: SiteMakers): () => Promise<boolean> {
  let written: string | undefined
  return async () => {
    await asNational(database, publishDueReleases)
    await freezeDueHeartbeats(database, directory.forcesOn)
    const state = await asNational(database, stateOfPublished)
    if (state === written) return false
    const files = siteFiles(await readPublished(database), { names, style: assetText("public-figures.css") })
    const changed = writeSite(folder, files)
    written = state
    return changed
  }
}
