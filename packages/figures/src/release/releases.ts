import type { Connection } from "@candour/database/connect.ts"
import { translated } from "@candour/database/errors.ts"
import type { Day } from "@candour/domain/day.ts"
import { type SQL, sql } from "drizzle-orm"
import {
  type Content,
  content,
  type PublishedRelease,
  type Reason,
  type Release,
  type ReleaseState,
} from "./release.ts"

/** What a coordinator sets when planning a release. */
export interface Plan {
  quarter: string
  asAt: Day
  knownAt: Day
  publicationDay: Day
  /** Of a revision alone. */
  reason?: Reason | undefined
}

/** Why the database refuses a step of a release (migration 0038). */
export const refusals = [
  "day-passed",
  "not-over",
  "known-before",
  "known-late",
  "planned",
  "no-revision",
  "no-reason",
  "other-day",
  "gone",
  "not-known",
  "at-it",
  "not-prepared",
  "other-content",
  "same-person",
] as const
export type Refusal = (typeof refusals)[number]

const COLUMNS = sql`number, quarter, revision, reason_en, reason_cy, as_at::text, known_at::text, publication_day::text`

type PlannedRow = {
  number: number
  quarter: string
  revision: number
  reason_en: string | null
  reason_cy: string | null
  as_at: Day
  known_at: Day
  publication_day: Day
}

const plannedOf = (row: PlannedRow) => ({
  number: row.number,
  quarter: row.quarter,
  revision: row.revision,
  reason: row.reason_en === null || row.reason_cy === null ? undefined : { en: row.reason_en, cy: row.reason_cy },
  asAt: row.as_at,
  knownAt: row.known_at,
  publicationDay: row.publication_day,
})

/** Every release that was ever planned, the newest first, without its content. */
export async function listReleases(transaction: Connection): Promise<Release[]> {
  type Row = PlannedRow & {
    state: ReleaseState
    planned_name: string
    prepared_name: string | null
    prepared: string | null
    failure: string | null
    checked_name: string | null
    published: Date | null
  }
  const { rows } = await transaction.execute<Row>(sql`
    select ${COLUMNS}, planned_name, prepared_name, prepared::text, failure, checked_name, published,
      case when withdrawn is not null then 'withdrawn' when published is not null then 'published'
        when checked is not null then 'checked' when prepared is not null then 'prepared'
        when failure is not null then 'failed' when asked is not null then 'preparing' else 'planned' end as state
      from release order by number desc`)
  return rows.map((row) => ({
    ...plannedOf(row),
    state: row.state,
    plannedBy: row.planned_name,
    preparedBy: row.prepared_name ?? undefined,
    prepared: row.prepared ?? undefined,
    failure: row.failure ?? undefined,
    checkedBy: row.checked_name ?? undefined,
    published: row.published === null ? undefined : new Date(row.published),
  }))
}

/** What a release is made of, as prepared; none before. What is hidden is in it: it is as secret as the cube. */
export async function readContent(transaction: Connection, number: number): Promise<Content | undefined> {
  const { rows } = await transaction.execute<{ content: unknown }>(
    sql`select content from release where number = ${number} and content is not null`,
  )
  return rows[0] && content.parse(rows[0].content)
}

/** Every release that is out, with what it is made of, in the order of their quarters and revisions. */
export async function publishedReleases(transaction: Connection): Promise<PublishedRelease[]> {
  const { rows } = await transaction.execute<PlannedRow & { published: Date; content: unknown }>(
    sql`select ${COLUMNS}, published, content from release where published is not null order by quarter, revision`,
  )
  return rows.map((row) => ({
    ...plannedOf(row),
    published: new Date(row.published),
    content: content.parse(row.content),
  }))
}

/**
 * Plans a release: the next revision where the quarter is out already. Gives its number.
 *
 * @param by - a coordinator; each step here is checked by the database
 * @throws ReleaseRefused with one of {@link refusals}
 */
export const planRelease = (transaction: Connection, plan: Plan, by: string): Promise<number> =>
  called(
    transaction,
    sql`plan_release(${plan.quarter}, ${plan.asAt}::date, ${plan.knownAt}::date, ${plan.publicationDay}::date,
      ${plan.reason?.en ?? null}, ${plan.reason?.cy ?? null}, ${by}::uuid)`,
  )

/** Asks for a release to be prepared, or prepared anew, by whichever process is next. @throws ReleaseRefused */
export const askToPrepare = (transaction: Connection, number: number, by: string): Promise<void> =>
  called(transaction, sql`ask_to_prepare(${number}, ${by}::uuid)`)

/**
 * A second person checked it: it enters the register and is frozen.
 *
 * @param prepared - {@link Release.prepared} of what they looked at
 * @throws SomebodyWasFirst - something else went out since it was prepared: it has to be prepared anew
 * @throws ReleaseRefused
 */
export const checkRelease = (
  transaction: Connection,
  { number, prepared, by }: { number: number; prepared: string; by: string },
): Promise<number> => called(transaction, sql`check_release(${number}, ${prepared}, ${by}::uuid)`)

/** Takes back a release that isn't out. @throws ReleaseRefused */
export const withdrawRelease = (transaction: Connection, number: number, by: string): Promise<void> =>
  called(transaction, sql`withdraw_release(${number}, ${by}::uuid)`)

/** Puts out every checked release whose 9:30 has come; how many. */
export const publishDueReleases = (transaction: Connection): Promise<number> =>
  called(transaction, sql`publish_due_releases()`)

const called = <Result>(transaction: Connection, call: SQL): Promise<Result> =>
  translated(async () => {
    const { rows } = await transaction.execute<{ answer: Result }>(sql`select ${call} as answer`)
    return rows[0]?.answer as Result
  })
