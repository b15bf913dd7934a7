import type { Language } from "@candour/domain/contact.ts"
import { type Day, dayOf } from "@candour/domain/day.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import data from "../data/directory.json" with { type: "json" }
import type { ElsewhereBody, Force, ForcesFile } from "./directory-shape.ts"
import { givenName } from "./given-names.ts"
import { existsOn } from "./successor.ts"

export type { ElsewhereBody, Force } from "./directory-shape.ts"
export { NATIONAL_DESK }

const directory = data as ForcesFile
const byId = new Map(directory.forces.map((force) => [force.id, force]))
const elsewhereById = new Map(directory.elsewhere.map((body) => [body.id, body]))

/** Today in Europe/London. */
export const today = (): Day => dayOf(new Date())

/** The forces that exist `on` the day, today if left out, by id. */
export const forces = (on: Day = today()): Force[] =>
  directory.forces.filter((force) => existsOn(force, on)).sort((one, other) => (one.id < other.id ? -1 : 1))

/** The forces of every day, past and to come as far as known, by id. */
export const forcesEver = (): readonly Force[] => directory.forces

/** Whether a force has this id, on any day. The national desk is a tenant but no force. */
export const isForce = (id: string): boolean => byId.has(id)

/** The force of this id, on any day; undefined if there is none. */
export const forceOf = (id: string): Force | undefined => byId.get(id)

/**
 * What a tenant is called within a sentence: the force's own name, in Welsh where it uses one, or the national desk.
 * @param on - the day whose name it is, today if left out: forces are renamed
 * @throws Error for an id that is no tenant
 */
export function forceName(id: Tenant, language: Language, on?: Day): string {
  if (id === NATIONAL_DESK) return language === "cy" ? "y ddesg genedlaethol" : "the national desk"
  const force = byId.get(id)
  if (!force) throw new Error(`no force is called ${id}`)
  const day = on ?? today()
  const name = givenName(id, day) ?? nameOn(force, day)
  return (language === "cy" && name.cy) || name.en
}

const nameOn = ({ name, formerly = [] }: Force, on: Day) => formerly.find(({ to }) => on <= to)?.name ?? name

/** A body elsewhere, with who handles complaints about it; undefined if there is none of this id. */
export const elsewhereBody = (id: string): ElsewhereBody | undefined => elsewhereById.get(id)
