import { asTenant } from "@candour/database/as.ts"
import type { Connection } from "@candour/database/connect.ts"
import { event, fingerprint, report } from "@candour/database/schema.ts"
import type { Day } from "@candour/domain/day.ts"
import { NEAR_TRAIT_KINDS } from "@candour/domain/nearness.ts"
import type { TraitKind } from "@candour/domain/person-concerned.ts"
import type { Stage } from "@candour/domain/stage.ts"
import { and, eq, ne, or } from "drizzle-orm"
import { z } from "zod"
import { type Problem, postedJson, reportOf, sentHash, unreadable } from "../json.ts"
import { notKeptFrom } from "../queue/list-queue.ts"
import { en } from "../report/messages.ts"
import type { Services, StaffContext } from "../services.ts"

const traitKind = z.enum([
  "name",
  "name-folded",
  "name-sound",
  "number",
  "number-surname",
  "name-unit",
  "surname-unit",
  "car",
] satisfies TraitKind[])

/** Fingerprints as a browser sends them. */
export const sentTraits = z.array(z.strictObject({ kind: traitKind, hash: sentHash })).max(16)

/** What a person concerned is known by to whoever is near to them, as a browser sends it. */
export const sentNearTraits = z
  .array(
    z.strictObject({
      kind: z.enum(NEAR_TRAIT_KINDS),
      hash: sentHash,
    }),
  )
  .max(3)

/** Another report of this desk that agrees with what was typed; its words stay sealed. */
export interface Agreeing {
  report: string
  person: number
  kinds: TraitKind[]
  day: Day
  stage: Stage
}

const lookForm = z.strictObject({ traits: sentTraits })

/** How many reports are shown at most: what agrees with more says nothing. */
const MOST = 50

/** Says which other reports of this desk have one of the fingerprints, to whoever has opened the one of the address. */
export const lookForPerson =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const own = reportOf(c)
    const asked = await postedJson(c, lookForm)
    if (asked === undefined || own === undefined) return unreadable(c)
    if (asked.traits.length === 0) return c.json([] satisfies Agreeing[])
    const { tenant, person } = c.get("who")
    const rows = await asTenant(database, tenant, async (transaction) => {
      if (!(await hasOpened(transaction, own, person))) return undefined
      return transaction
        .select({
          report: fingerprint.report,
          person: fingerprint.person,
          kind: fingerprint.kind,
          day: report.day,
          stage: report.stage,
        })
        .from(fingerprint)
        .innerJoin(report, and(eq(report.tenant, fingerprint.tenant), eq(report.id, fingerprint.report)))
        .where(
          and(
            ne(fingerprint.report, own),
            // Whom a restricted report is about is for those named alone, as its words are.
            notKeptFrom(person),
            or(...asked.traits.map(({ kind, hash }) => and(eq(fingerprint.kind, kind), eq(fingerprint.hash, hash)))),
          ),
        )
        .limit(MOST * 8)
    })
    if (rows === undefined) return c.json({ problem: "not-opened", sentence: en.said.notOpen } satisfies Problem, 409)
    const found = new Map<string, Agreeing>()
    for (const { report: id, person: concerned, kind, day, stage } of rows) {
      const key = `${id} ${concerned}`
      const agreeing = found.get(key) ?? { report: id, person: concerned, kinds: [], day, stage }
      agreeing.kinds.push(kind)
      found.set(key, agreeing)
    }
    return c.json([...found.values()].slice(0, MOST))
  }

/** Whether somebody's opening of a report is on record: nobody looks for a name without having one before them. */
async function hasOpened(transaction: Connection, own: string, person: string): Promise<boolean> {
  const found = await transaction
    .select({ id: report.id })
    .from(report)
    .innerJoin(event, and(eq(event.tenant, report.tenant), eq(event.report, report.id)))
    .where(and(eq(report.id, own), eq(event.kind, "opened"), eq(event.by, person), notKeptFrom(person)))
    .limit(1)
  return found.length > 0
}
