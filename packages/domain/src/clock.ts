import { addDays, addMonths, type Day, daysBetween } from "./day.ts"
import type { EventKind, ReportEvent } from "./event.ts"
import { addWorkingDays, isWorkingDay } from "./working-day.ts"

/**
 * Each clock of a report (domain rules §6). `dispute` is the answer to a reporter who says that it isn't over, `explain`
 * the written explanation after a year and every six months (Police (Conduct) Regulations 2020, reg. 13).
 */
export type ClockName =
  | "acknowledge"
  | "accept"
  | "assess"
  | "iopc"
  | "dispute"
  | "update"
  | "review"
  | "explain"
  | "outcome-report"
  | "task"

/** How long a force gives itself: never longer than the national limits. */
export interface ClockLimits {
  /** working days */
  acknowledge: number
  /** working days */
  assess: number
  /** days */
  update: number
  /** months */
  review: number
}

/** The longest that any force may set (domain rules §6). */
export const NATIONAL_LIMITS: ClockLimits = { acknowledge: 1, assess: 5, update: 28, review: 3 }

/** What clocks need of a report beside its events. */
export interface ClockedReport {
  /** The day that its first clocks count from: the next one where it came after 17:00. */
  countedFrom: Day
  mayReply: "yes" | "careful" | "no"
}

/** An event with the day it happened. */
export type DatedEvent = ReportEvent & { day: Day }

export interface ReportClock {
  name: ClockName
  from: Day
  due: Day
  /** When it was met, or undefined while it runs. */
  met: Day | undefined
  /** It stands still, and its due day moves with every day that it does. */
  paused: boolean
  /** Number of the event that it began with: a task's own, a milestone's; 0 for the arrival. */
  number: number
}

/** Clocks that a pause stops; the law's own days and what somebody in danger waits for go on. */
const PAUSED: readonly ClockName[] = ["assess", "update", "review", "explain", "outcome-report"]
const IN_WORKING_DAYS: readonly ClockName[] = ["assess", "outcome-report"]

const REVIEW_STARTS: readonly EventKind[] = ["assessed", "intelligence-made", "investigating", "reviewed", "reopened"]
const ACKNOWLEDGES: readonly EventKind[] = ["acknowledged", "messaged"]
const ACCEPTS: readonly EventKind[] = ["accepted", "assessed", "set-aside"]
const ENDS: readonly EventKind[] = ["closed", "set-aside"]

/**
 * The clocks of a report at its desk, in the order in which they began; those of a closed report that only an open one
 * has are met by its closing. The database works out the same next due day (view `report_due`); a property test holds the two to
 * each other.
 */
