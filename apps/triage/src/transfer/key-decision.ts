import { asTenant } from "@candour/database/as.ts"
import type { Connection } from "@candour/database/connect.ts"
import type { EventCodes } from "@candour/domain/event.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { z } from "zod"
import { MAX_WORDS_BYTES } from "../decide/decide.ts"
import { isSealed, isSealedKey } from "../decide/is-sealed.ts"
import { isTheirs } from "../decide/is-theirs.ts"
import { en as decisions } from "../decide/messages.ts"
import { whyNotOrWho } from "../decide/refusal.ts"
import { type Problem, postedJson, reportOf, sentBytes, sentId, sentSignature, unreadable } from "../json.ts"
import type { Services, StaffContext } from "../services.ts"
import { en } from "./messages.ts"

/** A report's key, sealed to one holder. */
export const sentKey = sentBytes(8_192).refine(isSealedKey)

/** The same, for each of at least `fewest` people of a desk. */
export const namedKeys = (fewest: number) =>
  z
    .array(z.strictObject({ person: sentId, wrap: sentKey }))
    .min(fewest)
    .max(20)

/** What each decision that seals a key carries beside the key. */
export const keyDecision = z.strictObject({
  number: z.int().min(1),
  words: sentBytes(MAX_WORDS_BYTES).refine(isSealed),
  signature: sentSignature,
})

type KeyForm = z.ZodType<z.infer<typeof keyDecision>>

interface KeyDecisionSteps<Asked> {
  codesOf(asked: Asked): EventCodes
  /** Whether the keys it was sealed to are still the ones. */
  isReady(transaction: Connection, asked: Asked & { report: string; by: string }, tenant: Tenant): Promise<boolean>
  record(tenant: Tenant, decision: Asked & { report: string; by: string }): Promise<unknown>
}

/** Takes a decision that seals the report's key to somebody: signed by who took it, recorded with its keys or not at all. */
export const takeKeyDecision =
  <Form extends KeyForm>({ database }: Services, form: Form, steps: KeyDecisionSteps<z.infer<Form>>) =>
  async (c: StaffContext) => {
    const { tenant, person } = c.get("who")
    const report = reportOf(c)
    const asked = await postedJson(c, form)
    if (asked === undefined || report === undefined) return unreadable(c)
    const { number, words, signature } = asked
    const { kind, detail } = steps.codesOf(asked)
    const { isReady, signed } = await asTenant(database, tenant, async (transaction) => ({
      isReady: await steps.isReady(transaction, { ...asked, report, by: person }, tenant),
      signed: await isTheirs(transaction, person, { tenant, report, number, kind, detail, words }, signature),
    }))
    if (!signed) return c.json({ problem: "signature", sentence: decisions.badSignature } satisfies Problem, 422)
    if (!isReady) return c.json({ problem: "not-open", sentence: en.notOpen } satisfies Problem, 422)
    try {
      await steps.record(tenant, { ...asked, report, by: person })
      return c.json({ recorded: number })
    } catch (error) {
      return whyNotOrWho(c, error, database, tenant, report, { number, signature })
    }
  }
