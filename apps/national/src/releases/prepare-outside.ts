import { Worker } from "node:worker_threads"

/** Megabytes that counting and protecting a release may take, beside the solver's own. */
const MOST_MEGABYTES = 1_024

/**
 * Makes what starts a preparation in a thread of its own, so that no request waits for it; one at a time, and once more where
 * somebody asked meanwhile.
 *
 * @param script - the script that prepares what waits, and ends
 */
export function preparesOutside(script: string): () => void {
  let working = false
  let again = false
  const start = () => {
    if (working) {
      again = true
      return
    }
    working = true
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } })
    worker.on("error", (error) =>
      console.error(`A release could not be prepared; it is tried again later. ${error.message}`),
    )
    worker.on("exit", () => {
      working = false
      if (again) {
        again = false
        start()
      }
    })
  }
  return start
}
