import type { Connection } from "@candour/database/connect.ts"
import { listQueue, type Reader } from "../queue/list-queue.ts"
import { listWaiting, type WaitingRow } from "../queue/list-waiting.ts"
import type { QueueRow } from "../queue/queue-row.ts"
import type { Asked } from "../queue/view.ts"
import type { DayPart } from "./messages.ts"

/** Rows of each part: what is more is one press away. */
const MOST = 5

/** One part of a day: its first rows, whether there are more, and the view that has them all. */
export interface PartOfDay {
  part: DayPart
  asked: Asked
  rows: (QueueRow | WaitingRow)[]
  more: boolean
}

const askedFor = ({ person }: Reader): Record<DayPart, Asked> => ({
  danger: { view: "all", filters: { danger: "now" } },
  overdue: { view: "overdue", filters: { holder: person } },
  waiting: { view: "waiting", filters: {} },
  next: { view: "mine", filters: {} },
  messages: { view: "messages", filters: { holder: person } },
  accept: { view: "accept", filters: {} },
})

/** What waits for one person today, in the order in which it is to be looked at; parts without anything are left out. */
export async function listDay(transaction: Connection, reader: Reader): Promise<PartOfDay[]> {
  const asked = askedFor(reader)
  const day: PartOfDay[] = []
  for (const part of Object.keys(asked) as DayPart[]) {
    const { rows, next } =
      part === "waiting"
        ? await listWaiting(transaction, {}, reader, undefined, MOST)
        : await listQueue(transaction, asked[part], reader, undefined, MOST)
    // What is overdue stands above already.
    const own = part === "next" ? rows.filter(({ due, paused }) => due >= reader.today || paused !== null) : rows
    if (own.length > 0) day.push({ part, asked: asked[part], rows: own, more: next !== undefined })
  }
  return day
}
