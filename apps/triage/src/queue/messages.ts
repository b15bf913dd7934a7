import { plural } from "@candour/web/language.ts"
import type { View } from "./view.ts"

const views: Record<View, string> = {
  mine: "Mine",
  unassigned: "Unassigned",
  overdue: "Overdue",
  messages: "New messages",
  disputed: "Not over",
  all: "All open",
  closed: "Closed",
  moved: "Moved away",
}

const inDanger = (count: string, one: boolean) =>
  one
    ? "1 report says somebody is in danger, and nobody has acted."
    : `${count} reports say somebody is in danger, and nobody has acted.`

/** Words of the queue (pages §5, Queue). */
export const en = {
  title: "Queue",
  views,
  viewsLabel: "Views of the queue",
  inDanger,
  oldest: (moment: string) => `The oldest came about ${moment}.`,
  seeThem: "They stand first in the queue.",
  column: {
    danger: "Danger",
    reference: "Reference",
    categories: "Categories",
    received: "Received",
    stage: "Stage",
    holder: "Holder",
    due: "Due",
    moved: "Moved",
    to: "To",
    by: "By",
  },
  notOpened: "not opened",
  wrote: "new message",
  notOver: "not over",
  dangerTag: { now: "In danger", soon: "In danger, not now", acted: "Acted on", unknown: "Not known" },
  noCategory: "None ticked",
  empty: "Nothing is waiting for you.",
  emptyElsewhere: "Nothing is here.",
  first: "Back to the first page",
  next: "Next page",
  due: {
    today: "Today",
    left: (days: number) => plural("en", days, { one: "1 working day left", other: `${days} working days left` }),
    beforeNext: "Before the next working day",
    overdue: (days: number) => (days === 0 ? "Overdue" : `${days} overdue`),
    overdueAside: (days: number) =>
      days === 0 ? "" : plural("en", days, { one: " by a working day", other: " by working days" }),
    met: "–",
  },
}
