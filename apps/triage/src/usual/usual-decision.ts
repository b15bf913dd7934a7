import type { Connection } from "@candour/database/connect.ts"
import { usualDecision } from "@candour/database/schema.ts"
import { type EventCodes, parseEventCodes, referralGround } from "@candour/domain/event.ts"
import { asc, sql } from "drizzle-orm"
import { z } from "zod"
import { type ReadDecision, readDecision, type Typed } from "../decide/read-decision.ts"

/** The kinds that can be decided alike at many reports. An assessment only where every answer about the IOPC is no. */
export const usualKind = z.enum(["assessed", "set-aside", "paused", "assigned"])
export type UsualKind = z.infer<typeof usualKind>

export const usualKey = z.coerce.number().int().min(1).max(9)

/** What would be chosen and typed in the form of a decision, by field. */
export type UsualFields = Record<string, string[]>

/** A decision that a unit takes often, under a key from 1 to 9. */
export interface UsualDecision {
  key: number
  name: string
  kind: UsualKind
  fields: UsualFields
}

const NO_GROUNDS: UsualFields = Object.fromEntries(referralGround.options.map((ground) => [`ground-${ground}`, ["no"]]))

const FIELDS: Record<UsualKind, readonly string[]> = {
  assessed: ["threat", "others", "severity", "persons", "words"],
  "set-aside": ["why", "words"],
  paused: ["why", "words"],
  assigned: ["to"],
}

/** All that the form of `kind` would hold: of what was typed no more than its own fields, and what is always so. */
export const fieldsOf = (kind: UsualKind, typed: UsualFields): UsualFields => ({
  ...Object.fromEntries(FIELDS[kind].flatMap((field) => (typed[field]?.length ? [[field, typed[field]]] : []))),
  ...(kind === "assessed" ? NO_GROUNDS : {}),
})

const typedIn = (fields: UsualFields): Typed => ({
  one: (field) => fields[field]?.[0] ?? "",
  all: (field) => fields[field] ?? [],
})

/** A usual decision as its form would be read at a report. */
export const readUsual = ({ kind, fields }: Pick<UsualDecision, "kind" | "fields">): ReadDecision =>
  readDecision(kind, 0, typedIn(fields))

/** Whether what it holds are codes of today. */
export function hasCodes(usual: Pick<UsualDecision, "kind" | "fields">): boolean {
  try {
    return codesOf(usual) !== undefined
  } catch {
    return false
  }
}

/** The codes that it records. @throws ZodError - of another release, or of fields with errors */
export const codesOf = (usual: Pick<UsualDecision, "kind" | "fields">): EventCodes =>
  parseEventCodes(usual.kind, readUsual(usual).detail)

/** The usual decisions of the desk that `transaction` is of, by key. */
export async function usualDecisions(transaction: Connection): Promise<UsualDecision[]> {
  const rows = await transaction.select().from(usualDecision).orderBy(asc(usualDecision.key))
  return rows.flatMap(({ kind, ...row }) => {
    const known = usualKind.safeParse(kind).data
    const usual = known && { ...row, kind: known }
    // Of another release: it is written anew rather than recorded as something else.
    return usual && hasCodes(usual) ? [usual] : []
  })
}

/** Writes one under its key, in place of what was there. @throws MayNotFollow - `person` is no lead */
export const writeUsual = (transaction: Connection, person: string, { key, name, kind, fields }: UsualDecision) =>
  transaction.execute(
    sql`select set_usual_decision(${person}, ${key}, ${name}, ${kind}, ${JSON.stringify(fields)}::jsonb)`,
  )

/** Takes away what is under a key. @throws MayNotFollow - `person` is no lead */
export const removeUsual = (transaction: Connection, person: string, key: number) =>
  transaction.execute(sql`select set_usual_decision(${person}, ${key}, null, null, null)`)
