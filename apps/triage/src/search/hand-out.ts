import { asTenant } from "@candour/database/as.ts"
import { MayNotFollow, NotOpened } from "@candour/database/errors.ts"
import { indexReports, MOST_AT_ONCE, readBodies } from "@candour/database/read-bodies.ts"
import { report, title } from "@candour/database/schema.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { and, asc, inArray, ne } from "drizzle-orm"
import { z } from "zod"
import { whyNot } from "../decide/refusal.ts"
import { type Problem, postedJson, sentId, unreadable } from "../json.ts"
import { notKeptFrom } from "../queue/list-queue.ts"
import type { Services, StaffContext } from "../services.ts"
import { en } from "./messages.ts"

/** Reports that one index holds at most: as many as one person opens so in a day. */
const MOST_INDEXED = 5_000

/** The open reports that this person may search: what stands first in the queue, where there are too many. */
export const giveReports =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const { tenant, person } = c.get("who")
    const rows = await asTenant(database, tenant, (transaction) =>
      transaction
        .select({ id: report.id })
        .from(report)
        .where(and(ne(report.stage, "closed"), notKeptFrom(person)))
        .orderBy(asc(report.urgency), asc(report.due), asc(report.id))
        .limit(MOST_INDEXED),
    )
    return c.json({ reports: rows.map(({ id }) => id) })
  }

const reportIds = z.array(sentId).min(1).max(MOST_AT_ONCE)
const openForm = z.strictObject({ reports: reportIds })

/** Records that this person's browser opens these reports for its search. Nothing is handed out before that is committed. */
export const recordIndexing =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const { tenant, person } = c.get("who")
    const asked = await postedJson(c, openForm)
    if (asked === undefined) return unreadable(c)
    try {
      return c.json({ opened: await indexReports(database, tenant, asked.reports, person) })
    } catch (error) {
      if (error instanceof MayNotFollow && error.refusal === "indexed-enough")
        return c.json({ problem: "enough", sentence: en.problem.enough } satisfies Problem, 429)
      return whyNot(c, error)
    }
  }

/** A report as the search's script gets it: bytes as base64url. */
export interface SentReport {
  id: string
  /** The tenant that the report's place names. */
  sealedFor: string
  body: string
  wraps: { holder: string; generation: number; wrapped: string }[]
  /** Without a generation it is under the report's own key. */
  title?: { sealed: string; generation?: number | undefined } | undefined
}

/** Hands out what is sealed of several reports, to whoever's opening of each is on record within the last minute. */
export const handOutMany =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const { tenant, person } = c.get("who")
    const asked = reportIds.safeParse(c.req.query("reports")?.split(",")).data
    if (asked === undefined) return unreadable(c)
    try {
      const bodies = await readBodies(database, tenant, asked, person)
      const rows = await asTenant(database, tenant, (transaction) =>
        transaction
          .select({ id: title.report, sealed: title.sealed, generation: title.generation })
          .from(title)
          .where(inArray(title.report, asked)),
      )
      const titles = new Map(
        rows.map(({ id, sealed, generation }) => [
          id,
          { sealed: toBase64url(sealed), generation: generation ?? undefined },
        ]),
      )
      const reports = [...bodies].map(
        ([id, { sealedFor, body, wraps }]): SentReport => ({
          id,
          sealedFor,
          body: toBase64url(body),
          wraps: wraps.map((wrap) => ({ ...wrap, wrapped: toBase64url(wrap.wrapped) })),
          title: titles.get(id),
        }),
      )
      return c.json({ reports })
    } catch (error) {
      if (error instanceof NotOpened)
        return c.json({ problem: "not-opened", sentence: en.problem.tooSlow } satisfies Problem, 409)
      return whyNot(c, error)
    }
  }
