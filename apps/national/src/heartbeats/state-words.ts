import { type Day, daysBetween } from "@candour/domain/day.ts"
import { workingDaysBetween } from "@candour/domain/working-day.ts"
import type { Heartbeat } from "@candour/figures/heartbeats.ts"
import { type OverdueClock, worstClocks } from "@candour/figures/overdue-clocks.ts"
import { formatMoment } from "@candour/web/format-moment.ts"
import { formatShortDay } from "@candour/web/language.ts"
import { clockWords } from "../alarms/messages.ts"
import { en } from "./messages.ts"

/** The oldest unopened report of a desk: its day, and how long it has waited. */
export const unopenedText = (beat: Heartbeat | undefined, today: Day): string =>
  beat === undefined
    ? en.nothing
    : en.waited(
        formatShortDay(beat.oldest, "en"),
        daysBetween(beat.oldest, today),
        workingDaysBetween(beat.oldest, today),
      )

/** Which clock of a desk is overdue for longest, since when, and how many clocks are overdue. */
export function clockText(clocks: readonly OverdueClock[]): string {
  const [worst] = worstClocks(clocks).values()
  if (worst === undefined) return en.noClock
  const all = clocks.reduce((sum, { overdue }) => sum + overdue, 0)
  const since = worst.due === undefined ? en.forHours(worst.hours ?? 0) : en.since(formatShortDay(worst.due, "en"))
  return en.clock(clockWords[worst.clock], since, all)
}

/** The hour of a desk's last sign-in. */
export const signInText = (signedIn: Date | undefined): string =>
  signedIn === undefined ? en.notOpen : formatMoment(signedIn)
