import { day } from "@candour/domain/day.ts"
import { z } from "zod"

/** The views of a queue, by address: `/?view=mine`. */
export const view = z.enum(["mine", "unassigned", "overdue", "messages", "disputed", "all", "closed", "moved"])
export type View = z.infer<typeof view>

/** Views of open reports: in the order of danger, then of what is due first. */
export type OpenView = Exclude<View, "closed" | "moved" | "messages" | "disputed">

/** What of an open report decides its place in the queue. */
export interface QueuePlace {
  urgency: number
  due: string
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

/** The same for closed reports, by the day they were received. */
export function dayPlaceOf(text = ""): { day: string; id: string } | undefined {
  const [received, id] = dayPlace.safeParse(text.split("_")).data ?? []
  return received === undefined || id === undefined ? undefined : { day: received, id }
}

/** The same for reports that moved away, by the moment they did. */
export function momentPlaceOf(text = ""): { at: string; id: string } | undefined {
  const [at, id] = momentPlace.safeParse(text.split("_")).data ?? []
  return at === undefined || id === undefined ? undefined : { at, id }
}
