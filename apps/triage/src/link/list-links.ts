import type { Connection } from "@candour/database/connect.ts"
import { type Link, linksOf } from "@candour/database/links.ts"
import { fingerprint, report } from "@candour/database/schema.ts"
import type { Day } from "@candour/domain/day.ts"
import type { LinkReason } from "@candour/domain/event.ts"
import type { Stage } from "@candour/domain/stage.ts"
import { and, desc, eq, inArray, ne } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { notKeptFrom } from "../queue/list-queue.ts"
import { type SentTitle, titlesOf } from "../queue/titles-of.ts"
import type { ReportRow } from "../report/find-report.ts"

/** Reports of each sort that are offered to be linked, at most. */
const MOST_OFFERED = 20

/** Another report, as a list of links shows it. */
export interface OtherReport {
  id: string
  /** Missing where it has moved to another desk. */
  row: { day: Day; stage: Stage } | undefined
  title: SentTitle | undefined
}

/** A report that is linked to the one shown, by the last event that says so. */
export interface LinkedReport extends OtherReport {
  why: LinkReason
  link: Link
}

/** A person of this report who is, by a lead's word, a person of another. */
export interface SamePerson extends OtherReport {
  here: number
  there: number
  match: Link
}

/** What ties a report to others, as its page shows it. */
export interface Links {
  linked: LinkedReport[]
  same: SamePerson[]
  /** What somebody has said of each pair of people already, wherever: `person here`, `report`, `person there`. */
  answered: [pair: string, same: boolean][]
  /** All that was recorded at other reports about this one, the oldest first. */
  elsewhere: Link[]
  /** The reports offered to be linked, with why. */
  offered: (OtherReport & { why: "agrees" | "yours" })[]
}

/** Everything that ties `row` to other reports that `person` may open. */
export async function listLinks(transaction: Connection, row: ReportRow, person: string): Promise<Links> {
  const links = await linksOf(transaction, row.id, person)
  const last = new Map<string, Link>()
  for (const link of links) if (link.kind !== "matched") last.set(link.other, link)
  const people = new Map<string, Link & { here: number; there: number; same: boolean }>()
  for (const link of links) {
    if (link.kind !== "matched") continue
    const { person: one, other, same } = link.detail
    const [here, there] = link.atOther ? [other, one] : [one, other]
    people.set(`${here} ${link.other} ${there}`, { ...link, here, there, same })
  }
  const isKept = row.restrictedTo !== null && !row.restrictedTo.includes(person)
  const candidates = isKept ? [] : await offer(transaction, row.id, person)
  const ids = [...links.map(({ other }) => other), ...candidates.map(({ id }) => id)]
  const { rows, titles } = await reportsOf(transaction, ids, person)
  const otherOf = (id: string): OtherReport => ({ id, row: rows.get(id), title: titles.get(id) })
  const linked = [...last.values()].flatMap((link) =>
    link.kind === "linked" ? [{ ...otherOf(link.other), why: link.detail.why, link }] : [],
  )
  return {
    linked,
    same: [...people.values()].flatMap(({ here, there, same, ...match }) =>
      same ? [{ ...otherOf(match.other), here, there, match: match as Link }] : [],
    ),
    answered: [...people].map(([pair, { same }]) => [pair, same]),
    elsewhere: links.filter(({ atOther }) => atOther),
    offered: candidates
      .filter(({ id }) => !linked.some((each) => each.id === id))
      .map(({ id, why }) => ({ ...otherOf(id), why })),
  }
}

async function reportsOf(transaction: Connection, ids: string[], person: string) {
  const asked = [...new Set(ids)]
  const rows =
    asked.length === 0
      ? []
      : await transaction
          .select({ id: report.id, day: report.day, stage: report.stage })
          .from(report)
          .where(inArray(report.id, asked))
  return { rows: new Map(rows.map((row) => [row.id, row])), titles: await titlesOf(transaction, asked, person) }
}

/** The reports that somebody most likely wants to link: about the same person by keyed hashes, then those they hold. */
async function offer(transaction: Connection, own: string, person: string) {
  const theirs = alias(fingerprint, "theirs")
  const agreeing = await transaction
    .selectDistinct({ id: report.id, day: report.day })
    .from(fingerprint)
    .innerJoin(theirs, and(eq(theirs.kind, fingerprint.kind), eq(theirs.hash, fingerprint.hash)))
    .innerJoin(report, and(eq(report.tenant, theirs.tenant), eq(report.id, theirs.report)))
    .where(and(eq(fingerprint.report, own), ne(theirs.report, own), notKeptFrom(person)))
    .orderBy(desc(report.day), report.id)
    .limit(MOST_OFFERED)
  const yours = await transaction
    .select({ id: report.id })
    .from(report)
    .where(and(eq(report.holder, person), ne(report.id, own), ne(report.stage, "closed"), notKeptFrom(person)))
    .orderBy(desc(report.day), report.id)
    .limit(MOST_OFFERED)
  const known = new Set(agreeing.map(({ id }) => id))
  return [
    ...agreeing.map(({ id }) => ({ id, why: "agrees" as const })),
    ...yours.filter(({ id }) => !known.has(id)).map(({ id }) => ({ id, why: "yours" as const })),
  ]
}
