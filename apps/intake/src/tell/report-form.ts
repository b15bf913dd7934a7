import { category } from "@candour/domain/category.ts"
import { danger, type Language, mayReply, routingReason } from "@candour/domain/contact.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { isForce } from "@candour/routing/directory.ts"
import { newReceipt, parseReceipt, type Receipt } from "@candour/sealing/receipt.ts"
import { answersOf, type Counted, UNANSWERED } from "@candour/sealing/told.ts"
import { excess, type TextField } from "@candour/sealing/told-fields.ts"
import { z } from "zod"
import { openLine } from "../find-force/find-form.ts"
import { isReader, MOST_FORCES, toldForces } from "../find-force/told-forces.ts"
import type { Posted } from "../posted-form.ts"
import { singles } from "../posted-form.ts"
import type { AskedDestination } from "./destination.ts"

/** A force of any day, or the national desk. */
export const reader = z.string().refine(isReader)

/** Where a tell form's report goes, from its hidden fields; without a force it is the national desk's to find out. */
const destinationForm = z.object({
  line: openLine,
  routedTo: reader.catch(NATIONAL_DESK),
  reason: routingReason.catch("unknown"),
})

/** The line, the tenant routed to, the reason and the further forces that a tell form holds. */
export function destinationOf(posted: Posted): AskedDestination {
  const destination = destinationForm.parse(singles(posted))
  const further = toldForces(posted.with).filter((tenant) => tenant !== destination.routedTo)
  const candidates = candidatesFor(destination.routedTo, posted.maybe)
  return { ...destination, further: further.slice(0, MOST_FORCES - 1), candidates, area: area.parse(posted.area?.[0]) }
}

/** A force of any day; whatever else is posted counts as left out. */
const area = z.string().refine(isForce).optional().catch(undefined)

/** The forces that a report of the national desk may be about; none where routing knew. */
export function candidatesFor(routedTo: Tenant, maybe: readonly string[] = []): Tenant[] | undefined {
  const forces = toldForces(maybe).filter((tenant) => tenant !== NATIONAL_DESK)
  return routedTo === NATIONAL_DESK && forces.length > 0 ? forces : undefined
}

const countedForm = z.object({
  danger: danger.catch(UNANSWERED.danger),
  mayReply: mayReply.catch(UNANSWERED.mayReply),
})

/** The answers of a tell form that are counted. */
export const countedOf = (posted: Posted, language: Language): Counted => ({
  ...destinationForm.parse(singles(posted)),
  ...countedForm.parse(singles(posted)),
  channel: "online",
  language,
  categories: [...new Set(posted.categories)].filter(
    (name) => category.safeParse(name).success,
  ) as Counted["categories"],
})

/** The id and the digits of one report, made with its form, and the id of each referral that may go with it. */
export interface Numbers {
  id: string
  digits: Receipt
  /** One for each further force asked for, in their order. */
  referrals: string[]
}

const uuid = z.uuid({ version: "v4" }).toLowerCase()

/** Numbers for a new form that goes to this many further forces. */
export const newNumbers = (further: number): Numbers => ({
  id: crypto.randomUUID(),
  digits: newReceipt(),
  referrals: Array.from({ length: further }, () => crypto.randomUUID()),
})

/** The numbers that a form came with, so that a repeat is the same report; new ones where it has none. */
export function numbersOf(posted: Posted, further: number): Numbers {
  const made = newNumbers(further)
  const id = uuid.safeParse(posted.id?.[0])
  const digits = parseReceipt(posted.digits?.[0] ?? "")
  if (!id.success || digits.kind !== "receipt") return made
  const referrals = made.referrals.map((other, at) => uuid.safeParse(posted.referral?.[at]).data ?? other)
  return { id: id.data, digits: digits.receipt, referrals }
}

/** What keeps a report from being sent: an account that says nothing, or texts that are too long, in letters. */
export type TellProblems = { account?: "noAccount"; tooLong: Partial<Record<TextField, number>> }

/** The sealed part of a tell form, and what a reporter has to put right in it. */
export function toldOf(posted: Posted) {
  const field = (name: string) => posted[name]?.[0] ?? ""
  const problems: TellProblems = { tooLong: excess(field) }
  if (field("account").trim() === "") problems.account = "noAccount"
  const fine = problems.account === undefined && Object.keys(problems.tooLong).length === 0
  return fine ? ({ answers: answersOf(field) } as const) : ({ problems } as const)
}
