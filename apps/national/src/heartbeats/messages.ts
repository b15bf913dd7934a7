import type { WaitBand } from "@candour/figures/heartbeats.ts"
import { plural } from "@candour/web/language.ts"

const bands: Record<WaitBand, string> = {
  "within-7": "All opened within 7 days",
  "over-7": "Over 7 days",
  "over-28": "Over 28 days",
}

const desks = (count: number) => plural("en", count, { one: "1 desk has", other: `${count} desks have` })

/** Every word of the heartbeats page (design §5). */
export const en = {
  title: "Heartbeats",
  asAt: (day: string) => `As of today, ${day}.`,
  why: "Each desk’s oldest report that nobody has opened. A desk that stops opening reports shows here; ring its lead.",
  summary: {
    "over-28": (count: number) => `${desks(count)} a report that nobody has opened for over 28 days.`,
    "over-7": (count: number) => `${desks(count)} one that nobody has opened for over 7 days.`,
    none: "No desk has a report that nobody has opened for over 7 days.",
  },
  columns: {
    desk: "Desk",
    oldest: "Oldest unopened",
    days: "Days it has waited",
    band: "Band",
    unopened: "Unopened",
  },
  bands,
  nothing: "Nothing unopened",
  daysNote:
    "Days are calendar days since the report came to the desk. A desk that isn’t open yet receives nothing: what is meant for it waits at the national desk.",
}
