import type { Connection } from "@candour/database/connect.ts"
import { addDays, addMonths, type Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { figuresBy } from "@candour/figures/figures.ts"
import { type FunnelLimits, funnelLimits } from "@candour/figures/funnel-limits.ts"
import { stoppedDesks } from "@candour/figures/stopped-desks.ts"
import { forces } from "@candour/routing/directory.ts"
import { facts } from "@candour/routing/facts.ts"
import { lineForces } from "@candour/routing/lines.ts"

/** A force beside the others. */
export interface ComparedForce {
  force: Tenant
  /** Contacts first routed to it, in the twelve months up to the day. */
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
  from: Day
  limits: FunnelLimits
  forces: ComparedForce[]
}

/** How many people work for a force, in full-time posts: never exact. */
const workforceOf = (force: Tenant): number => {
  const { officers = 0, staff = 0 } = facts.workforce[force] ?? {}
  return officers + staff
}

/** Compares the forces of `asAt` by contacts about them in the twelve months before, as known now. */
export async function compareForces(transaction: Connection, asAt: Day): Promise<Comparison> {
  const from = addDays(addMonths(asAt, -12), 1)
  const counted = await figuresBy(transaction, { asAt, from, known: "now" }, "force", lineForces)
  const contacts = new Map(counted.map((each) => [each.group, each.contacts]))
  const compared = forces(asAt)
    .map(({ id }) => ({
      force: id,
      contacts: contacts.get(id) ?? 0,
      workforce: workforceOf(id),
    }))
    .filter(({ workforce }) => workforce > 0)
  const limits = funnelLimits(compared.map(({ contacts, workforce }) => ({ count: contacts, size: workforce })))
  const stopped = await stoppedDesks(transaction, asAt)
  return {
    asAt,
    from,
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
