import type { WaitBand } from "@candour/figures/heartbeats.ts"
import { plural } from "@candour/web/language.ts"

const bands: Record<WaitBand, string> = {
  "within-7": "All opened within 7 days",
  "over-7": "Over 7 days",
  "over-28": "Over 28 days",
}

const desks = (count: number) => plural("en", count, { one: "1 desk has", other: `${count} desks have` })
const days = (count: number) => plural("en", count, { one: "1 day", other: `${count} days` })

/** Every word of the heartbeats page (design §5). */
export const en = {
  title: "Heartbeats",
  asAt: (day: string, hour: string) => `As of today, ${day}, ${hour}.`,
  why: "Each desk’s oldest report that nobody has opened, the clock that is overdue for longest, and the hour at which anybody who works its reports last signed in. A desk that stops has an alarm: see to it under Alarms.",
  summary: {
    "over-28": (count: number) => `${desks(count)} a report that nobody has opened for over 28 days.`,
    "over-7": (count: number) => `${desks(count)} one that nobody has opened for over 7 days.`,
    none: "No desk has a report that nobody has opened for over 7 days.",
  },
  columns: {
    desk: "Desk",
    band: "Band",
    oldest: "Oldest unopened",
    unopened: "Unopened",
    clock: "Overdue longest",
    signedIn: "Last sign-in",
    alarms: "Alarms",
  },
  bands,
  nothing: "Nothing unopened",
  waited: (day: string, calendar: number, working: number) =>
    `${day}: ${days(calendar)}, ${working} of them working days`,
  noClock: "Nothing overdue",
  since: (day: string) => `due ${day}`,
  forHours: (hours: number) => `for ${plural("en", hours, { one: "1 hour", other: `${hours} hours` })}`,
  clock: (clock: string, since: string, all: number) =>
    `${clock}, ${since}${all > 1 ? `; ${all} clocks are overdue` : ""}`,
  notOpen: "Not open yet",
  noAlarm: "None",
  alarms: (count: number, owners: readonly string[], alone: number) =>
    [
      plural("en", count, { one: "1 alarm", other: `${count} alarms` }),
      ...(owners.length === 0 ? [] : [`seen to by ${owners.join(" and ")}`]),
      ...(alone === 0 ? [] : [alone === count ? "seen to by nobody" : `${alone} of them by nobody`]),
    ].join(", "),
  daysNote:
    "Days are counted from the day that the report came to the desk; weekends and bank holidays are no working days. Clocks are those of the desks, each with the desk’s own limits. A desk that isn’t open yet receives nothing: what is meant for it waits at the national desk.",
}
