import { category } from "@candour/domain/category.ts"
import { danger, language, mayReply, routingReason } from "@candour/domain/contact.ts"
import { tenantId } from "@candour/domain/tenant.ts"
import { areaWithin } from "@candour/routing/boundaries.ts"
import { forcesEver } from "@candour/routing/directory.ts"
import type { Messages } from "@candour/web/language.ts"
import { type ReceiptDays, receiptDays } from "@candour/web/receipt-days.ts"
import type { Context } from "hono"
import { z } from "zod"
import { openLine } from "../find-force/find-form.ts"
import { MOST_FORCES } from "../find-force/told-forces.ts"
import { heldBack } from "../floods/gate-post.ts"
import { bytesOf, postedJson, sealedPart } from "../posted-json.ts"
import type { Services } from "../services.ts"
import { candidatesFor, reader } from "./report-form.ts"
import { ReportConflict, submitReport } from "./submit-report.ts"

const MAX_BODY_BYTES = 1_048_576
/** As the database takes them (0002, `wrap`); ours have 2,171. */
const [MIN_WRAP_BYTES, MAX_WRAP_BYTES] = [1_000, 8_192]

const bytes32 = bytesOf(32)

/** What the browser says beside the sealed parts: all that a server ever learns of a report (design §4). */
const counted = z.strictObject({
  id: z.uuid({ version: "v4" }).toLowerCase(),
  tenant: tenantId,
  generation: z.int().positive(),
  line: openLine,
  routedTo: reader,
  reason: routingReason,
  language,
  categories: z.array(category).max(7),
  danger,
  mayReply,
  mailboxHash: bytes32,
  digest: bytes32,
})

const sealedParts = {
  body: sealedPart(1, MAX_BODY_BYTES),
  wrap: sealedPart(MIN_WRAP_BYTES, MAX_WRAP_BYTES),
}

/** A copy for a further desk; what isn't here it shares with the report. */
const referral = z.strictObject({
  id: z.uuid({ version: "v4" }).toLowerCase(),
  tenant: tenantId,
  routedTo: reader,
  generation: z.int().positive(),
  digest: bytes32,
  ...sealedParts,
})

/** JSON, not a form of parts: reading those costs this server three times as much as storing the report. */
const sealedForm = z
  .object({
    counted,
    ...sealedParts,
    /** The forces that it may be about, where the national desk finds out. */
    candidates: z.array(z.string()).max(MOST_FORCES).default([]),
    /** Within the force that it is routed to, where others went into that one. */
    area: z.string().optional(),
    /** What the gate reads: the form's challenge, and its proof where the browser could solve it. */
    gate: z.object({ challenge: z.string().max(2_000), proof: z.string().max(2_000).optional() }).optional(),
    referrals: z
      .array(referral)
      .max(MOST_FORCES - 1)
      .default([]),
  })
  .refine(
    ({ counted, referrals }) => new Set([counted, ...referrals].map(({ tenant }) => tenant)).size > referrals.length,
  )

/** Bytes of one post at most: a report and its referrals as large as each may be, in base64url, with what is counted. */
export const SEALED_POST_BYTES = MOST_FORCES * Math.ceil(((MAX_BODY_BYTES + MAX_WRAP_BYTES) * 4) / 3) + 65_536

/** What the browser is told. The receipt is its own: the server never saw the digits. */
export type SealedAnswer =
  | { answer: "stored" | "same"; days: Messages<ReceiptDays> }
  | { answer: "conflict" }
  /** Not let in: post again, with this challenge. */
  | { answer: "again" | "wait"; challenge: string }
  /** The page holds a key that is no longer its team's: it has to be loaded anew. */
  | { answer: "outdated" }

/** Takes a report that the browser has sealed. */
export const takeSealed = (services: Services) => async (c: Context) => {
  const posted = await postedJson(c, sealedForm)
  if (posted === undefined) return c.json({ answer: "unreadable" }, 400)

  const { counted, body, wrap, referrals, gate } = posted
  const candidates = candidatesFor(counted.routedTo, posted.candidates)
  const admitted = await services.gate.admit("sealed", { ...gate, id: counted.id })
  if (admitted !== "in") {
    const challenge = await services.gate.challenge(admitted)
    return c.json({ answer: admitted, challenge } satisfies SealedAnswer, heldBack(c, admitted))
  }
  // Said here, since the database that would refuse it may be away, and a receipt would be shown for nothing.
  for (const { tenant, generation } of [counted, ...referrals]) {
    await services.keys.lookFor(tenant, generation)
    if (services.keys.recipientOf(tenant)?.generation !== generation) {
      return c.json({ answer: "outdated" } satisfies SealedAnswer, 409)
    }
  }
  try {
    const answer = await submitReport(services, {
      ...counted,
      routedTo: areaWithin(counted.routedTo, posted.area, forcesEver()),
      channel: "online",
      body,
      wrap,
      referrals,
      ...(candidates && { candidates }),
    })
    return c.json({ answer, days: receiptDays(services.clock) } satisfies SealedAnswer)
  } catch (error) {
    if (!(error instanceof ReportConflict)) throw error
    return c.json({ answer: "conflict" } satisfies SealedAnswer, 409)
  }
}
