import { category } from "@candour/domain/category.ts"
import { danger, mayReply, routingReason } from "@candour/domain/contact.ts"
import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import { isForce } from "@candour/routing/directory.ts"
import { newReceipt, parseReceipt, type Receipt } from "@candour/sealing/receipt.ts"
import { z } from "zod"
import { openLine } from "../find-force/find-form.ts"
import { answersOf, type Counted, UNANSWERED } from "./told.ts"
import { excess, type TextField } from "./told-fields.ts"
import type { Posted } from "./typed.tsx"
import { singles } from "./typed.tsx"

/** A force of any day, or the national desk. */
export const reader = z.string().refine((id) => id === NATIONAL_DESK || isForce(id))

/** Where a tell form's report goes, from its hidden fields; without a force it is the national desk's to find out. */
const destinationForm = z.object({
  line: openLine,
  routedTo: reader.catch(NATIONAL_DESK),
  reason: routingReason.catch("unknown"),
})

/** The line, the tenant routed to and the reason that a tell form holds. */
export const destinationOf = (posted: Posted) => destinationForm.parse(singles(posted))

const countedForm = z.object({
  danger: danger.catch(UNANSWERED.danger),
  mayReply: mayReply.catch(UNANSWERED.mayReply),
})

/** The answers of a tell form that are counted. */
export const countedOf = (posted: Posted): Counted => ({
  ...destinationOf(posted),
  ...countedForm.parse(singles(posted)),
  channel: "online",
  language: "en",
  categories: [...new Set(posted.categories)].filter(
    (name) => category.safeParse(name).success,
  ) as Counted["categories"],
})

/** The id and the digits of one report, made with its form. */
export interface Numbers {
  id: string
  digits: Receipt
}

/** Numbers for a new form. */
export const newNumbers = (): Numbers => ({ id: crypto.randomUUID(), digits: newReceipt() })

/** The numbers that a form came with, so that a repeat is the same report; new ones where it has none. */
export function numbersOf(posted: Posted): Numbers {
  const id = z.uuid({ version: "v4" }).safeParse(posted.id?.[0])
  const digits = parseReceipt(posted.digits?.[0] ?? "")
  if (!id.success || digits.kind !== "receipt") return newNumbers()
  return { id: id.data.toLowerCase(), digits: digits.receipt }
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
