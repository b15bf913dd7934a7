import type { PauseReason } from "@candour/domain/event.ts"
import type { NotForUs } from "@candour/domain/not-for-us.ts"
import { plural } from "@candour/web/language.ts"
import type { DangerFilter, FilterName, View } from "./view.ts"

const views: Record<View, string> = {
  mine: "Mine",
  waiting: "Waiting for me",
  overdue: "Overdue",
  messages: "New messages",
  disputed: "Not over",
  unassigned: "Unassigned",
  accept: "To accept",
  all: "All open",
  closed: "Closed",
  moved: "Moved away",
}

const paused: Record<PauseReason, string> = {
  court: "criminal proceedings",
  iopc: "the IOPC has it",
  "other-investigation": "another investigation first",
  reporter: "the reporter’s answer",
  "other-body": "another body’s answer",
}

const filterNames: Record<FilterName, string> = {
  category: "Category",
  stage: "Stage",
  holder: "Holder",
  danger: "Danger",
  from: "Received from",
  to: "Received up to",
}

const dangers: Record<DangerFilter, string> = {
  now: "Now, nobody has acted",
  soon: "Not this minute",
  none: "None, or acted on",
}

const setAside: Record<NotForUs, string> = {
  emergency: "it was an emergency for 999",
  crime: "a crime by somebody who isn’t police",
  service: "rudeness, delay or poor service",
  grievance: "a dispute of staff with their employer",
  military: "another body has the powers",
  scotland: "it belongs to Scotland",
  "northern-ireland": "it belongs to Northern Ireland",
  data: "what the police hold about somebody",
}

const reports = (count: number) => plural("en", count, { one: "1 report", other: `${count} reports` })

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
    select: "Select",
    danger: "Danger",
    reference: "Reference",
    title: "Title",
    categories: "Categories",
    received: "Received",
    stage: "Stage",
    holder: "Holder",
    due: "Due",
    message: "Message",
    moved: "Moved",
    to: "To",
    by: "By",
  },
  wrote: "New message",
  notOver: "Not over",
  restricted: "Restricted",
  cameFrom: (desk: string) => `Came from ${desk}: accept or return`,
  awaited: { task: "Task for you", check: "Draft to check", export: "Export to allow" },
  taskDue: (day: string) => ` by ${day}`,
  noTitle: "No title",
  notRead: "Not read yet",
  sealedTitle: "Sealed",
  cannotOpenTitle: "Your keys don’t open this title",
  dangerTag: { now: "In danger", soon: "In danger, not now", acted: "Acted on", unknown: "Danger not known" },
  noCategory: "None ticked",
  empty: "Nothing is waiting for you.",
  emptyElsewhere: "Nothing is here.",
  emptyFiltered: "Nothing here fits these filters.",
  lookedAt: (rows: number) =>
    `${rows.toLocaleString("en")} reports were looked through. The next page looks through those that follow.`,
  first: "Back to the first page",
  filters: {
    open: "Filter",
    names: filterNames,
    any: "Any",
    nobody: "Nobody",
    dangers,
    apply: "Apply filters",
    chosen: "Filters",
    remove: (name: string, value: string) => `${name}: ${value}`,
    removeAside: "Remove filter ",
    all: "Remove all filters",
  },
  saved: {
    label: "Your saved views",
    open: "Save this view",
    name: "Name of this view",
    hint: "40 characters at most. Only you see it, but it isn’t sealed: name no person.",
    button: "Save",
    remove: (name: string) => ["Remove", ` the saved view ${name}`] as const,
    problem: {
      name: "Give it a name of 1 to 40 characters.",
      full: "You keep twenty views already. Remove one first.",
    },
  },
  bulk: {
    label: "The selected reports",
    selected: (count: number) => (count === 0 ? "Nothing selected" : `${reports(count)} selected`),
    row: (reference: string) => `Select ${reference}`,
    all: "Select all of this page",
    take: "Assign to me",
    to: "Assign to",
    assign: "Assign",
    choose: "Choose somebody",
    why: "Set aside: not for this hotline, because",
    chooseWhy: "Choose why",
    setAside: "Set aside",
    setAsideReasons: setAside,
    done: (count: number) => `Recorded for ${reports(count)}.`,
    failed: (count: number) => `${reports(count)} not changed: the reason stands in the row, which is still selected.`,
    problem: {
      nothing: "Select one or more reports first.",
      to: "Choose who should hold them.",
      why: "Choose why they aren’t for this hotline.",
    },
    first: "Somebody has just decided something about it. Look at it again.",
  },
  due: {
    today: "Today",
    left: (days: number) => plural("en", days, { one: "1 working day left", other: `${days} working days left` }),
    beforeNext: "Before the next working day",
    overdue: (days: number) =>
      days === 0
        ? "Overdue"
        : plural("en", days, { one: "1 working day overdue", other: `${days} working days overdue` }),
    paused: (why: PauseReason) => `paused: ${paused[why]}`,
    nothing: "Nothing due",
  },
}
