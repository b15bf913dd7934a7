import type { EventCodes } from "@candour/domain/event.ts"
import { parseEventCodes } from "@candour/domain/event.ts"
import { sql } from "drizzle-orm"
import type { Connection } from "./connect.ts"

/** What ties two reports: that somebody linked them, or said whether a person of both is the same. */
type LinkCodes = Extract<EventCodes, { kind: "linked" | "unlinked" | "matched" }>

/** One event that ties a report to another, as either of the two sees it. */
export type Link = LinkCodes & {
  /** The other report's id. */
  other: string
  /** Whether it was recorded at the other report: its words are sealed under that one's key. */
  atOther: boolean
  /** Its number at the report where it was recorded. */
  number: number
  by: string
  at: Date
  hasWords: boolean
}

/** Columns of `links_of`; by hand, since drizzle parses none of a function's. */
type Row = Record<string, unknown> & {
  other: string
  at_other: boolean
  number: number
  kind: string
  detail: unknown
  by: string
  at: string
  has_words: boolean
}

/**
 * Everything that ties `report` to others of this desk, the oldest first, wherever it was recorded. Nothing where `person`
 * may not open the report, and nothing of a report that they may not open.
 */
export async function linksOf(transaction: Connection, report: string, person: string): Promise<Link[]> {
  const { rows } = await transaction.execute<Row>(sql`select * from links_of(${report}, ${person})`)
  return rows.map(({ other, at_other, number, kind, detail, by, at, has_words }) => ({
    ...(parseEventCodes(kind, detail) as LinkCodes),
    other,
    atOther: at_other,
    number,
    by,
    at: new Date(at),
    hasWords: has_words,
  }))
}
