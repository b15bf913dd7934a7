import { asTenant } from "@candour/database/as.ts"
import { transferReport } from "@candour/database/transfer-report.ts"
import { tenantId } from "@candour/domain/tenant.ts"
import { z } from "zod"
import { MAX_WORDS_BYTES } from "../decide/decide.ts"
import { isSealed, isSealedKey } from "../decide/is-sealed.ts"
import { isTheirs } from "../decide/is-theirs.ts"
import { en as decisions } from "../decide/messages.ts"
import { whyNotOrWho } from "../decide/refusal.ts"
import { type Problem, postedJson, sentBytes, sentSignature, unreadable } from "../json.ts"
import type { Services, StaffContext } from "../services.ts"
import { inboxOf } from "./desks.ts"
import { en } from "./messages.ts"

/** Gives the public half of another desk's inbox, for a script that seals a report's key to it. */
export const giveRecipient =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const to = tenantId.safeParse(c.req.param("tenant")).data
    const inbox = to && (await asTenant(database, c.get("who").tenant, (transaction) => inboxOf(transaction, to)))
    if (!inbox) return c.json({ problem: "not-open", sentence: en.notOpen } satisfies Problem, 404)
    return c.json(inbox)
  }

const transferForm = z.strictObject({
  number: z.int().min(1),
  to: tenantId,
  generation: z.int().min(1),
  wrap: sentBytes(8_192).refine(isSealedKey),
  words: sentBytes(MAX_WORDS_BYTES).refine(isSealed),
  signature: sentSignature,
})

/** Moves a report whole to another desk, its key sealed to that desk by the sender's browser. */
export const moveReport =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const { tenant, person } = c.get("who")
    const report = z.uuid().toLowerCase().safeParse(c.req.param("id")).data
    const asked = await postedJson(c, transferForm)
    if (asked === undefined || report === undefined) return unreadable(c)
    const { number, to, words, signature } = asked
    const decision = { tenant, report, number, kind: "transferred", detail: { to }, words }
    const { target, signed } = await asTenant(database, tenant, async (transaction) => ({
      target: await inboxOf(transaction, to),
      signed: await isTheirs(transaction, person, decision, signature),
    }))
    if (!signed) return c.json({ problem: "signature", sentence: decisions.badSignature } satisfies Problem, 422)
    if (to === tenant || target?.generation !== asked.generation)
      return c.json({ problem: "not-open", sentence: en.notOpen } satisfies Problem, 422)
    try {
      await transferReport(database, tenant, { report, by: person, ...asked })
      return c.json({ moved: to })
    } catch (error) {
      return whyNotOrWho(c, error, database, tenant, report)
    }
  }
