import type { Day } from "@candour/domain/day.ts"
import type { Nearness } from "@candour/domain/event.ts"
import type { ColleagueTrait } from "@candour/domain/nearness.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { type SQL, sql } from "drizzle-orm"
import { asTenant } from "./as.ts"
import type { Connection, Database } from "./connect.ts"

/** A trait as a database has it: the hash of its text, 16 bytes. */
export interface HashedTrait<Kind extends string> {
  kind: Kind
  hash: Uint8Array
}

/** Hashes as an argument of a function. */
export const hashesOf = (traits: readonly HashedTrait<string>[]): SQL =>
  sql`array[${sql.join(
    traits.map(({ hash }) => sql`${hash}::bytea`),
    sql`, `,
  )}]::bytea[]`

const texts = (list: readonly string[]): SQL => sql`${sql.param(list)}::text[]`

/**
 * Stops somebody who comes to a report that they are too near to. It is recorded in a transaction of its own, once a day,
 * so that it stays on record though nothing is opened.
 *
 * @returns in what way they are too near; undefined where they aren't, or a lead let them in
 */
export async function stopIfNear(
  database: Database,
  tenant: Tenant,
  report: string,
  person: string,
): Promise<Nearness | undefined> {
  const { rows } = await asTenant(database, tenant, (transaction) =>
    transaction.execute<{ why: Nearness | null }>(sql`select stop_if_near(${report}, ${person}) as why`),
  )
  return rows[0]?.why ?? undefined
}

/** The reports that `person` is too near to, as a part of a larger query. */
export const nearReports = (person: string): SQL => sql`(select near_reports(${person}))`

/** A colleague who is too near to a report. */
export interface NearPerson extends Record<string, unknown> {
  report: string
  person: string
  why: Nearness
}

/** Who is too near to `report`; without one, who is to an open report that they hold. Nobody, for whoever is no lead. */
export async function whoIsNear(transaction: Connection, lead: string, report?: string): Promise<NearPerson[]> {
  const { rows } = await transaction.execute<NearPerson>(
    sql`select report, person, why from who_is_near(${lead}, ${report ?? null})`,
  )
  return rows
}

/** Whether every lead of the desk is too near to `report`. */
export async function noLeadMay(transaction: Connection, report: string): Promise<boolean> {
  const { rows } = await transaction.execute<{ none: boolean }>(sql`select no_lead_may(${report}) as none`)
  return rows[0]?.none ?? false
}

/** What a lead says of a colleague, sealed and as hashes. */
export interface SaidNearness {
  person: string
  by: string
  /** Of the inbox key that both keys derive from. */
  generation: number
  sealed: Uint8Array
  traits: readonly (HashedTrait<ColleagueTrait["kind"]> & { why: Nearness })[]
}

/**
 * Keeps what a lead says of a colleague, in place of what was compared before; earlier words stay on record.
 *
 * @throws MayNotFollow - `wrong-role`: no lead; `second-person`: of oneself, where another lead could; `not-held`: nobody
 *   of this desk
 */
export const setNearness = (database: Database, tenant: Tenant, said: SaidNearness): Promise<unknown> =>
  asTenant(database, tenant, (transaction) =>
    transaction.execute(sql`select set_nearness(${said.by}, ${said.person}, ${said.generation}, ${said.sealed},
      ${texts(said.traits.map(({ why }) => why))}, ${texts(said.traits.map(({ kind }) => kind))},
      ${hashesOf(said.traits)})`),
  )

/** When and by whom something was last said of a colleague, and for one person asked for, what. */
export interface LastSaid {
  person: string
  generation: number
  sealed: Uint8Array | undefined
  by: string
  on: Day
}

/** What was last said of `person`, or, without one, of whom anything was. Nothing, for whoever is no lead. */
export async function lastSaid(transaction: Connection, lead: string, person?: string): Promise<LastSaid[]> {
  const { rows } = await transaction.execute<{
    person: string
    generation: number
    sealed: Buffer | null
    said_by: string
    said_on: Day
  }>(sql`select person, generation, sealed, said_by, said_on::text from nearness_said_of(${lead}, ${person ?? null})`)
  return rows.map(({ sealed, said_by, said_on, ...rest }) => ({
    ...rest,
    sealed: sealed ?? undefined,
    by: said_by,
    on: said_on,
  }))
}
