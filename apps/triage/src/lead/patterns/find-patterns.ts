import type { Connection } from "@candour/database/connect.ts"
import { report } from "@candour/database/schema.ts"
import { sql } from "drizzle-orm"
import { notKeptFrom, type Reader } from "../../queue/list-queue.ts"
import { aboutOnePerson } from "./about-one-person.ts"
import { inOneReport, MOST } from "./in-one-report.ts"
import { ofOneUnit } from "./of-one-unit.ts"
import { type FoundPattern, PATTERNS, SAME_DAY } from "./pattern.ts"

/** Three or more reports of one week that agree strongly about a person: one after the other, as the first came. */
async function floods(transaction: Connection, { person, today }: Reader): Promise<FoundPattern[]> {
  const { rows } = await transaction.execute<{ reports: string[] }>(sql`
    select distinct array_agg(distinct f.report::text) as reports
      from fingerprint f join ${report} on ${report.id} = f.report
      where f.kind in ('name-unit', 'number-surname') and ${report.day} > ${today}::date - 7 and ${notKeptFrom(person)}
      group by f.kind, f.hash having count(distinct f.report) >= 3 limit ${MOST}`)
  return rows.map(({ reports }) => ({ pattern: "flood", reports }))
}

/**
 * The patterns of domain rules §9 that can be told within one force from what is recorded in the clear: codes, days,
 * matches that a lead confirmed and keyed fingerprints. The reports' words stay sealed.
 */
export async function findPatterns(transaction: Connection, reader: Reader): Promise<FoundPattern[]> {
  const found = [
    ...(await inOneReport(transaction, reader)),
    ...(await aboutOnePerson(transaction, reader)),
    ...(await ofOneUnit(transaction, reader)),
    ...(await floods(transaction, reader)),
  ]
  return PATTERNS.flatMap((pattern) => found.filter((each) => each.pattern === pattern).slice(0, MOST))
}

/** The reports that a lead must look at today, and none has yet. */
export async function forToday(transaction: Connection, reader: Reader): Promise<string[]> {
  const found = await inOneReport(transaction, reader, SAME_DAY)
  return [...new Set(found.flatMap(({ reports, unseen }) => (unseen ? reports : [])))]
}
