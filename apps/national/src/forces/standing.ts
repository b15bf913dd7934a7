import type { Connection } from "@candour/database/connect.ts"
import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import type { Force } from "@candour/routing/directory.ts"
import { existsOn } from "@candour/routing/successor.ts"
import { sql } from "drizzle-orm"

/** How a force's desk stands in the database: numbers of people, and nobody's name. */
export interface DeskStanding {
  leads: number
  officers: number
  /** Who works there and neither leads nor decides: auditors, FOI officers. */
  others: number
  leadSignedIn: boolean
  /** Of its newest inbox key; none before a lead has opened the desk. */
  generation: number | undefined
  /** Since when the national body has paused it. */
  pausedSince: Date | undefined
  /** The national desk takes its new reports just now, for whatever reason. */
  diverted: boolean
}

/** Whether new reports go to a force, and if not, why. */
export type ForceState = "open" | "not-open" | "paused" | "ended" | "to-come" | "not-added"

/** A force of the directory, with its desk if it has one. */
export interface StandingForce {
  force: Force
  /** The forces that it takes over from or went into, by id. */
  wentInto: Tenant | undefined
  state: ForceState
  desk: DeskStanding | undefined
}

/** Every force of `forces` with how it stands on the day, by id. */
export async function standingForces(
  transaction: Connection,
  forces: readonly Force[],
  today: Day,
): Promise<StandingForce[]> {
  const { rows } = await transaction.execute<{
    tenant: Tenant
    leads: number
    officers: number
    others: number
    lead_signed_in: boolean
    generation: number | null
    paused_since: string | null
    diverted: boolean
  }>(sql`select * from forces_standing()`)
  const desks = new Map(
    rows.map((row): [Tenant, DeskStanding] => [
      row.tenant,
      {
        leads: row.leads,
        officers: row.officers,
        others: row.others,
        leadSignedIn: row.lead_signed_in,
        generation: row.generation ?? undefined,
        pausedSince: row.paused_since === null ? undefined : new Date(row.paused_since),
        diverted: row.diverted,
      },
    ]),
  )
  return forces.map((force) => {
    const desk = desks.get(force.id)
    const wentInto = forces.find(({ succeeds }) => succeeds?.includes(force.id))?.id
    return { force, wentInto, state: stateOf(force, desk, today), desk }
  })
}

function stateOf(force: Force, desk: DeskStanding | undefined, today: Day): ForceState {
  if (!existsOn(force, today)) return force.to !== undefined && force.to < today ? "ended" : "to-come"
  if (desk === undefined) return "not-added"
  if (desk.pausedSince !== undefined) return "paused"
  return desk.generation === undefined ? "not-open" : "open"
}

/** What the national body changed about a force, with who did it, when and why. */
export interface ForceChange {
  tenant: Tenant
  what: "paused" | "resumed" | "renamed"
  why: string
  at: Date
  by: string
  /** Of a new name: its first day and what the force is called from then on. */
  name: { from: Day; en: string; cy: string } | undefined
}

/** Every change of a force, newest first. */
export async function forceChanges(transaction: Connection): Promise<ForceChange[]> {
  const { rows } = await transaction.execute<{
    tenant: Tenant
    what: ForceChange["what"]
    why: string
    at: string
    shown_name: string
    from_day: Day | null
    name_en: string | null
    name_cy: string | null
  }>(sql`select tenant, what, why, at, shown_name, from_day::text, name_en, name_cy from force_changes()`)
  return rows.map(({ shown_name, at, from_day, name_en, name_cy, ...row }) => ({
    ...row,
    at: new Date(at),
    by: shown_name,
    name: from_day && name_en && name_cy ? { from: from_day, en: name_en, cy: name_cy } : undefined,
  }))
}
