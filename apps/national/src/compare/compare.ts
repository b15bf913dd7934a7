import type { Connection } from "@candour/database/connect.ts"
import { addDays, addMonths, type Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { figuresBy, type Known, type Scope } from "@candour/figures/figures.ts"
import { type FunnelLimits, funnelLimits } from "@candour/figures/funnel-limits.ts"
import { stoppedDesks } from "@candour/figures/stopped-desks.ts"
import { boundariesOn } from "@candour/routing/boundaries.ts"
import { type Force, forcesEver } from "@candour/routing/directory.ts"
import { facts } from "@candour/routing/facts.ts"
import { lineForces } from "@candour/routing/lines.ts"
import { existsOn } from "@candour/routing/successor.ts"

/** A force beside the others. */
export interface ComparedForce {
  force: Tenant
  /** Contacts first routed to it, on the days compared. */
  contacts: number
  /** About how many work there, officers and staff. */
  workforce: number
  /** Whether it lies outside the limits of 99.8 %, and to which side. */
  outside: "above" | "below" | undefined
  /** Since when its desk records nothing, where it has stopped. */
  stoppedSince: Day | undefined
}

/** Every force of the day beside the others, by name as the directory has them; and the limits of chance. */
export interface Comparison {
  asAt: Day
  known: Known
  from: Day
  to: Day
  limits: FunnelLimits
  forces: ComparedForce[]
}

/** How many people work for a force, in full-time posts: never exact. Of one that others went into, theirs until its own is known. */
const workforceOf = (force: Tenant, wentInto: readonly Tenant[] = []): number => {
  const { officers, staff } = facts.workforce[force] ?? {}
  if (officers !== undefined && staff !== undefined) return officers + staff
  return wentInto.reduce((sum, each) => sum + workforceOf(each), 0)
}

/** Of which days contacts are compared. */
export type ComparedScope = Pick<Scope, "asAt" | "known" | "from" | "to">

/**
 * Compares the forces of the day that figures are as at by contacts about them on the days of `scope`, left out, in the twelve
 * months before; one that began since has those of the forces that went into it.
 *
 * @param forces - of every day
 */
export async function compareForces(
  transaction: Connection,
  scope: ComparedScope,
  forces: readonly Force[] = forcesEver(),
): Promise<Comparison> {
  const { asAt, known, to = asAt } = scope
  const boundaries = boundariesOn(asAt, forces)
  const from = scope.from ?? addDays(addMonths(to, -12), 1)
  const counted = await figuresBy(transaction, { asAt, from, to, known, boundaries }, "force", lineForces)
  const contacts = new Map(counted.map((each) => [each.group, each.contacts]))
  const compared = forces
    .filter((force) => existsOn(force, asAt))
    .map(({ id }) => ({
      force: id,
      contacts: contacts.get(id) ?? 0,
      workforce: workforceOf(id, boundaries.wentInto[id]),
    }))
    .filter(({ workforce }) => workforce > 0)
  const limits = funnelLimits(compared.map(({ contacts, workforce }) => ({ count: contacts, size: workforce })))
  const stopped = await stoppedDesks(transaction, asAt)
  return {
    asAt,
    known,
    from,
    to,
    limits,
    forces: compared.map((each) => ({
      ...each,
      outside: outsideOf(each.contacts / each.workforce, limits.between(each.workforce, 0.998)),
      stoppedSince: stopped.get(each.force),
    })),
  }
}

const outsideOf = (rate: number, { low, high }: { low: number; high: number }) =>
  rate > high ? "above" : rate < low ? "below" : undefined
