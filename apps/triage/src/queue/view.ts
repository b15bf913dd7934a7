import { category } from "@candour/domain/category.ts"
import { day } from "@candour/domain/day.ts"
import { stage } from "@candour/domain/stage.ts"
import { z } from "zod"

/** The views of a queue, by address: `/queue?view=mine`. */
export const view = z.enum([
  "mine",
  "waiting",
  "overdue",
  "messages",
  "disputed",
  "unassigned",
  "accept",
  "all",
  "closed",
  "moved",
])
export type View = z.infer<typeof view>

/** How much danger a report's place in the queue says: now and nobody has acted, not this minute, or none any more. */
export const dangerFilter = z.enum(["now", "soon", "none"])
export type DangerFilter = z.infer<typeof dangerFilter>

/** Stages of the views of open reports. */
export const openStage = stage.exclude(["closed"])

/** Whoever nobody holds. */
export const NOBODY = "nobody"

/** What narrows a view, each part by itself; a part that an address names wrongly narrows nothing. */
const filterShape = {
  category,
  stage: openStage,
  holder: z.union([z.literal(NOBODY), z.uuid().toLowerCase()]),
  danger: dangerFilter,
  from: day,
  to: day,
} as const
export type FilterName = keyof typeof filterShape
export type Filters = { [Name in FilterName]?: z.infer<(typeof filterShape)[Name]> | undefined }

/** The filters in the order in which they stand in an address and on the page. */
export const FILTERS = Object.keys(filterShape) as FilterName[]

/** What an address of the queue asks for. */
export interface Asked {
  view: View
  filters: Filters
  /** Without what is overdue, which a person's day has apart: no address asks for it. */
  notOverdue?: true
}

/** What each view has no filter for: it shows one answer alone, or, of what moved away, nothing but a history. */
const NOT_THERE: Partial<Record<View, readonly FilterName[]>> = {
  mine: ["holder"],
  unassigned: ["holder"],
  closed: ["stage"],
  moved: FILTERS,
}

/** The filters of a view. */
export const filtersOf = (chosen: View): FilterName[] => FILTERS.filter((each) => !NOT_THERE[chosen]?.includes(each))

/** Reads an address; whatever it doesn't know is left out. */
export function askedOf(query: Readonly<Record<string, string | undefined>>): Asked {
  const chosen = view.safeParse(query.view).data ?? "all"
  const filters = Object.fromEntries(
    filtersOf(chosen).flatMap((name) => {
      const read = filterShape[name].safeParse(query[name]).data
      return read === undefined ? [] : [[name, read]]
    }),
  ) as Filters
  return { view: chosen, filters }
}

/** The part of an address that says what is asked, always written the same: `view=all&stage=received`. */
export function queryOf({ view: chosen, filters }: Asked): string {
  const named = FILTERS.flatMap((name) => (filters[name] === undefined ? [] : [[name, filters[name]]]))
  return new URLSearchParams([["view", chosen], ...named]).toString()
}

/** The address of a view with its filters, and of the page that begins after a place in it. */
export const addressOf = (asked: Asked, after?: string): string =>
  `/queue?${queryOf(asked)}${after === undefined ? "" : `&after=${encodeURIComponent(after)}`}`

/** The same view without one of its filters. */
export const without = ({ view: chosen, filters }: Asked, name: FilterName): Asked => ({
  view: chosen,
  filters: { ...filters, [name]: undefined },
})

/** What of an open report decides its place in the queue. */
export interface QueuePlace {
  urgency: number
  due: string
  id: string
}

/** A place in a list that goes by a day: what is due first, or what was received last. */
export interface DayPlace {
  day: string
  id: string
}

const queuePlace = z.tuple([z.coerce.number().int().min(0).max(2), day, z.uuid()])
const dayPlace = z.tuple([day, z.uuid()])
const momentPlace = z.tuple([z.iso.datetime(), z.uuid()])

/** Writes a place for an address, `?after=`. */
export const placeText = (...parts: (string | number)[]): string => parts.join("_")

/** The place in an open view that an address names; undefined where it names none, and the view begins at its start. */
export function queuePlaceOf(text = ""): QueuePlace | undefined {
  const [urgency, due, id] = queuePlace.safeParse(text.split("_")).data ?? []
  return urgency === undefined || due === undefined || id === undefined ? undefined : { urgency, due, id }
}

/** The same for a list by days. */
export function dayPlaceOf(text = ""): DayPlace | undefined {
  const [on, id] = dayPlace.safeParse(text.split("_")).data ?? []
  return on === undefined || id === undefined ? undefined : { day: on, id }
}

/** The same for reports that moved away, by the moment they did. */
export function momentPlaceOf(text = ""): { at: string; id: string } | undefined {
  const [at, id] = momentPlace.safeParse(text.split("_")).data ?? []
  return at === undefined || id === undefined ? undefined : { at, id }
}
