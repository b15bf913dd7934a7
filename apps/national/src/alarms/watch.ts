import type { Database } from "@candour/database/connect.ts"
import type { Clock } from "@candour/domain/day.ts"
import type { SendMail } from "@candour/web/smtp.ts"
import { keepAlarms } from "./keep-alarms.ts"
import { mailAlarms } from "./mail-alarms.ts"

/** Milliseconds from one look at the desks to the next: twelve times within the hour that an alarm may take. */
const EVERY = 5 * 60_000

/** What watching the desks needs; without `send`, alarms stand on the page alone. */
export interface Watch {
  database: Database
  clock: Clock
  send: SendMail | undefined
}

/** One look at every desk, and the mails of what stands. */
export async function lookAtDesks({ database, clock, send }: Watch): Promise<void> {
  await keepAlarms({ database, clock })
  if (send) await mailAlarms({ database, send })
}

/** Looks now and from then on every few minutes; the status page says when the last look was. */
export function watchDesks(watch: Watch): { stop(): void } {
  // A database that is away is tried again with the next look; health tells of it meanwhile.
  const look = () => void lookAtDesks(watch).catch(() => undefined)
  look()
  const timer = setInterval(look, EVERY)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
