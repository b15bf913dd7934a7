import { category } from "@candour/domain/category.ts"
import { danger, language, mayReply, routingReason } from "@candour/domain/contact.ts"
import { tenantId } from "@candour/domain/tenant.ts"
import { sealedFromStorage } from "@candour/sealing/sealed.ts"
import type { Context } from "hono"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"
import { openLine } from "../find-force/find-form.ts"
import { receiptDays } from "../receipt/receipt-days.ts"
import type { Services } from "../services.ts"
import { reader } from "./report-form.ts"
import { ReportConflict, submitReport } from "./submit-report.ts"

const MAX_BODY_BYTES = 1_048_576
const MAX_WRAP_BYTES = 16_384

const bytes32 = z
  .base64url()
  .length(43)
  .transform((text) => new Uint8Array(Buffer.from(text, "base64url")))

/** A sealed part in base64url; one that isn't an age file throws. */
const sealedPart = (most: number) =>
  z
    .string()
    .max(Math.ceil((most * 4) / 3))
    .transform((text) => sealedFromStorage(new Uint8Array(Buffer.from(text, "base64url"))))

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

/** JSON, not a form of parts: reading those costs this server three times as much as storing the report. */
const sealedForm = z.object({ counted, body: sealedPart(MAX_BODY_BYTES), wrap: sealedPart(MAX_WRAP_BYTES) })

/** What the browser is told. The receipt is its own: the server never saw the digits. */
export type SealedAnswer = { answer: "stored" | "same"; openBy: string; lookFrom: string } | { answer: "conflict" }

/** Takes a report that the browser has sealed. */
export const takeSealed = (services: Services) => async (c: Context) => {
  const posted = await readSealed(c)
  if (posted === undefined) return c.json({ answer: "unreadable" }, 400)

  const { counted, body, wrap } = posted
  try {
    const answer = await submitReport(services, { ...counted, channel: "online", body, wrap })
    return c.json({ answer, ...receiptDays(services.clock, counted.language) } satisfies SealedAnswer)
  } catch (error) {
    if (!(error instanceof ReportConflict)) throw error
    return c.json({ answer: "conflict" } satisfies SealedAnswer, 409)
  }
}

async function readSealed(c: Context): Promise<z.infer<typeof sealedForm> | undefined> {
  try {
    return sealedForm.parse(await c.req.json())
  } catch (error) {
    if (error instanceof HTTPException) throw error // too large: said as such
    return undefined
  }
}
