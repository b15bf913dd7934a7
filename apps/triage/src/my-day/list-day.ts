import type { Connection } from "@candour/database/connect.ts"
import { forToday } from "../lead/patterns/find-patterns.ts"
import { listQueue, type Reader } from "../queue/list-queue.ts"
import { listWaiting, type WaitingRow } from "../queue/list-waiting.ts"
import type { QueueRow } from "../queue/queue-row.ts"
import { rowsOf } from "../queue/rows-of.ts"
import { type Asked, addressOf } from "../queue/view.ts"
import type { DayPart } from "./messages.ts"

/** Rows of each part: what is more is one press away. */
const MOST = 5

/** One part of a day: its first rows, whether there are more, and the address of the page that has them all. */
export interface PartOfDay {
  part: DayPart
  address: string
  rows: (QueueRow | WaitingRow)[]
  more: boolean
}

const askedFor = ({ person }: Reader): Record<Exclude<DayPart, "sameDay">, Asked> => ({
  danger: { view: "all", filters: { danger: "now" } },
  overdue: { view: "overdue", filters: { holder: person } },
  waiting: { view: "waiting", filters: {} },
  next: { view: "mine", filters: {} },
  messages: { view: "messages", filters: { holder: person } },
  accept: { view: "accept", filters: {} },
})

/** What a lead must look at today and none has yet (domain rules §9). */
async function listSameDay(transaction: Connection, reader: Reader): Promise<PartOfDay[]> {
  if (!reader.roles.includes("lead")) return []
  const reports = await forToday(transaction, reader)
  const rows = [...(await rowsOf(transaction, reports.slice(0, MOST))).values()]
  return rows.length === 0 ? [] : [{ part: "sameDay", address: "/unit", rows, more: reports.length > MOST }]
}

/** What waits for one person today, in the order in which it is to be looked at; parts without anything are left out. */
export async function listDay(transaction: Connection, reader: Reader): Promise<PartOfDay[]> {
  const asked = askedFor(reader)
  const day: PartOfDay[] = []
  for (const part of Object.keys(asked) as (keyof typeof asked)[]) {
    const { rows, next } =
      part === "waiting"
        ? await listWaiting(transaction, {}, reader, undefined, MOST)
        : await listQueue(transaction, asked[part], reader, undefined, MOST)
    // What is overdue stands above already.
    const own = part === "next" ? rows.filter(({ due, paused }) => due >= reader.today || paused !== null) : rows
    if (own.length > 0) day.push({ part, address: addressOf(asked[part]), rows: own, more: next !== undefined })
    if (part === "danger") day.push(...(await listSameDay(transaction, reader)))
  }
  return day
}
