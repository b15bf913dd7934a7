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
/** Pages of a list that are looked through for rows that stand nowhere yet: who has hundreds overdue has those to do first. */
const MOST_PAGES = 3

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

/** A list of a day, page by page. */
type List = (after?: string) => Promise<Page<DayRow>>

/** What a lead must look at today and none has yet (domain rules §9). */
const sameDay =
  (transaction: Connection, reader: Reader): List =>
  async () => {
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
const letIn =
  (transaction: Connection, reader: Reader): List =>
  async () => {
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

  async function add(part: DayPart, address: string, list: List): Promise<void> {
    const own: DayRow[] = []
    let pages = 0
    let page: Page<DayRow> | undefined
    do {
      page = await list(page?.next)
      for (const row of page.rows) {
        const above = standing.get(row.id)
        if (above === undefined) own.push(row)
        else Object.assign(above, row)
      }
      pages += 1
    } while (own.length <= MOST && page.next !== undefined && page.lookedAt === undefined && pages < MOST_PAGES)
    const rows = own.slice(0, MOST)
    if (rows.length === 0) return
    for (const row of rows) standing.set(row.id, row)
    day.push({ part, address, rows, more: own.length > MOST || page.next !== undefined })
  }

  const { person } = reader
  const isLead = reader.roles.includes("lead")
  const ofView = (part: DayPart, asked: Asked, list: List = (after) => listQueue(transaction, asked, reader, after)) =>
    add(part, addressOf(asked), list)

  await ofView("danger", { view: "all", filters: { danger: "now" } })
  if (isLead) await add("sameDay", "/unit", sameDay(transaction, reader))
  await ofView("overdue", { view: "overdue", filters: { holder: person } })
  if (isLead) await add("letIn", "/unit#near", letIn(transaction, reader))
  await ofView("waiting", { view: "waiting", filters: {} }, (after) => listWaiting(transaction, {}, reader, after))
  const mine: Asked = { view: "mine", filters: {} }
  await ofView("next", mine, async (after) => {
    const { rows, ...page } = await listQueue(transaction, mine, reader, after)
    // What is overdue has a part of its own, and is behind that part's address where it doesn't stand in it.
    return { ...page, rows: rows.filter(({ due, paused }) => due >= reader.today || paused !== null) }
  })
  await ofView("messages", { view: "messages", filters: { holder: person } })
  await ofView("accept", { view: "accept", filters: {} })
  return day
}
