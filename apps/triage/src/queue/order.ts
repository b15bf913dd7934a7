import { type SQL, type SQLWrapper, sql } from "drizzle-orm"
import type { QueueRow } from "./queue-row.ts"
import { dayPlaceOf, placeText, queuePlaceOf, type View } from "./view.ts"

type Keys = Record<"urgency" | "due" | "day" | "id" | "holder", SQLWrapper>

/** How a view is ordered, and how a place in that order is written and gone on from. */
export interface Order {
  by(c: Keys): SQL[]
  after(c: Keys, place: string | undefined): SQL | undefined
  placeOf(row: Pick<QueueRow, "urgency" | "due" | "day" | "id">): string
  /** Whether it goes from the end of its index. */
  backwards: boolean
}

/** Danger first, then what is due first. */
const byDanger: Order = {
  by: (c) => [sql`${c.urgency}`, sql`${c.due}`, sql`${c.id}`],
  after(c, text) {
    const place = queuePlaceOf(text)
    return (
      place &&
      sql`(${c.urgency}, ${c.due}, ${c.id}) > (${place.urgency}::smallint, ${place.due}::date, ${place.id}::uuid)`
    )
  },
  placeOf: ({ urgency, due, id }) => placeText(urgency, due, id),
  backwards: false,
}

/** What is due first, closed or not. */
const byDue: Order = {
  by: (c) => [sql`${c.due}`, sql`${c.id}`],
  after(c, text) {
    const place = dayPlaceOf(text)
    return place && sql`(${c.due}, ${c.id}) > (${place.day}::date, ${place.id}::uuid)`
  },
  placeOf: ({ due, id }) => placeText(due, id),
  backwards: false,
}

/** The newest first. */
const byDay: Order = {
  by: (c) => [sql`${c.day} desc`, sql`${c.id} desc`],
  after(c, text) {
    const place = dayPlaceOf(text)
    return place && sql`(${c.day}, ${c.id}) < (${place.day}::date, ${place.id}::uuid)`
  },
  placeOf: ({ day, id }) => placeText(day, id),
  backwards: true,
}

export function orderOf(view: View): Order {
  if (view === "closed") return byDay
  return view === "messages" || view === "disputed" ? byDue : byDanger
}
