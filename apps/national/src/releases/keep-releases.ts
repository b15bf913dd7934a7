import type { mayRelease } from "@candour/figures/protection/may-release.ts"
import type { protectChecked } from "@candour/figures/protection/protect-checked.ts"
import { keepsBeside } from "@candour/figures/release/keep-beside.ts"
import { prepareWaiting } from "@candour/figures/release/prepare-release.ts"
import { putsOut } from "@candour/figures/site/put-out.ts"
import { figuresDirectory, figuresNames } from "@candour/routing/figures-directory.ts"
import type { Services } from "../services.ts"

/** A release is out, and one that waits is being prepared, within this many milliseconds. */
const EVERY = 5_000

/** What takes minutes: each in a thread of its own, so that no page waits for it. */
interface Apart {
  protecting: typeof protectChecked
  mayStill: typeof mayRelease
}

/**
 * Puts out what is due and writes the public's figures where anything changed; beside that, prepares what waits, and looks at
 * what is prepared beside what has gone out since.
 */
export function keepReleases({ database, site }: Services, { protecting, mayStill }: Apart) {
  const kept = [
    again(() => prepareWaiting(database, figuresDirectory, protecting), "A release could not be prepared"),
    again(keepsBeside(database, mayStill), "A prepared release could not be looked at again"),
  ]
  // Without a folder here, the operator's command puts them out and writes them elsewhere.
  if (site !== undefined) {
    const putOut = putsOut({ database, folder: site, directory: figuresDirectory, names: figuresNames })
    kept.push(again(putOut, "The public’s figures could not be written"))
  }
  return {
    /** Ends; a preparation under way is done anew by whoever comes next. */
    stop: () => {
      for (const end of kept) end()
    },
  }
}

/** Does `work` now and then, never twice at once; what fails is tried again. Gives what ends it. */
function again(work: () => Promise<unknown>, failed: string): () => void {
  let timer: NodeJS.Timeout
  let ended = false
  const turn = async () => {
    await work().catch((error: Error) => console.error(`${failed}; it is tried again. ${error.message}`))
    if (!ended) timer = setTimeout(turn, EVERY)
  }
  timer = setTimeout(turn, 0)
  return () => {
    ended = true
    clearTimeout(timer)
  }
}
