import type { Connection } from "@candour/database/connect.ts"
import { addMonths } from "@candour/domain/day.ts"
import { onePerson } from "@candour/domain/one-person.ts"
import { sql } from "drizzle-orm"
import type { Reader } from "../../queue/list-queue.ts"
import { matches } from "./about-one-person.ts"
import type { FoundPattern } from "./pattern.ts"

/** So many people of one unit within so many months are looked at together. */
const PEOPLE = 3
const MONTHS = 12

/** Units of which several people were told about: whom a lead confirmed to be one person counts once. */
export async function ofOneUnit(transaction: Connection, { person, today }: Reader): Promise<FoundPattern[]> {
  const { rows } = await transaction.execute<{ ends: string[] }>(
    sql`select ends from units_of_several(${person}, ${addMonths(today, -MONTHS)})`,
  )
  if (rows.length === 0) return []
  const groupOf = new Map(
    onePerson(await matches(transaction)).flatMap((ends, group) => ends.map((end) => [end, group] as const)),
  )
  return rows
    .filter(({ ends }) => new Set(ends.map((end) => groupOf.get(end) ?? end)).size >= PEOPLE)
    .map(({ ends }) => ({
      pattern: "unit",
      reports: [...new Set(ends.map((end) => end.split(" ")[0] ?? ""))],
    }))
}
