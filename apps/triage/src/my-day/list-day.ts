import type { Connection } from "@candour/database/connect.ts"
import { forToday } from "../lead/patterns/find-patterns.ts"
import { waitToBeLetIn } from "../near/stopped-lately.ts"
import { listQueue, type Page, type Reader } from "../queue/list-queue.ts"
import { listWaiting, type WaitingRow } from "../queue/list-waiting.ts"
import type { QueueRow } from "../queue/queue-row.ts"
import { rowsOf } from "../queue/rows-of.ts"
import { type Asked, addressOf } from "../queue/view.ts"
import type { DayPart } from "./messages.ts"

/** Rows of each part: what is more is one press away. */
const MOST = 5

/** One report of a day, with all that waits at it. */
export type DayRow = (QueueRow | WaitingRow) & {
  /** A lead must look at it today. */
  forLead?: true
  /** Who was stopped as too near, and may be let in by whoever's day it is. */
  stopped?: string[]
}

/** One part of a day: its first rows, whether there are more, and the address of the page that has them all. */
export interface PartOfDay {
  part: DayPart
  address: string
  rows: DayRow[]
  more: boolean
}

/** What a lead must look at today and none has yet (domain rules §9). */
async function sameDay(transaction: Connection, reader: Reader): Promise<Page<DayRow>> {
  const reports = await forToday(transaction, reader)
  const rows = await rowsOf(transaction, reports)
  return {
    rows: reports.flatMap((id) => {
      const row = rows.get(id)
      return row === undefined ? [] : [{ ...row, forLead: true as const }]
    }),
    next: undefined,
  }
}

/** The reports at which a colleague waits to be let in, each with whoever does. */
async function letIn(transaction: Connection, reader: Reader): Promise<Page<DayRow>> {
  const stopped = Map.groupBy(await waitToBeLetIn(transaction, reader), ({ report }) => report)
  const rows = await rowsOf(transaction, [...stopped.keys()])
  return {
    rows: [...stopped].flatMap(([id, people]) => {
      const row = rows.get(id)
      return row === undefined ? [] : [{ ...row, stopped: people.map(({ person }) => person) }]
    }),
    next: undefined,
  }
}

/**
 * What waits for one person today, in the order in which it is to be looked at; parts without anything are left out. Each
 * report stands once, in the first of its parts, and says there what else waits at it.
 */
export async function listDay(transaction: Connection, reader: Reader): Promise<PartOfDay[]> {
  const day: PartOfDay[] = []
  const standing = new Map<string, DayRow>()

  /** A page has more rows than stand in all the parts before, so that it always has enough that don't. */
  function add(part: DayPart, address: string, { rows: found, next }: Page<DayRow>): void {
    const own: DayRow[] = []
    for (const row of found) {
      const above = standing.get(row.id)
      if (above === undefined) own.push(row)
      else Object.assign(above, row)
    }
    const rows = own.slice(0, MOST)
    if (rows.length === 0) return
    for (const row of rows) standing.set(row.id, row)
    day.push({ part, address, rows, more: own.length > MOST || next !== undefined })
  }

  const { person } = reader
  const isLead = reader.roles.includes("lead")
  const ofView = async (part: DayPart, asked: Asked) =>
    add(part, addressOf(asked), await listQueue(transaction, asked, reader))

  await ofView("danger", { view: "all", filters: { danger: "now" } })
  if (isLead) add("sameDay", "/unit", await sameDay(transaction, reader))
  await ofView("overdue", { view: "overdue", filters: { holder: person } })
  if (isLead) add("letIn", "/unit#near", await letIn(transaction, reader))
  add("waiting", addressOf({ view: "waiting", filters: {} }), await listWaiting(transaction, {}, reader))
  // What is overdue has a part of its own, and is behind that part's address where it doesn't stand in it.
  await ofView("next", { view: "mine", filters: {}, notOverdue: true })
  await ofView("messages", { view: "messages", filters: { holder: person } })
  await ofView("accept", { view: "accept", filters: {} })
  return day
}
