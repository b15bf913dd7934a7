/** Browser: the queue as the server has it now. */
import { Refused } from "../ask.ts"
import { en } from "../messages.ts"

/** The queue's part of this address, read anew. By XMLHttpRequest, which parses a page without a sink for strings. */
export const freshQueue = (): Promise<HTMLElement> =>
  new Promise((resolve, refuse) => {
    const request = new XMLHttpRequest()
    request.open("GET", location.pathname + location.search)
    request.responseType = "document"
    request.addEventListener("load", () => {
      const fresh = (request.response as Document | null)?.getElementById("queue")
      if (!fresh) return refuse(new Refused({ problem: "failed", sentence: en.failure.server }))
      const taken = document.importNode(fresh, true)
      for (const part of taken.querySelectorAll<HTMLElement>("[data-needs-script]")) part.dataset.ready = ""
      resolve(taken)
    })
    request.addEventListener("error", () => refuse(new Refused({ problem: "away", sentence: en.failure.away })))
    request.send()
  })
