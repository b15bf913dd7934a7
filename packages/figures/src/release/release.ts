import { type Day, day } from "@candour/domain/day.ts"
import { tenantId } from "@candour/domain/tenant.ts"
import { z } from "zod"
import { protectedTable } from "../protection/cell.ts"

/** What is frozen when a release is checked: all that its pages and files are made of. */
export const content = z.object({
  /** What is hidden is in them, for the register: only what a cell prints may leave this. */
  tables: z.array(protectedTable),
  /** The desks of the day, each in a row of its own even where it has nothing. */
  desks: z.array(tenantId),
  /** Desks that had stopped by the day, each with the day since which its figures haven't moved. */
  stopped: z.record(tenantId, day),
})
export type Content = z.output<typeof content>

/** Why a revision is made, in the public's two languages. */
export interface Reason {
  en: string
  cy: string
}

/** What is set when a release is planned. */
export interface PlannedRelease {
  number: number
  /** `2024-Q1` */
  quarter: string
  /** 0 for the first; a revision has the next number, and a reason. */
  revision: number
  reason: Reason | undefined
  asAt: Day
  knownAt: Day
  publicationDay: Day
}

/** Where a release stands. `failed`: it could not be prepared, for the reason beside it. */
export type ReleaseState = "planned" | "preparing" | "failed" | "prepared" | "checked" | "published" | "withdrawn"

/** A release as the coordinators see it, without its content. */
export interface Release extends PlannedRelease {
  state: ReleaseState
  plannedBy: string
  preparedBy: string | undefined
  /** The moment it was prepared, as the database writes it: whoever checks it says which they looked at. */
  prepared: string | undefined
  failure: string | undefined
  checkedBy: string | undefined
  published: Date | undefined
}

/** A release that is out, with what it is made of. */
export interface PublishedRelease extends PlannedRelease {
  published: Date
  content: Content
}

/** The last day of the quarter `2024-Q1`. */
export function lastDayOf(quarter: string): Day {
  const [year, number] = quarter.split("-Q").map(Number)
  return new Date(Date.UTC(year ?? 0, (number ?? 0) * 3, 0)).toISOString().slice(0, 10) as Day
}

/** The quarter that `on` lies in: `2024-Q1`. */
export const quarterOf = (on: Day): string => `${on.slice(0, 4)}-Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`
