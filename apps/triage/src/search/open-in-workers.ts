/** Browser: shares the opening of reports among workers. */
import { startWorker } from "@candour/web/start-worker.ts"
import type { SentReport } from "./hand-out.ts"
import type { SearchKeys } from "./open-for-search.ts"
import type { Searched } from "./report-index.ts"

/** One worker leaves a processor to the page; more than four wait for the server. */
const WORKERS = Math.min(4, Math.max(1, navigator.hardwareConcurrency - 1))

/** Workers that hold the keys until they are ended. */
export interface Opening {
  /** Opens a batch; what these keys don't open is left out. */
  open(batch: readonly SentReport[]): Promise<Searched[]>
  end(): void
}

/** Starts the workers with the keys. @param script - the address of this app's own worker */
export function startOpening(script: string, keys: SearchKeys): Opening {
  const workers = Array.from({ length: WORKERS }, () => {
    const worker = startWorker(script)
    worker.postMessage(keys)
    return worker
  })
  const free = [...workers]
  const waiting: ((worker: Worker) => void)[] = []
  const take = (): Promise<Worker> => {
    const worker = free.pop()
    return worker === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(worker)
  }
  const give = (worker: Worker): void => {
    const next = waiting.shift()
    if (next === undefined) free.push(worker)
    else next(worker)
  }
  return {
    async open(batch) {
      const worker = await take()
      try {
        return await new Promise<Searched[]>((resolve, refuse) => {
          worker.onmessage = ({ data }) => resolve(data)
          worker.onerror = () => refuse(new Error("The worker ended."))
          worker.postMessage(batch)
        })
      } finally {
        give(worker)
      }
    },
    end() {
      for (const worker of workers) worker.terminate()
    },
  }
}
