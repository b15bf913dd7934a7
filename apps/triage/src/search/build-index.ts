/** Browser: fetches, opens and indexes every report that the person may open. */
import { ask } from "../ask.ts"
import type { SentReport } from "./hand-out.ts"
import type { Opening } from "./open-in-workers.ts"
import type { ReportIndex } from "./report-index.ts"

/** Reports whose opening is recorded at once, and which are then fetched together. */
const BATCH = 50

/** Batches on their way at once: while one is opened here, the next is recorded there. */
const AT_ONCE = 3

/** How far the index is. */
export interface Progress {
  all: number
  /** Opened here, and not opened by these keys. */
  done: number
  /** Those that the person may not open. */
  kept: number
  damaged: number
}

/** Lets the page answer before more is indexed. */
const rest = () => new Promise((resolve) => setTimeout(resolve))

/**
 * Adds to `index` what isn't in it yet.
 *
 * @throws Refused - the day's limit, or what was in the way of a batch; what is indexed by then can be searched
 */
export async function buildIndex(
  index: ReportIndex,
  opening: Opening,
  onProgress: (progress: Progress) => void,
): Promise<Progress> {
  const { reports } = await ask<{ reports: string[] }>("/search/reports")
  const left = reports.filter((id) => !index.has(id))
  const progress: Progress = { all: reports.length, done: reports.length - left.length, kept: 0, damaged: 0 }
  onProgress(progress)
  const batches = Array.from({ length: Math.ceil(left.length / BATCH) }, (_, at) =>
    left.slice(at * BATCH, (at + 1) * BATCH),
  )
  const work = async (): Promise<void> => {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
      const { opened } = await ask<{ opened: string[] }>("/search/open", { reports: batch })
      progress.kept += batch.length - opened.length
      if (opened.length > 0) await addAll(opened)
      progress.done += batch.length
      onProgress(progress)
    }
  }
  const addAll = async (ids: string[]): Promise<void> => {
    const sent = await ask<{ reports: SentReport[] }>(`/search/sealed?reports=${ids.join(",")}`)
    const searched = await opening.open(sent.reports)
    progress.damaged += ids.length - searched.length
    for (const report of searched) {
      index.add(report)
      await rest()
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work))
  const failed = ends.find((end) => end.status === "rejected")
  if (failed !== undefined) throw failed.reason
  return progress
}
