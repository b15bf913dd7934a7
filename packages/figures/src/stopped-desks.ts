import type { Connection } from "@candour/database/connect.ts"
import { type Day, daysBetween } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"
import type { FigureName } from "./catalogue.ts"
import { heartbeats } from "./heartbeats.ts"

/** Days after which a desk that lets a report wait unopened, and records nothing, counts as stopped. */
const STOPPED_AFTER = 28

/** What comes in by itself, whatever a desk does. */
const COMES_IN = ["contact", "contact-by-category", "contact-not-for-us", "report", "unopened", "call-ended"]

/** These are known though a desk has stopped, so that their 0 is one; what the desk itself does isn't. */
export const COMES_IN_BY_ITSELF: readonly FigureName[] = ["contacts", "otherForces", "notForUs", "reports"]

/**
 * The desks that had stopped by `asAt`, each with the day since which its figures haven't moved: the last on which it recorded
 * anything, or that on which its oldest report came, where it never did. Their figures are no zeros: nobody counted.
 */
export const stoppedDesks = (transaction: Connection, asAt: Day): Promise<ReadonlyMap<Tenant, Day>> =>
  unmovedSince(transaction, asAt, (day) => daysBetween(day, asAt) > STOPPED_AFTER)

/**
 * The desks that let a report wait and recorded nothing in the month of `asAt`, its last day, each with the month since which
 * it hasn't. For answers to whoever asks: of {@link stoppedDesks}, asked as at one day after another, the day would be that of
 * one report.
 */
export async function monthsStopped(transaction: Connection, asAt: Day): Promise<ReadonlyMap<Tenant, string>> {
  const desks = await unmovedSince(transaction, asAt, (day) => monthNameOf(day) < monthNameOf(asAt))
  return new Map([...desks].map(([tenant, since]) => [tenant, monthNameOf(since)]))
}

const monthNameOf = (day: Day) => day.slice(0, 7)

async function unmovedSince(
  transaction: Connection,
  asAt: Day,
  isLongAgo: (day: Day) => boolean,
): Promise<ReadonlyMap<Tenant, Day>> {
  const waiting = (await heartbeats(transaction, asAt)).filter(({ oldest }) => isLongAgo(oldest))
  const acts = await lastActs(
    transaction,
    waiting.map(({ tenant }) => tenant),
    asAt,
  )
  return new Map(
    waiting
      .map(({ tenant, oldest }) => [tenant, acts.get(tenant) ?? oldest] as const)
      .filter(([, since]) => isLongAgo(since)),
  )
}

/** The last day by `asAt` on which each of `desks` itself recorded anything; none for one that hadn't. */
async function lastActs(transaction: Connection, desks: readonly Tenant[], asAt: Day): Promise<Map<Tenant, Day>> {
  // Looked for from the last day on, desk by desk: of a desk that works, it is among the first rows of its index.
  const { rows } = await transaction.execute<{ tenant: Tenant; day: Day | null }>(sql`
    select desk.tenant, (select c.recorded::text from cube c
        where c.tenant = desk.tenant and c.recorded <= ${asAt}::date
          and c.measure <> all (${sql.param(COMES_IN)}::text[])
        order by c.recorded desc limit 1) as day
      from unnest(${sql.param([...desks])}::text[]) desk (tenant)`)
  return new Map(rows.flatMap(({ tenant, day }) => (day === null ? [] : [[tenant, day] as const])))
}
