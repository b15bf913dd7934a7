import { asTenant } from "@candour/database/as.ts"
import { hashesOf } from "@candour/database/nearness.ts"
import { sql } from "drizzle-orm"
import { z } from "zod"
import { MAX_WORDS_BYTES } from "../decide/decide.ts"
import { isSealed } from "../decide/is-sealed.ts"
import { isTheirs } from "../decide/is-theirs.ts"
import { en as decisions } from "../decide/messages.ts"
import { whyNotOrWho } from "../decide/refusal.ts"
import { type Problem, postedJson, reportOf, sentBytes, sentSignature, unreadable } from "../json.ts"
import type { Services, StaffContext } from "../services.ts"
import { sentNearTraits, sentTraits } from "./look.ts"

const describeForm = z.strictObject({
  number: z.int().min(1),
  person: z.int().min(1).max(99),
  generation: z.int().min(1),
  traits: sentTraits,
  near: sentNearTraits,
  words: sentBytes(MAX_WORDS_BYTES).refine(isSealed),
  signature: sentSignature,
})

/** Takes the description of one person concerned, sealed, with the fingerprints that find them in other reports. */
export const describePerson =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const { tenant, person: by } = c.get("who")
    const report = reportOf(c)
    const asked = await postedJson(c, describeForm)
    if (asked === undefined || report === undefined) return unreadable(c)
    const { number, person, generation, traits, near, words, signature } = asked
    const decision = { tenant, report, number, kind: "concerned", detail: { person }, words }
    const kindsOf = (list: readonly { kind: string }[]) => sql`${sql.param(list.map(({ kind }) => kind))}::text[]`
    try {
      return await asTenant(database, tenant, async (transaction) => {
        if (!(await isTheirs(transaction, by, decision, signature)))
          return c.json({ problem: "signature", sentence: decisions.badSignature } satisfies Problem, 422)
        await transaction.execute(sql`select describe_person(${report}, ${by}, ${number}, ${person}, ${generation},
          ${kindsOf(traits)}, ${hashesOf(traits)}, ${kindsOf(near)}, ${hashesOf(near)}, ${words}, ${signature})`)
        return c.json({ recorded: number })
      })
    } catch (error) {
      return whyNotOrWho(c, error, database, tenant, report, { number, signature })
    }
  }
