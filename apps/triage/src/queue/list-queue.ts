import type { Connection } from "@candour/database/connect.ts"
import { nearReports } from "@candour/database/nearness.ts"
import { report, staff } from "@candour/database/schema.ts"
import type { Day } from "@candour/domain/day.ts"
import type { Role } from "@candour/domain/role.ts"
import { and, ne, notInArray, or, type SQL, type SQLWrapper, sql } from "drizzle-orm"
import { type Order, orderOf } from "./order.ts"
import { columns, type QueueRow } from "./queue-row.ts"
import { type Asked, type DangerFilter, type Filters, NOBODY, type View } from "./view.ts"

/** Rows of one page of the queue. */
export const PAGE_ROWS = 50

/** How much one page reads at most, so that the last page of the rarest filter costs what the first of any costs. */
export const LIMITS = {
  /** Rows looked at for filters that no index answers. A page that ends there says so and leads on. */
  lookedAt: 5_000,
  /** Reports received in a span of days are sorted where they are so few, and else looked for along the queue. */
  sorted: 2_000,
}

/** The columns of the table, or of a part of it that was read first. */
type Columns = { [Name in keyof typeof columns]: SQLWrapper }

/** Whoever reads the queue, and when. */
export interface Reader {
  person: string
  roles: readonly Role[]
  today: Day
}

/** One page of a list that goes by key. */
export interface Page<Row> {
  rows: Row[]
  /** The place after which the next page begins, where one follows. */
  next: string | undefined
  /** Set where the page ended because so many rows had been looked at: what follows may hold more, or nothing. */
  lookedAt?: number
}

/** The rows of a page out of one row more than it has. */
export function pageOf<Row>(found: Row[], most: number, placeOf: (row: Row) => string): Page<Row> {
  const rows = found.slice(0, most)
  const last = rows.at(-1)
  return { rows, next: found.length > most && last !== undefined ? placeOf(last) : undefined }
}

const URGENCY: Record<DangerFilter, number> = { now: 0, soon: 1, none: 2 }

const holderIs = (c: Columns, holder: string): SQL =>
  holder === NOBODY ? sql`${c.holder} is null` : sql`${c.holder} = ${holder}::uuid`

/** The conditions of a list: those that an index answers, and those that each row is asked. */
interface Conditions {
  byIndex: (SQL | undefined)[]
  /** Whether the index is asked for what nobody holds. */
  nobodys: boolean
  byRow: ((c: Columns) => SQL | undefined)[]
}

function conditionsOf({ view, filters, notOverdue }: Asked, { person, today }: Reader): Conditions {
  const { category, stage, holder, danger, from, to } = filters
  const c: Columns = columns
  const byIndex: Conditions["byIndex"] = [
    view === "closed" ? sql`${c.stage} = 'closed'` : undefined,
    view === "messages" ? sql`${report.messageWaiting}` : undefined,
    view === "disputed" ? sql`${report.disputed}` : undefined,
    view === "accept" ? sql`${c.cameFrom} is not null` : undefined,
    view === "mine" ? sql`${c.holder} = ${person}::uuid` : undefined,
    view === "unassigned" ? sql`${c.holder} is null` : undefined,
    // Naming the urgencies lets the index go straight to what is due in each.
    view === "overdue" ? sql`${c.due} < ${today}::date and ${c.urgency} in (0, 1, 2)` : undefined,
  ]
  const byRow: Conditions["byRow"] = [
    (row) => category && sql`${category} = any (${row.categories})`,
    // While its clocks stand still nothing is overdue.
    (row) => (view === "overdue" ? sql`${row.paused} is null` : undefined),
    (row) => (notOverdue ? sql`(${row.due} >= ${today}::date or ${row.paused} is not null)` : undefined),
  ]
  const inQueue = view === "mine" || view === "unassigned" || view === "overdue" || view === "all"
  if (danger !== undefined) {
    if (inQueue || view === "accept") byIndex.push(sql`${c.urgency} = ${URGENCY[danger]}`)
    else byRow.push((row) => sql`${row.urgency} = ${URGENCY[danger]}`)
  }
  if (holder !== undefined) {
    if (view === "overdue" || view === "all" || view === "closed") byIndex.push(holderIs(c, holder))
    else byRow.push((row) => holderIs(row, holder))
  }
  if (stage !== undefined) {
    // One index at a time: by holder where one is asked for, and else by stage.
    if ((view === "overdue" || view === "all") && holder === undefined) byIndex.push(sql`${c.stage} = ${stage}`)
    else byRow.push((row) => sql`${row.stage} = ${stage}`)
  }
  if (view === "closed") byIndex.push(receivedIn(c, from, to))
  else byRow.push((row) => receivedIn(row, from, to))
  const nobodys = view === "unassigned" || (holder === NOBODY && (inQueue || view === "closed"))
  return { byIndex, byRow, nobodys }
}

/** PostgreSQL takes `holder is null` for no constant: named in the order, it lets the index by holder give it. */
const afterHolder = ({ by, ...order }: Order): Order => ({
  ...order,
  by: (c) => [sql`${c.holder}${sql.raw(order.backwards ? " desc" : "")}`, ...by(c)],
})

const receivedIn = ({ day }: Columns, from?: Day, to?: Day): SQL | undefined =>
  and(from && sql`${day} >= ${from}::date`, to && sql`${day} <= ${to}::date`)

/** Views that show what is closed, too. */
const ANY_STAGE: readonly View[] = ["closed", "messages", "disputed"]

