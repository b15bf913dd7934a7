import { addDays, type Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import type { Directory, Force, Place } from "./directory-shape.ts"

/**
 * A change of the map of forces on a day: one file of `data/changes`, which needs no code.
 * Old names and addresses go on working, before the day and after it.
 */
export interface Change {
  /** The first day of the new map. */
  on: Day
  /** The law or order behind it. */
  source: string
  /** Forces that stand in the place of others from that day; of one alone, where only its id changes. */
  merge?: (Pick<Force, "id" | "name" | "shortName" | "aliases" | "region" | "onsCode"> & {
    replaces: Tenant[]
    county?: string | undefined
  })[]
  /** Forces that are called otherwise from that day. */
  rename?: { force: Tenant; name: { en: string; cy?: string | undefined }; shortName: string; aliases: string[] }[]
  /** What changes hands. */
  move?: Move[]
  /** What a hint is answered with on the day before and from the day on: the test of the change. */
  examples: { hint: string; before: Tenant[]; after: Tenant[] }[]
}

interface Move {
  from: Tenant
  /** Likeliest first. */
  to: Tenant[]
  /** By name, each with all its names; places that several forces share keep the others. */
  places: string[]
  /** All places of this county (`countyOf`). */
  county?: string | undefined
  /** Postcode districts that lie in it, as a whole. */
  districts: string[]
  /** Names of the force that mean the part that moves: "Rutland Police". */
  aliases: string[]
}

/** @throws Error where the change names a force, place or district that isn't there, with its name */
export function applyChange(directory: Directory, change: Change): Directory {
  return [mergeForces, renameForces, movePlaces].reduce((changed, step) => step(changed, change), directory)
}

function mergeForces(directory: Directory, { on, merge = [] }: Change): Directory {
  const ends = new Map(merge.flatMap(({ replaces }) => replaces.map((id) => [id, addDays(on, -1)] as const)))
  for (const id of ends.keys()) forceOf(directory, id)
  const made = merge.map(
    ({ replaces, county: _, ...force }): Force => ({
      ...force,
      kind: forceOf(directory, replaces[0] ?? "").kind,
      from: on,
      succeeds: replaces,
    }),
  )
  const counties = Object.fromEntries(merge.flatMap(({ id, county }) => (county ? [[id, county]] : [])))
  const ended = directory.forces.map((force) => ({
    ...force,
    ...(ends.has(force.id) ? { to: ends.get(force.id) } : {}),
  }))
  return {
    ...directory,
    forces: [...ended, ...made],
    counties: { ...directory.counties, ...counties },
    countyOf: Object.fromEntries(Object.entries(directory.countyOf).map(([name, by]) => [name, inherited(by, merge)])),
  }
}

/** The county of a place stays, whoever polices it. */
function inherited(by: Record<Tenant, string>, merge: NonNullable<Change["merge"]>): Record<Tenant, string> {
  const added = merge.flatMap(({ id, replaces }) => {
    const counties = new Set(replaces.flatMap((old) => by[old] ?? []))
    return counties.size === 1 ? [[id, [...counties][0] as string] as const] : []
  })
  return { ...by, ...Object.fromEntries(added) }
}

function renameForces(directory: Directory, { on, rename = [] }: Change): Directory {
  const forces = directory.forces.map((force) => {
    const renamed = rename.find((one) => one.force === force.id)
    if (!renamed) return force
    const old = [force.name.en, force.name.cy, force.shortName].filter((name) => name !== undefined)
    return {
      ...force,
      name: renamed.name,
      shortName: renamed.shortName,
      aliases: [...new Set([...force.aliases, ...old, ...renamed.aliases])],
      formerly: [...(force.formerly ?? []), { name: force.name, to: addDays(on, -1) }],
    } as Force
  })
  for (const { force } of rename) forceOf(directory, force)
  return { ...directory, forces }
}

function movePlaces(directory: Directory, { on, move = [] }: Change): Directory {
  return move.reduce((changed, one) => moveOne(changed, on, one), directory)
}

function moveOne(directory: Directory, on: Day, { from, to, places, county, districts, aliases }: Move): Directory {
  for (const id of [from, ...to]) forceOf(directory, id)
  const isMoved = (place: Place) =>
    place.forces.includes(from) &&
    !place.to &&
    place.names.some((name) => places.includes(name) || (county && directory.countyOf[name]?.[from] === county))
  const moved = directory.places.filter(isMoved)
  for (const name of places) {
    if (!moved.some(({ names }) => names.includes(name))) throw new Error(`${from} polices no place called ${name}`)
  }
  const forces = directory.forces.map((force) =>
    force.id === from ? { ...force, aliases: force.aliases.filter((name) => !aliases.includes(name)) } : force,
  )
  const called: Place[] = aliases.length ? [{ names: aliases, kind: "region", forces: [from], population: 0 }] : []
  const before = addDays(on, -1)
  const after = (place: Place): Place[] => [
    { ...place, to: before },
    { ...place, from: on, forces: [...new Set(place.forces.flatMap((id) => (id === from ? to : [id])))] },
  ]
  const missing = districts.find((district) => !directory.postcodes[district])
  if (missing) throw new Error(`there is no postcode district ${missing}`)
  const moves = districts.map((district) => [district, to] as const)
  return {
    ...directory,
    forces,
    places: [...directory.places.filter((place) => !moved.includes(place)), ...[...moved, ...called].flatMap(after)],
    postcodeMoves: moves.length
      ? [...directory.postcodeMoves, { on, districts: Object.fromEntries(moves) }]
      : directory.postcodeMoves,
    countyOf: Object.fromEntries(
      Object.entries(directory.countyOf).map(([name, by]) => {
        const stays = by[from]
        return [name, stays && moved.some(({ names }) => names.includes(name)) ? { ...by, [to[0] ?? from]: stays } : by]
      }),
    ),
  }
}

function forceOf({ forces }: Directory, id: Tenant): Force {
  const force = forces.find((one) => one.id === id)
  if (!force) throw new Error(`no force is called ${id}`)
  return force
}
