import type { Database } from "@candour/database/connect.ts"
import { forgetUnfinishedFiles } from "@candour/database/sealed-files.ts"

const DAY_MILLISECONDS = 86_400_000

/** Takes away files that nobody has finished, at the start and once a day. */
export interface Forgetting {
  start(): void
  stop(): Promise<void>
}

/** @see Forgetting */
export function createForgetting(database: Database, every = DAY_MILLISECONDS): Forgetting {
  let timer: NodeJS.Timeout | undefined
  let round: Promise<unknown> = Promise.resolve()
  const forget = () => {
    // Whatever keeps it from that passes, or is met by others: the next round does the same again.
    round = forgetUnfinishedFiles(database).catch(() => undefined)
  }
  return {
    start() {
      forget()
      timer = setInterval(forget, every)
      timer.unref()
    },
    async stop() {
      clearInterval(timer)
      await round
    },
  }
}
