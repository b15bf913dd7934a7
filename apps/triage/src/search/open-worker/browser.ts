/** A worker that opens reports for the search, so that the page it works for never stands still. */

import type { SentReport } from "../hand-out.ts"
import { openForSearch, type SearchKeys } from "../open-for-search.ts"

let keys: SearchKeys | undefined

/** The keys come first, then one batch after the other; each is answered with what could be opened. */
addEventListener("message", async ({ data }: MessageEvent<SearchKeys | SentReport[]>) => {
  if (!Array.isArray(data)) {
    keys = data
    return
  }
  const opened = []
  for (const sent of data) opened.push(keys && (await openForSearch(keys, sent)))
  postMessage(opened.filter((each) => each !== undefined))
})