export function clocksOf(
  all: readonly DatedEvent[],
  { countedFrom, mayReply }: ClockedReport,
  limits: ClockLimits,
): ReportClock[] {
  const corrected = new Set(all.flatMap((event) => (event.kind === "corrected" ? [event.detail.corrects] : [])))
  const arrival = all.findLastIndex(({ kind }) => kind === "arrived")
  const events = all.slice(Math.max(arrival, 0)).filter(({ number }) => !corrected.has(number))
  const pauses = pausesIn(events)
  const isPaused = pauses.some(({ to }) => to === undefined)

  const dayOfFirst = (kinds: readonly EventKind[], after = 0) =>
    events.find(({ kind, by, number }) => kinds.includes(kind) && by !== undefined && number > after)?.day
  const last = (kinds: readonly EventKind[]) =>
    events.findLast(({ kind, by }) => kinds.includes(kind) && by !== undefined)
  const reopened = last(["reopened"])?.number ?? 0
  const closing = events.findLast(({ kind, number }) => ENDS.includes(kind) && number > reopened)
  const clocks: ReportClock[] = []

  function add(name: ClockName, from: Day, due: Day, met: Day | undefined, number = 0): void {
    const stops = PAUSED.includes(name)
    const moved = stops ? addDays(due, pausedDays(pauses, from)) : due
    clocks.push({
      name,
      from,
      due: IN_WORKING_DAYS.includes(name) ? nextWorkingDay(moved) : moved,
      met,
      paused: stops && isPaused && met === undefined,
      number,
    })
  }

  if (mayReply !== "no")
    add(
      "acknowledge",
      countedFrom,
      addWorkingDays(countedFrom, limits.acknowledge),
      dayOfFirst(ACKNOWLEDGES) ?? closing?.day,
    )
  const arrived = events.find((event) => event.kind === "arrived")
  if (arrived?.kind === "arrived" && !arrived.detail.referral)
    add("accept", countedFrom, addWorkingDays(countedFrom, 2), dayOfFirst(ACCEPTS))
  const setAside = closing?.kind === "set-aside" ? closing.day : undefined
  add("assess", countedFrom, addWorkingDays(countedFrom, limits.assess), dayOfFirst(["assessed"]) ?? setAside)

  const assessed = events.findLast((event) => event.kind === "assessed")
  if (assessed?.kind === "assessed" && assessed.detail.grounds.length > 0)
    // Of a working or a calendar day the regulation doesn't say; the earlier one alarms (domain rules §4, ours).
    add("iopc", assessed.day, addDays(assessed.day, 1), dayOfFirst(["iopc-decided"], assessed.number), assessed.number)
  const disputed = events.findLast(({ kind }) => kind === "disputed")
  if (disputed)
    add(
      "dispute",
      disputed.day,
      addWorkingDays(disputed.day, 5),
      dayOfFirst(["dispute-answered", "reopened"], disputed.number),
      disputed.number,
    )
  const message = last(["messaged"])
  if (message && mayReply !== "no")
    add("update", message.day, addDays(message.day, limits.update), closing?.day, message.number)
  const stage = last(REVIEW_STARTS)
  if (stage) add("review", stage.day, addMonths(stage.day, limits.review), closing?.day, stage.number)
  const explained = events.findLast((event) => event.kind === "milestone" && event.detail.which === "explained")
  add(
    "explain",
    explained?.day ?? countedFrom,
    explained ? addMonths(explained.day, 6) : addMonths(countedFrom, 12),
    closing?.day,
    explained?.number,
  )
  const hearing = events.findLast((event) => event.kind === "milestone" && event.detail.which === "hearing-ended")
  if (hearing) {
    const reported = events.find(
      (event) =>
        event.kind === "milestone" && event.detail.which === "outcome-reported" && event.number > hearing.number,
    )
    add("outcome-report", hearing.day, addWorkingDays(hearing.day, 5), reported?.day, hearing.number)
  }
  for (const task of events) {
    if (task.kind !== "tasked") continue
    const done = events.find((event) => event.kind === "task-done" && event.detail.task === task.number)
    add("task", task.day, task.detail.due, done?.day, task.number)
  }
  return clocks
}

/** The first due of the clocks that run; undefined where none does. */
export function nextDue(clocks: readonly ReportClock[]): Day | undefined {
  return clocks
    .filter(({ met, paused }) => met === undefined && !paused)
    .map(({ due }) => due)
    .toSorted()
    .at(0)
}

/** How a clock stands on the day `today`. */
export function clockState(
  { due, met, paused }: ReportClock,
  today: Day,
): "met" | "missed" | "paused" | "overdue" | "runs" {
  if (met !== undefined) return met <= due ? "met" : "missed"
  if (paused) return "paused"
  return due < today ? "overdue" : "runs"
}

interface Pause {
  from: Day
  /** Missing while it lasts. */
  to: Day | undefined
}

function pausesIn(events: readonly DatedEvent[]): Pause[] {
  const pauses: Pause[] = []
  for (const { kind, day } of events) {
    const open = pauses.at(-1)
    if (kind === "paused") pauses.push({ from: day, to: undefined })
    else if (kind === "resumed" && open) pauses[pauses.length - 1] = { ...open, to: day }
  }
  return pauses
}

/** Days of ended pauses after `from`: what is paused now moves its due day once it goes on. */
const pausedDays = (pauses: readonly Pause[], from: Day): number =>
  pauses.reduce(
    (days, pause) =>
      pause.to === undefined ? days : days + Math.max(0, daysBetween(pause.from > from ? pause.from : from, pause.to)),
    0,
  )

function nextWorkingDay(on: Day): Day {
  let at = on
  while (!isWorkingDay(at)) at = addDays(at, 1)
  return at
}
