import type { Tenant } from "@candour/domain/tenant.ts"
import { type SQL, sql } from "drizzle-orm"
import { asTenant } from "./as.ts"
import type { Database } from "./connect.ts"

/** What each decision of this kind carries: who, as which event, and why, sealed under the report's key. */
interface KeyDecision {
  report: string
  by: string
  number: number
  words: Uint8Array
  signature: Uint8Array
  /** The unit's own title, sealed anew under the key that whoever may open the report has from now on. */
  title?: Uint8Array | undefined
}

/** A report's key, sealed to one person. */
export interface NamedKey {
  person: string
  wrap: Uint8Array
}

/** A report for named people alone, its key sealed anew to each (keys.md row 16). */
export interface Restriction extends KeyDecision {
  to: readonly NamedKey[]
}

/** Those people as an argument of a function, and their keys as another. */
export const peopleOf = (keys: readonly NamedKey[]): SQL => sql`${sql.param(keys.map(({ person }) => person))}::uuid[]`
export const wrapsOf = (keys: readonly NamedKey[]): SQL =>
  sql`array[${sql.join(
    keys.map(({ wrap }) => sql`${wrap}::bytea`),
    sql`, `,
  )}]::bytea[]`

/** @throws SomebodyWasFirst, MayNotFollow - as for any event */
export const restrictReport = (database: Database, tenant: Tenant, restriction: Restriction): Promise<unknown> => {
  const { report, by, number, to, words, signature, title } = restriction
  return asTenant(database, tenant, (transaction) =>
    transaction.execute(sql`select restrict_report(
      ${report}, ${by}, ${number}, ${peopleOf(to)}, ${wrapsOf(to)}, ${words}, ${signature},
      ${title ?? null})`),
  )
}

/** A report for the whole desk again, its key sealed to the desk's inbox. */
export interface LiftedRestriction extends KeyDecision {
  generation: number
  wrap: Uint8Array
}

/** @throws SomebodyWasFirst, MayNotFollow - as for any event */
export const liftRestriction = (database: Database, tenant: Tenant, lifted: LiftedRestriction): Promise<unknown> =>
  asTenant(database, tenant, (transaction) =>
    transaction.execute(sql`select lift_restriction(
      ${lifted.report}, ${lifted.by}, ${lifted.number}, ${lifted.generation}, ${lifted.wrap}, ${lifted.words},
      ${lifted.signature}, ${lifted.title ?? null})`),
  )
