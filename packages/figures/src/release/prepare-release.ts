import { asNational } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import type { Day } from "@candour/domain/day.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"
import { fineCounts } from "../counts.ts"
import { protectChecked } from "../protection/protect-checked.ts"
import { readRegister } from "../register/register.ts"
import type { LineForces } from "../scope.ts"
import { stoppedDesks } from "../stopped-desks.ts"
import { contentsOf } from "./contents.ts"
import type { Content } from "./release.ts"

/** What a preparation knows of the world beside the database. */
export interface Directory {
  lineForces: LineForces
  /** The forces that exist on a day. */
  forcesOn: (on: Day) => readonly Tenant[]
}

/**
 * Prepares the release that waits, if any: counts, hides what has to be hidden beside all that ever went out, and checks that
 * once more. It may take minutes, and holds no transaction open meanwhile.
 *
 * @param protecting - in a thread of its own where a page would wait for it
 * @returns whether there was one
 */
export async function prepareWaiting(
  database: Database,
  directory: Directory,
  protecting: typeof protectChecked = protectChecked,
): Promise<boolean> {
  const claimed = await asNational(database, claim)
  if (claimed === undefined) return false
  const end = (beside: number | null, content: Content | null, failure: string | null) =>
    asNational(database, (transaction) =>
      transaction.execute(sql`select end_preparation(${claimed.number}, ${claimed.claim}::timestamptz, ${beside}::integer,
        ${content && JSON.stringify(content)}::jsonb, ${failure})`),
    )
  try {
    const { beside, content } = await prepare(database, claimed, directory, protecting)
    await end(beside, content, null)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    await end(null, null, error.message.slice(0, 1_000))
  }
  return true
}

interface Claimed {
  number: number
  /** As the database writes it, to the microsecond. */
  claim: string
  asAt: Day
  knownAt: Day
}

async function claim(transaction: Parameters<typeof readRegister>[0]): Promise<Claimed | undefined> {
  const { rows } = await transaction.execute<{ number: number; claim: string; as_at: Day; known_at: Day }>(sql`
    select c.number, c.claimed::text as claim, r.as_at::text, r.known_at::text
      from claim_preparation() c join release r on r.number = c.number`)
  const [row] = rows
  return row && { number: row.number, claim: row.claim, asAt: row.as_at, knownAt: row.known_at }
}

async function prepare(
  database: Database,
  { asAt, knownAt }: Claimed,
  { lineForces, forcesOn }: Directory,
  protecting: typeof protectChecked,
) {
  const read = await asNational(database, async (transaction) => ({
    register: await readRegister(transaction),
    // What happened by the one day, as recorded by the other: as known then, on the day of what is known.
    counts: await fineCounts(transaction, { asAt: knownAt, to: asAt }, lineForces),
    stopped: await stoppedDesks(transaction, asAt),
  }))
  const { last: beside, entries } = read.register
  const tables = await protecting([contentsOf(read.counts, { asAt, knownAt }, lineForces)], entries)
  const counted = tables.flatMap(({ cells }) =>
    cells.map(({ name }) => name.force).filter((force) => force !== undefined),
  )
  const content: Content = {
    tables,
    // A force that has gone since keeps its row: nothing may drop out of the whole.
    desks: [...new Set([...forcesOn(asAt), ...counted, NATIONAL_DESK])],
    stopped: Object.fromEntries(read.stopped),
  }
  return { beside, content }
}
