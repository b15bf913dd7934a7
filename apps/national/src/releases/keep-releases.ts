import { asNational } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import { listReleases } from "@candour/figures/release/releases.ts"
import { putsOut } from "@candour/figures/site/put-out.ts"
import { figuresDirectory, figuresNames } from "@candour/routing/figures-directory.ts"

/** A release is out within this many milliseconds of its 9:30. */
const EVERY = 60_000

/**
 * Each minute: puts out what is due, writes the public's figures where anything changed, and prepares what waits (somebody
 * may have asked through another process, or this one was stopped at it).
 *
 * @param site - the folder of the public's figures; none: they are put out and written elsewhere
 */
export function keepReleases(database: Database, site: string | undefined, prepareSoon: () => void) {
  const putOut =
    site === undefined
      ? undefined
      : putsOut({ database, folder: site, directory: figuresDirectory, names: figuresNames })
  let going = Promise.resolve()
  const keep = async () => {
    const releases = await asNational(database, listReleases)
    if (releases.some(({ state }) => state === "preparing")) prepareSoon()
    await putOut?.()
  }
  const start = () => {
    going = going
      .then(keep)
      .catch((error: Error) =>
        console.error(`The releases could not be seen to; it is tried again in a minute. ${error.message}`),
      )
  }
  start()
  const timer = setInterval(start, EVERY)
  return {
    /** Ends after what is under way. */
    stop: (): Promise<void> => {
      clearInterval(timer)
      return going
    },
  }
}
