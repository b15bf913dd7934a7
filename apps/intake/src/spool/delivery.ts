import { DatabaseAway } from "@candour/database/errors.ts"
import type { Spool } from "./spool.ts"
import type { SpooledReport } from "./spooled-report.ts"

/** Milliseconds until the next try: at first, and at most, doubling between. */
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000

/** Hands one report to the database. @throws DatabaseAway */
export type Accept = (spooled: SpooledReport) => Promise<"stored" | "same" | "conflict">

/** Brings spooled reports to the database, each exactly once: the database tells a repeat by id and digest. */
export interface Delivery {
  /** The database didn't answer when it was last asked: new reports go straight to the spool. */
  isAway(): boolean
  /** Somebody else met the database away. */
  metAway(): void
  /** Reports that the database refuses for a reason of its own; they wait, and an operator has to look. */
  refused(): number
  /** One round over all that waits; answers whether nothing waits any more. */
  deliver(): Promise<boolean>
  /** Delivers again and again, with longer pauses while the database is away. */
  start(): void
  stop(): Promise<void>
}

/** @see Delivery. `accept` must be safe to repeat. */
export function createDelivery(spool: Spool, accept: Accept): Delivery {
  let away = false
  let refused = new Set<string>()
  let pause = FIRST_PAUSE
  let timer: NodeJS.Timeout | undefined
  let round: Promise<boolean> = Promise.resolve(true)
  let stopped = false

  /** Delivers one; throws DatabaseAway only. */
  async function deliverOne(id: string): Promise<void> {
    try {
      const spooled = await spool.find(id)
      if (!spooled) return
      const answer = await accept(spooled)
      if (answer === "conflict") await spool.setAside(id)
      else await spool.delivered(id)
    } catch (error) {
      if (error instanceof DatabaseAway) throw error
      refused.add(id)
    }
  }

  async function deliver(): Promise<boolean> {
    refused = new Set()
    for (const id of spool.waiting()) {
      if (stopped) return false
      try {
        await deliverOne(id)
      } catch {
        away = true
        return false
      }
    }
    away = false
    return spool.waiting().length === 0
  }

  const schedule = () => {
    timer = setTimeout(async () => {
      round = deliver()
      pause = (await round) ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE)
      if (!stopped) schedule()
    }, pause)
    timer.unref()
  }

  return {
    isAway: () => away,
    metAway: () => {
      away = true
    },
    refused: () => refused.size,
    deliver,
    start: schedule,
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await round
    },
  }
}
