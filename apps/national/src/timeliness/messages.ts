import type { DaysTaken } from "@candour/figures/days-taken.ts"
import { plural } from "@candour/web/language.ts"

const days = (count: number) => plural("en", count, { one: "1 day", other: `${count} days` })

/** Every word of the page on how long things take. */
export const en = {
  title: "Timeliness",
  asAt: (day: string, known: "then" | "now") => `As at ${day}, as known ${known}.`,
  scope: (line: string, force: string) => `${line}; ${force}.`,
  allForces: "every desk",
  exact:
    "Exact counts: not for publication. Days are calendar days from the day that a report came to the desk, weekends and pauses among them. Only what has come to a stage has a time: while a desk lets reports wait, its times look better than they are, so read them beside what is overdue.",
  stages: {
    heading: "How long each stage takes",
    picture:
      "For each stage a full bar up to the median, an open bar up to three of four, and a line up to nine of ten. The table after it has each number.",
    columns: {
      stage: "Stage",
      half: "Median",
      most: "Three of four within",
      tail: "Nine of ten within",
      number: "Number",
    },
    none: "Nothing has come to any stage in this choice.",
    unit: "days",
  },
  within: ({ from, to }: DaysTaken) => (from === to ? days(to) : `${from} to ${days(to)}`),
  definitions: "What each stage is, and what it leaves out",
  leavesOut: "Left out:",
  byForce: {
    heading: "By desk",
    note: "Of each stage the median, what nine of ten took at most, and how many there were. Of fewer than about ten, either says little. In the order of their names: what desks are sent isn’t alike.",
    desk: "Desk",
    cell: (half: string, tail: string, count: string) => `${half}; ${tail} (${count})`,
  },
  overdue: {
    heading: "What is overdue now, and where",
    note: (hour: string) =>
      `At ${hour}, whatever day is chosen above: reports of each desk at which a clock is overdue. A report may be in several columns. Danger is overdue after an hour.`,
    none: "No clock is overdue at any desk.",
    desk: "Desk",
    all: "All desks",
  },
  handOvers: {
    heading: "Handed from desk to desk",
    note: "What the receiving desk neither accepted, assessed nor gave back yet waits now, whatever day is chosen above; nobody accepts it where that takes over two working days. What was given back waits at the desk that gets it again, until somebody accepts it there. What is neither was handed on further, or was corrected.",
    none: "No desk handed a report to another in this choice.",
    columns: {
      from: "From",
      to: "To",
      handedOn: "Handed on",
      accepted: "Accepted",
      returned: "Given back",
      waiting: "Waits now",
      overdue: "Over two working days",
    },
  },
}
