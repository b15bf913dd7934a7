import { isAboutTheRow } from "@candour/database/errors.ts"
import { countCall, endCall, takeCallReport } from "@candour/database/take-call.ts"
import { category } from "@candour/domain/category.ts"
import { callEnd, danger, language, mayReply, routingReason } from "@candour/domain/contact.ts"
import { NATIONAL_DESK, tenantId } from "@candour/domain/tenant.ts"
import { isForce } from "@candour/routing/directory.ts"
import { receiptDays } from "@candour/web/receipt-days.ts"
import { z } from "zod"
import { isSealed, isSealedKey } from "../decide/is-sealed.ts"
import { type Problem, postedJson, sentBytes, unreadable } from "../json.ts"
import type { Services, StaffContext } from "../services.ts"
import { en } from "./messages.ts"

/** The line that rings at the national desk. */
export const LINE = "national"

const callId = z.uuid({ version: "v4" }).toLowerCase()
const bytes32 = sentBytes(32).refine(({ length }) => length === 32)

const countForm = z.strictObject({ id: callId })

/** Counts a call in its first second, once for each id: a random one that the handler's browser makes. */
export const countThisCall =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const asked = await postedJson(c, countForm)
    if (asked === undefined) return unreadable(c)
    return c.json({ answer: await countCall(database, { id: asked.id, line: LINE }) })
  }

const endForm = z.strictObject({ why: callEnd })

/** Keeps how a call ended that leaves no report. */
export const endThisCall =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const id = callId.safeParse(c.req.param("id")).data
    const asked = await postedJson(c, endForm)
    if (asked === undefined || id === undefined) return unreadable(c)
    const answer = await endCall(database, { id, line: LINE }, asked.why)
    if (answer === "conflict") return c.json({ problem: answer, sentence: en.problem.ended } satisfies Problem, 409)
    return c.json({ answer })
  }

/** What the handler's browser says beside the sealed parts: as a reporter's does (design §4). */
const reportForm = z.strictObject({
  tenant: tenantId,
  generation: z.int().positive(),
  routedTo: tenantId.refine((id) => id === NATIONAL_DESK || isForce(id)),
  reason: routingReason,
  candidates: z.array(tenantId.refine(isForce)).max(6).optional(),
  language,
  categories: z.array(category).max(7),
  danger,
  mayReply,
  /** Left out: the caller leaves without a receipt. */
  mailboxHash: bytes32.optional(),
  digest: bytes32,
  body: sentBytes(1_048_576).refine(isSealed),
  wrap: sentBytes(8_192).refine(isSealedKey),
})

/** What {@link takeReport} takes as JSON: bytes as base64url. */
export type SentReport = z.input<typeof reportForm>

/** What the handler's browser is told, and says to the caller. */
export interface TakenReport {
  answer: "stored" | "same"
  days: ReturnType<typeof receiptDays>
}

/** Takes the report of a call, sealed in the handler's browser: nobody at this desk could open one for a force. */
export const takeReport =
  ({ database, clock }: Services) =>
  async (c: StaffContext) => {
    const id = callId.safeParse(c.req.param("id")).data
    const posted = await postedJson(c, reportForm)
    if (posted === undefined || id === undefined) return unreadable(c)
    const refused = (problem: string, sentence: string, status: 409 | 422) =>
      c.json({ problem, sentence } satisfies Problem, status)
    try {
      const answer = await takeCallReport(database, { ...posted, id, line: LINE })
      if (answer === "conflict" || answer === "outdated") return refused(answer, en.problem[answer], 409)
      return c.json({ answer, days: receiptDays(clock) } satisfies TakenReport)
    } catch (error) {
      if (isAboutTheRow(error)) return refused("refused", en.problem.refused, 422)
      throw error
    }
  }
