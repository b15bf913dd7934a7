import type { Connection } from "@candour/database/connect.ts"
import { addMonths, type Day, daysBetween } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { figuresBy } from "@candour/figures/figures.ts"
import { type FunnelLimits, funnelLimits } from "@candour/figures/funnel-limits.ts"
import { type Heartbeat, heartbeats } from "@candour/figures/heartbeats.ts"
import { lastActs } from "@candour/figures/last-acts.ts"
import { forces } from "@candour/routing/directory.ts"
import { facts } from "@candour/routing/facts.ts"
import { lineForces } from "@candour/routing/lines.ts"

/** Days after which a desk with something to do that has recorded nothing counts as stopped. */
const STOPPED_AFTER = 28

/** A force beside the others. */
export interface ComparedForce {
  force: Tenant
  /** Contacts first routed to it, in the twelve months up to the day. */
  contacts: number
  /** About how many work there, officers and staff. */
  workforce: number
  /** Whether it lies outside the limits of 99.8 %, and to which side. */
  outside: "above" | "below" | undefined
  /** Its desk has stopped: the last day that it recorded anything, or since when it waits, having recorded nothing. */
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
  const from = addMonths(asAt, -12)
  const contactsUpTo = async (day: Day) =>
    new Map(
      (await figuresBy(transaction, { asAt: day, known: "now" }, "force", lineForces)).map((each) => [
        each.group,
        each.contacts,
      ]),
    )
  const [until, before] = [await contactsUpTo(asAt), await contactsUpTo(from)]
  const compared = forces(asAt)
    .map(({ id }) => ({
      force: id,
      contacts: (until.get(id) ?? 0) - (before.get(id) ?? 0),
      workforce: workforceOf(id),
    }))
    .filter(({ workforce }) => workforce > 0)
  const limits = funnelLimits(compared.map(({ contacts, workforce }) => ({ count: contacts, size: workforce })))
  const acts = await lastActs(
    transaction,
    compared.map(({ force }) => force),
  )
  const waiting = new Map((await heartbeats(transaction)).map((beat) => [beat.tenant, beat]))
  return {
    asAt,
    from,
    limits,
    forces: compared.map((each) => ({
      ...each,
      outside: outsideOf(each.contacts / each.workforce, limits.between(each.workforce, 0.998)),
      stoppedSince: stoppedSince(acts.get(each.force), waiting.get(each.force), asAt),
    })),
  }
}

const outsideOf = (rate: number, { low, high }: { low: number; high: number }) =>
  rate > high ? "above" : rate < low ? "below" : undefined

/** A desk has stopped where a report has waited unopened for so long and nothing was recorded since it came. */
function stoppedSince(lastAct: Day | undefined, beat: Heartbeat | undefined, today: Day): Day | undefined {
  if (beat === undefined || daysBetween(beat.oldest, today) <= STOPPED_AFTER) return undefined
  if (lastAct === undefined) return beat.oldest
  return daysBetween(lastAct, today) > STOPPED_AFTER ? lastAct : undefined
}