/**
 * One page of a view with its filters; `after` is the place of the last row of the page before, and one that names none
 * begins at the start. What waits for a person and what moved away have lists of their own.
 */
export async function listQueue(
  transaction: Connection,
  asked: Asked,
  reader: Reader,
  after?: string,
  most: number = PAGE_ROWS,
  limits: typeof LIMITS = LIMITS,
): Promise<Page<QueueRow>> {
  const { byIndex, byRow, nobodys } = conditionsOf(asked, reader)
  const order = nobodys ? afterHolder(orderOf(asked.view)) : orderOf(asked.view)
  const open = ANY_STAGE.includes(asked.view) ? undefined : ne(report.stage, "closed")
  // No filter by tenant: policy report_read_by_its_tenant is the filter, and can't be forgotten.
  const where = and(open, ...byIndex, order.after(columns, after))
  const rowWhere = (c: Columns) => and(...byRow.map((condition) => condition(c)))
  if (rowWhere(columns) === undefined) {
    const rows = await transaction
      .select(columns)
      .from(report)
      .where(where)
      .orderBy(...order.by(columns))
      .limit(most + 1)
    return pageOf(rows, most, order.placeOf)
  }
  if (open !== undefined && (await areFew(transaction, asked.filters, limits.sorted))) {
    const days = receivedFirst(transaction, asked.filters, limits.sorted)
    const rows = await transaction
      .select()
      .from(days)
      .where(and(...indexAsRow(asked, reader, days), rowWhere(days), order.after(days, after)))
      .orderBy(...order.by(days))
      .limit(most + 1)
    return pageOf(rows, most, order.placeOf)
  }
  return lookAlong(transaction, where, rowWhere, order, most, limits.lookedAt)
}

/** Looks at the rows of an index in their order, so many at most, for those that fit. */
async function lookAlong(
  transaction: Connection,
  where: SQL | undefined,
  rowWhere: (c: Columns) => SQL | undefined,
  order: Order,
  most: number,
  lookedAt: number,
): Promise<Page<QueueRow>> {
  const looked = transaction
    .select(columns)
    .from(report)
    .where(where)
    .orderBy(...order.by(columns))
    .limit(lookedAt)
    .as("looked")
  const found = await transaction
    .select()
    .from(looked)
    .where(rowWhere(looked))
    .orderBy(...order.by(looked))
    .limit(most + 1)
  const page = pageOf(found, most, order.placeOf)
  if (page.next !== undefined) return page
  // The keys alone: an index holds them, so no row is read for it.
  const [last] = await transaction
    .select({ id: report.id, urgency: report.urgency, due: report.due, day: report.day })
    .from(report)
    .where(where)
    .orderBy(...order.by(columns))
    .offset(lookedAt - 1)
    .limit(1)
  return last === undefined ? page : { ...page, next: order.placeOf(last), lookedAt }
}

/** The open reports received in a span of days, in the order of the index that finds them. */
const receivedFirst = (transaction: Connection, { from, to }: Filters, most: number) =>
  transaction
    .select(columns)
    .from(report)
    .where(and(ne(report.stage, "closed"), receivedIn(columns, from, to)))
    .orderBy(report.day, report.id)
    .limit(most)
    .as("days")

async function areFew(transaction: Connection, { from, to }: Filters, most: number): Promise<boolean> {
  if (from === undefined && to === undefined) return false
  const [over] = await transaction
    .select({ id: report.id })
    .from(report)
    .where(and(ne(report.stage, "closed"), receivedIn(columns, from, to)))
    .orderBy(report.day, report.id)
    .offset(most)
    .limit(1)
  return over === undefined
}

/** What an index would have answered, asked of rows that another one found. */
function indexAsRow({ view, filters }: Asked, { person, today }: Reader, c: Columns): (SQL | undefined)[] {
  const { stage, holder, danger } = filters
  return [
    view === "accept" ? sql`${c.cameFrom} is not null` : undefined,
    view === "mine" ? sql`${c.holder} = ${person}::uuid` : undefined,
    view === "unassigned" ? sql`${c.holder} is null` : undefined,
    view === "overdue" ? sql`${c.due} < ${today}::date` : undefined,
    danger && sql`${c.urgency} = ${URGENCY[danger]}`,
    holder === undefined ? undefined : holderIs(c, holder),
    stage && sql`${c.stage} = ${stage}`,
  ]
}

/** The conditions of a report's own row, for a list that other rows lead to. */
export const filterConditions = (filters: Filters): SQL | undefined =>
  and(
    filters.category && sql`${filters.category} = any (${report.categories})`,
    filters.danger && sql`${report.urgency} = ${URGENCY[filters.danger]}`,
    filters.holder === undefined ? undefined : holderIs(columns, filters.holder),
    filters.stage && sql`${report.stage} = ${filters.stage}`,
    receivedIn(columns, filters.from, filters.to),
  )

/** Whether `person` may open it: is named where it is restricted, and isn't too near. */
export const notKeptFrom = (person: string): SQL | undefined =>
  and(
    or(sql`${report.restrictedTo} is null`, sql`${person}::uuid = any (${report.restrictedTo})`),
    notInArray(report.id, nearReports(person)),
  )

/** The name that each of this desk's people is shown by. */
export async function namesOf(transaction: Connection): Promise<ReadonlyMap<string, string>> {
  const rows = await transaction.select({ id: staff.id, shownName: staff.shownName }).from(staff)
  return new Map(rows.map(({ id, shownName }) => [id, shownName]))
}
