import { DatabaseAway, isAboutTheRow } from "@candour/database/errors.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import type { Spool } from "./spool.ts"
import type { SpooledReport } from "./spooled-report.ts"

/** Milliseconds until the next try: at first, and at most, doubling between. */
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000

/** Hands one report to the database. A throw other than DatabaseAway is about this report, or about its desk. */
export type Accept = (spooled: SpooledReport) => Promise<"stored" | "same" | "conflict">

/** Brings spooled reports to the database, each exactly once: the database tells a repeat by id and digest. */
export interface Delivery {
  /** The database couldn't be reached when it was last asked: new reports go straight to the spool. */
  isAway(): boolean
  /** Somebody else met the database away. */
  metAway(): void
  /** Reports that the database refuses for what is in them; they wait, and an operator has to look. */
  refused(): number
  /**
   * One round over all that waits; answers whether nothing waits any more. Only a lost connection ends it: what is
   * locked, slow or refused waits for the next round, and the others go on.
   */
  deliver(): Promise<boolean>
  /** Delivers again and again, with longer pauses while the database is away. */
  start(): void
  stop(): Promise<void>
}

/** @see Delivery. `accept` must be safe to repeat. */
export function createDelivery(spool: Spool, accept: Accept): Delivery {
  let away = false
  /** What the database refuses for what is in it. */
  const refused = new Set<string>()
  /** What it didn't take in the last round, for any reason: tried last, so that it holds up nobody else. */
  let heldUp = new Set<string>()
  let pause = FIRST_PAUSE
  let timer: NodeJS.Timeout | undefined
  let round: Promise<boolean> = Promise.resolve(true)
  let stopped = false

  async function hand(id: string, spooled: SpooledReport): Promise<void> {
    const answer = await accept(spooled)
    refused.delete(id)
    if (answer === "conflict") await spool.setAside(id)
    else await spool.delivered(id)
  }

  async function deliver(): Promise<boolean> {
    const stuckDesks = new Set<Tenant>()
    const before = heldUp
    heldUp = new Set()
    for (const id of spool.waiting().sort((one, other) => Number(before.has(one)) - Number(before.has(other)))) {
      if (stopped) return false
      let desk: Tenant | undefined
      try {
        const spooled = await spool.find(id)
        desk = spooled?.report.tenant
        if (spooled && !stuckDesks.has(spooled.report.tenant)) await hand(id, spooled)
      } catch (error) {
        heldUp.add(id)
        if (error instanceof DatabaseAway) {
          away = true
          return false
        }
        if (isAboutTheRow(error)) refused.add(id)
        // A lock or a slow answer is likely the desk's: its other reports would each wait as long.
        else if (desk !== undefined) stuckDesks.add(desk)
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
    refused: () => spool.waiting().filter((id) => refused.has(id)).length,
    deliver,
    start: schedule,
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await round
    },
  }
}
