import type { InboxRecipient } from "@candour/database/recipients.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import type { OpenReferral } from "@candour/sealing/seal-told.ts"
import type { Destination } from "@candour/sealing/told.ts"
import type { KeyBook } from "../keys/key-book.ts"

/** With the further forces that a copy goes to, in the order they were found: five at most. */
export interface AskedDestination extends Destination {
  further: readonly Tenant[]
  /** Where the national desk finds out, or keeps it from a force: which forces it may be, likeliest first. */
  candidates?: readonly Tenant[] | undefined
  /** Within a force that others went into, the one of them that what was typed led to before. */
  area?: Tenant | undefined
}

/** Where a report goes indeed, and under which key it is sealed. */
export interface OpenDestination extends Destination, OpenReferral {
  /** As routing and the reporter decided it, before it was seen which desks are open. */
  asked: AskedDestination
  /** A copy for each further desk. */
  referrals: readonly OpenReferral[]
  /** The forces whose new reports the national desk takes just now, though their desks are open. */
  diverted: readonly Tenant[]
}

/**
 * The desks that receive a report for `asked`: each force's own, or the national desk while that hasn't opened; a desk
 * that would get two copies gets one. Undefined where the national desk has no key either: then nobody could read the
 * report.
 */
export async function openDestination(keys: KeyBook, asked: AskedDestination): Promise<OpenDestination | undefined> {
  const { line, routedTo, reason, further } = asked
  await Promise.all([routedTo, ...further].map((tenant) => keys.lookFor(tenant)))
  const opened = [routedTo, ...further].flatMap((tenant) => openReferral(keys, tenant) ?? [])
  const [first, ...copies] = opened.filter(
    ({ tenant }, at) => opened.findIndex((other) => other.tenant === tenant) === at,
  )
  if (first === undefined || opened.length <= further.length) return undefined
  const diverted = [routedTo, ...further].filter((tenant) => keys.recipientOf(tenant)?.diverted)
  const instead = diverted.includes(routedTo) ? "diverted" : "desk-not-open"
  const ownReason = first.tenant === routedTo ? reason : instead
  return { line, reason: ownReason, asked, ...first, referrals: copies, diverted }
}

function openReferral(keys: KeyBook, routedTo: Tenant): OpenReferral | undefined {
  const desk = keys.takerFor(routedTo)
  return desk && { routedTo, ...only(desk) }
}

const only = ({ tenant, generation, recipient }: InboxRecipient) => ({ tenant, generation, recipient })

/** Every desk that gets the report or a copy of it. */
export const desksOf = ({ tenant, referrals }: OpenDestination): Tenant[] => [
  tenant,
  ...referrals.map((referral) => referral.tenant),
]

/** The forces whose desk isn't open, so that the national desk reads for them. */
export const notOpenOf = ({ asked: { routedTo, further }, tenant, referrals }: OpenDestination): Tenant[] =>
  [routedTo, ...further].filter(
    (asked) => asked !== NATIONAL_DESK && asked !== tenant && !referrals.some((referral) => referral.tenant === asked),
  )
