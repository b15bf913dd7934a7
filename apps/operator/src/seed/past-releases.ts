import { randomUUID } from "node:crypto"
import { acceptContact } from "@candour/database/accept-report.ts"
import { asNational } from "@candour/database/as.ts"
import { connect, type Database, type DatabaseAddress } from "@candour/database/connect.ts"
import { noteContact } from "@candour/database/note-contact.ts"
import { playAt, playNoMore } from "@candour/database/play.ts"
import { addDays, addMonths, type Day, firstOfMonth } from "@candour/domain/day.ts"
import { notForUs } from "@candour/domain/not-for-us.ts"
import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import { freezeDueHeartbeats } from "@candour/figures/release/heartbeat-weeks.ts"
import { prepareWaiting } from "@candour/figures/release/prepare-release.ts"
import { lastDayOf, quarterOf } from "@candour/figures/release/release.ts"
import {
  askToPrepare,
  checkRelease,
  listReleases,
  type Plan,
  planRelease,
  publishDueReleases,
} from "@candour/figures/release/releases.ts"
import { figuresDirectory } from "@candour/routing/figures-directory.ts"

/** Months before this one in which people rang, so that a release has quarters to show. */
const MONTHS = 15

/** Calls of a month that left no report, by force: of some none, of some few. */
const CALLS: Readonly<Record<string, number>> = {
  metropolitan: 9,
  "greater-manchester": 4,
  "west-midlands": 4,
  kent: 3,
  essex: 2,
  "south-wales": 2,
  gwent: 1,
  dorset: 1,
  [NATIONAL_DESK]: 5,
}

/** Two coordinators: the one prepares, the other checks. */
export type Coordinators = readonly [string, string]

/**
 * Plays calls of past months, three releases with a revision, and the heartbeats of the last weeks. The third release waits for
 * the second coordinator.
 */
export async function seedReleases(address: DatabaseAddress, today: Day, [one, two]: Coordinators): Promise<void> {
  // One connection for each login, so that the owner can tell each its day.
  const database = connect({ ...address, connections: 1 })
  const on = (day: Day) => playAt(database, ["intake", "national"], new Date(`${day}T10:00:00Z`))
  try {
    for (let back = MONTHS; back > 0; back--) await playMonth(database, addMonths(firstOfMonth(today), -back), back, on)
    const [third, second, first] = quartersBefore(today) as [string, string, string]
    const plan = async (quarter: string, from: Day, more: Partial<Plan> = {}) => {
      await on(from)
      const end = lastDayOf(quarter)
      const usual = { quarter, asAt: end, knownAt: addDays(from, -1), publicationDay: addDays(from, 14) }
      const number = await asNational(database, (transaction) => planRelease(transaction, { ...usual, ...more }, one))
      await asNational(database, (transaction) => askToPrepare(transaction, number, one))
      await prepareWaiting(database, figuresDirectory)
      return number
    }
    const putOut = async (quarter: string, from: Day, more: Partial<Plan> = {}) => {
      const number = await plan(quarter, from, more)
      const prepared = (await asNational(database, listReleases)).find((each) => each.number === number)?.prepared ?? ""
      await asNational(database, (transaction) => checkRelease(transaction, { number, prepared, by: two }))
      await on(addDays(from, 14))
      await asNational(database, publishDueReleases)
    }
    await putOut(first, addDays(lastDayOf(first), 10))
    await putOut(second, addDays(lastDayOf(second), 10))
    // Left out by a fault, and entered 25 days after the quarter's last.
    await on(addDays(lastDayOf(second), 25))
    for (let count = 0; count < 6; count++) await call(database, "kent", addDays(lastDayOf(second), -count % 5))
    await putOut(second, addDays(lastDayOf(second), 40), {
      reason: {
        en: "Calls of the last week had been left out by a fault of the telephone.",
        cy: "Roedd galwadau’r wythnos olaf wedi’u gadael allan oherwydd nam ar y ffôn.",
      },
    })
    for (const weeks of [3, 2, 1]) {
      await on(addDays(mondayOf(today), -7 * weeks))
      await freezeDueHeartbeats(database, figuresDirectory.forcesOn)
    }
    await plan(third, today, { publicationDay: addDays(today, 7) })
  } finally {
    await playNoMore(database)
    await database.close()
  }
}

const call = (database: Database, tenant: string, day: Day) =>
  acceptContact(database, { id: randomUUID(), tenant, line: lineOn(tenant), channel: "phone" }, day)

/** Calls about the Metropolitan Police come by its own line, all others by everybody's. */
const lineOn = (tenant: string) => (tenant === "metropolitan" ? "metropolitan" : "national")

async function playMonth(database: Database, month: Day, back: number, on: (day: Day) => Promise<void>) {
  const last = addDays(addMonths(month, 1), -1)
  await on(last)
  for (const [place, [tenant, usual]] of Object.entries(CALLS).entries())
    for (let count = 0; count < usual + ((back * 7 + place * 3) % 4) - 1; count++)
      await call(database, tenant, addDays(month, (count * 5 + place) % 28))
  for (const [place, why] of notForUs.options.entries())
    for (let count = 0; count < (back + place) % 3; count++)
      await noteContact(database, { id: randomUUID(), line: "national", why }, addDays(month, 3 * place + count))
}

/** The three last quarters that are over, the newest first. */
function quartersBefore(today: Day): string[] {
  const quarters: string[] = []
  for (let month = 3; quarters.length < 3; month += 3) quarters.push(quarterOf(addMonths(firstOfMonth(today), -month)))
  return quarters
}

function mondayOf(day: Day): Day {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}
