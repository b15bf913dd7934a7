import type { Connection } from "@candour/database/connect.ts"
import { awaited, report } from "@candour/database/schema.ts"
import type { Day } from "@candour/domain/day.ts"
import { and, eq, type SQL, sql } from "drizzle-orm"
import { filterConditions, notKeptFrom, PAGE_ROWS, type Page, type Reader } from "./list-queue.ts"
import { columns, type QueueRow } from "./queue-row.ts"
import { type DayPlace, dayPlaceOf, type Filters, placeText } from "./view.ts"

/** A row of what waits for somebody, with what of the report does. */
export type WaitingRow = QueueRow & {
  what: "task" | "check" | "export"
  /** The day by which a task is to be done. */
  taskDue: Day | null
}

/** Stands for the day of what has none: after every task. */
export const AFTER_EVERY_TASK = "9999-12-31"

/** What a person may answer that anybody may: the drafts of others, and, as a lead, their wish to export. */
function mayAnswer({ roles, person }: Reader, table: SQL): SQL {
  const kinds = [
    ...(roles.includes("officer") || roles.includes("lead") ? ["check"] : []),
    ...(roles.includes("lead") ? ["export"] : []),
  ]
  const some = `{${kinds.join(",")}}`
  return sql`${table}.person is null and ${table}.author <> ${person}::uuid and ${table}.what = any (${some}::text[])`
}

/** The tasks of whoever reads: each report once, with the first of them. */
const isFirstTask = ({ person }: Reader): SQL => sql`${awaited.person} = ${person}::uuid
  and not exists (select from awaited sooner where sooner.tenant = ${awaited.tenant} and sooner.report = ${awaited.report}
    and sooner.person = ${person}::uuid and (sooner.due, sooner.number) < (${awaited.due}, ${awaited.number}))`

/** What others made and whoever reads may answer: each report once, and none that has a task of theirs. */
const isFirstCheck = (reader: Reader): SQL => sql`${mayAnswer(reader, sql`awaited`)}
  and not exists (select from awaited other where other.tenant = ${awaited.tenant} and other.report = ${awaited.report}
    and (other.person = ${reader.person}::uuid
      or ${mayAnswer(reader, sql`other`)} and other.number < ${awaited.number}))`

/** What waits, in one of the two ways, of the reports that the reader may open. */
const waiting = (transaction: Connection, which: SQL | undefined, filters: Filters, { person }: Reader) =>
  transaction
    .select({ ...columns, what: awaited.what, taskDue: awaited.due })
    .from(awaited)
    .innerJoin(report, and(eq(report.tenant, awaited.tenant), eq(report.id, awaited.report)))
    .where(and(which, notKeptFrom(person), filterConditions(filters)))
    .orderBy(awaited.due, awaited.report)

const afterTask = (place: DayPlace | undefined) =>
  place && sql`(${awaited.due}, ${awaited.report}) > (${place.day}::date, ${place.id}::uuid)`
const afterCheck = (place: DayPlace | undefined) => place && sql`${awaited.report} > ${place.id}::uuid`

/**
 * One page of what waits for whoever reads: their tasks by the day they are to be done, then drafts that they may check
 * and exports that they may allow. Never what they made themselves, and nothing that they may not open.
 */
export async function listWaiting(
  transaction: Connection,
  filters: Filters,
  reader: Reader,
  after?: string,
  most: number = PAGE_ROWS,
): Promise<Page<WaitingRow>> {
  const place = dayPlaceOf(after)
  const inChecks = place?.day === AFTER_EVERY_TASK
  const tasks = inChecks
    ? []
    : await waiting(transaction, and(isFirstTask(reader), afterTask(place)), filters, reader).limit(most + 1)
  const checks =
    tasks.length > most
      ? []
      : await waiting(
          transaction,
          and(isFirstCheck(reader), afterCheck(inChecks ? place : undefined)),
          filters,
          reader,
        ).limit(most + 1 - tasks.length)
  const rows: WaitingRow[] = [...tasks, ...checks]
  const page = rows.slice(0, most)
  const last = page.at(-1)
  return {
    rows: page,
    next: rows.length > most && last ? placeText(last.taskDue ?? AFTER_EVERY_TASK, last.id) : undefined,
  }
}

/** How many reports wait for whoever reads, counted up to twice `most`, as a part of a larger question. */
export function waitingCount(transaction: Connection, reader: Reader, most: number): SQL {
  const counted = (which: SQL) =>
    sql`(select count(*)::integer from ${waiting(transaction, which, {}, reader).limit(most)} counted)`
  return sql`${counted(isFirstTask(reader))} + ${counted(isFirstCheck(reader))}`
}
