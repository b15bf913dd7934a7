import { addEvent } from "@candour/database/add-event.ts"
import { asTenant } from "@candour/database/as.ts"
import { NotOpened } from "@candour/database/errors.ts"
import { stopIfNear } from "@candour/database/nearness.ts"
import { readBody } from "@candour/database/read-body.ts"
import { event, message, report, staff } from "@candour/database/schema.ts"
import { quarantinedFiles } from "@candour/database/sealed-files.ts"
import type { Day } from "@candour/domain/day.ts"
import { openingReason } from "@candour/domain/event.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { asc, eq } from "drizzle-orm"
import { z } from "zod"
import { refusalSentence, whyNot } from "../decide/refusal.ts"
import { inboxForScript } from "../desk/people.tsx"
import { draftOf } from "../drafts/keep-draft.ts"
import { type Problem, postedJson, reportOf, unreadable } from "../json.ts"
import type { Services, StaffContext } from "../services.ts"
import { settingOf } from "../settings/setting.ts"
import { type ReportTitle, titleOf } from "../title/keep-title.ts"
import { en } from "./messages.ts"
import { reasonsOf } from "./opening-reasons.ts"

const openForm = z.strictObject({ reason: openingReason })

/** Records that somebody opens a report, and why; once that is committed, and not before, hands out what is sealed. */
export const openReport = (services: Services) => async (c: StaffContext) => {
  const { database } = services
  const who = c.get("who")
  const { tenant, person } = who
  const id = reportOf(c)
  const asked = await postedJson(c, openForm)
  if (asked === undefined || id === undefined) return unreadable(c)
  const notTheirs = () => c.json({ problem: "reason", sentence: en.said.chooseReason } satisfies Problem, 422)
  if (asked.reason !== "own" && !reasonsOf(who).includes(asked.reason)) return notTheirs()
  try {
    // In a transaction of its own: it stays on record though the opening is refused.
    if ((await stopIfNear(database, tenant, id, person)) !== undefined)
      return c.json({ problem: "too-near", sentence: refusalSentence("too-near") } satisfies Problem, 403)
    const refused = await asTenant(database, tenant, async (transaction) => {
      const [row] = await transaction.select({ holder: report.holder }).from(report).where(eq(report.id, id))
      const isAnothers = row !== undefined && row.holder !== null && row.holder !== person
      if (isAnothers && asked.reason === "own" && (await settingOf(transaction, tenant)).opening !== "unit")
        return notTheirs()
      const codes = { kind: "opened", detail: { reason: asked.reason } } as const
      await addEvent(transaction, { tenant, report: id, by: person, codes })
      return undefined
    })
    return refused ?? (await handOut(services)(c))
  } catch (error) {
    return whyNot(c, error)
  }
}

/** A report's sealed parts, as its script gets them. Bytes as base64url. */
export interface HandedOut {
  /** The tenant that the report's place names. */
  sealedFor: string
  body: string
  wraps: { holder: string; generation: number; wrapped: string }[]
  inbox: { generation: number; recipient: string; grant?: string | undefined }
  events: SentEvent[]
  /** What was written both ways, oldest first. */
  messages: SentMessage[]
  /** The unit's own title of it. */
  title: ReportTitle
  /** What whoever opens it typed here before and didn't send, sealed: theirs alone. */
  draft?: string | undefined
  /** Ids of the files that nobody is given. */
  quarantined: string[]
  /** The key that checks each person's signatures. */
  verifying: Record<string, string>
}

/** A message of the report's thread, as it lies in the database. */
export interface SentMessage {
  from: "team" | "reporter"
  number: number
  day: Day
  sealed: string
  signature?: string | undefined
  /** The reporter has taken it out of their own sight. */
  removed: boolean
}

/** An event with what is sealed and signed of it. */
export interface SentEvent {
  number: number
  kind: string
  detail: unknown
  by?: string | undefined
  words?: string | undefined
  signature?: string | undefined
}

const sent = (bytes: Uint8Array | null): string | undefined => (bytes === null ? undefined : toBase64url(bytes))

/** Hands out what is sealed of a report, to whoever has opened it within the last minute. */
export const handOut =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const { tenant, person } = c.get("who")
    const id = reportOf(c)
    if (id === undefined) return c.notFound()
    try {
      const sealed = await readBody(database, tenant, id, person)
      const inbox = c.get("inbox")
      if (sealed === undefined || inbox === undefined) return c.notFound()
      const rest = await asTenant(database, tenant, async (transaction) => ({
        events: await transaction
          .select({
            number: event.number,
            kind: event.kind,
            detail: event.detail,
            by: event.by,
            words: event.words,
            signature: event.signature,
          })
          .from(event)
          .where(eq(event.report, id))
          .orderBy(asc(event.number)),
        messages: await transaction
          .select({
            fromReporter: message.fromReporter,
            number: message.number,
            day: message.day,
            sealed: message.sealed,
            signature: message.signature,
            removed: message.removed,
          })
          .from(message)
          .where(eq(message.report, id))
          .orderBy(asc(message.place)),
        title: await titleOf(transaction, id),
        draft: await draftOf(transaction, id, person),
        quarantined: await quarantinedFiles(transaction, id),
        people: await transaction.select({ id: staff.id, signingKey: staff.signingKey }).from(staff),
      }))
      return c.json({
        sealedFor: sealed.sealedFor,
        body: toBase64url(sealed.body),
        wraps: sealed.wraps.map((wrap) => ({ ...wrap, wrapped: toBase64url(wrap.wrapped) })),
        inbox: inboxForScript(inbox),
        events: rest.events.map(({ by, words, signature, ...each }) => ({
          ...each,
          by: by ?? undefined,
          words: sent(words),
          signature: sent(signature),
        })),
        messages: rest.messages.map(({ fromReporter, sealed, signature, ...each }) => ({
          ...each,
          from: fromReporter ? ("reporter" as const) : ("team" as const),
          sealed: toBase64url(sealed),
          signature: sent(signature),
        })),
        title: rest.title,
        draft: rest.draft,
        quarantined: rest.quarantined,
        verifying: Object.fromEntries(
          rest.people.flatMap(({ id, signingKey }) => (signingKey ? [[id, toBase64url(signingKey)]] : [])),
        ),
      } satisfies HandedOut)
    } catch (error) {
      if (error instanceof NotOpened)
        return c.json({ problem: "not-opened", sentence: en.said.notOpen } satisfies Problem, 409)
      return whyNot(c, error)
    }
  }
