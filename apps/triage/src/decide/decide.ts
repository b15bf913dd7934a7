import { addEvent } from "@candour/database/add-event.ts"
import { asTenant } from "@candour/database/as.ts"
import { staff } from "@candour/database/schema.ts"
import { type EventCodes, parseEventCodes } from "@candour/domain/event.ts"
import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { type Problem, postedJson, reportOf, sentBytes, sentSignature, unreadable } from "../json.ts"
import type { Services, StaffContext } from "../services.ts"
import { KEY_KINDS, WORDS_OF, wordsFit } from "./decided-kind.ts"
import { isSealed } from "./is-sealed.ts"
import { isTheirs } from "./is-theirs.ts"
import { en } from "./messages.ts"
import { whyNotOrWho } from "./refusal.ts"

/** Bytes of sealed words at most: some 200,000 letters. */
export const MAX_WORDS_BYTES = 262_144

const decisionForm = z
  .strictObject({
    number: z.int().min(1),
    kind: z.enum(Object.keys(WORDS_OF) as (keyof typeof WORDS_OF)[]).exclude([...KEY_KINDS, "concerned"]),
    detail: z.unknown(),
    words: sentBytes(MAX_WORDS_BYTES).refine(isSealed).optional(),
    signature: sentSignature,
  })
  .refine(({ kind, words }) => wordsFit(kind, words))
  .transform(({ kind, detail, ...rest }, context) => {
    try {
      return { ...rest, codes: parseEventCodes(kind, detail) }
    } catch {
      context.addIssue({ code: "custom", message: "codes" })
      return z.NEVER
    }
  })

/**
 * Takes one decision: its codes in the clear, its words sealed in the person's browser, signed with their key.
 * What may follow is the database's to say; this only puts its answer into words.
 */
export const decide =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const { tenant, person } = c.get("who")
    const report = reportOf(c)
    const asked = await postedJson(c, decisionForm)
    if (asked === undefined || report === undefined) return unreadable(c)
    const { number, codes, words, signature } = asked
    try {
      return await asTenant(database, tenant, async (transaction) => {
        const decision = { tenant, report, number, kind: codes.kind, detail: codes.detail, words }
        if (!(await isTheirs(transaction, person, decision, signature)))
          return c.json({ problem: "signature", sentence: en.badSignature } satisfies Problem, 422)
        if (codes.kind === "assigned" && !(await worksAtDesk(codes)))
          return c.json({ problem: "colleague", sentence: en.notColleague } satisfies Problem, 422)
        await addEvent(transaction, { tenant, report, by: person, codes, number, words, signature })
        return c.json({ recorded: number })

        async function worksAtDesk({ detail }: Extract<EventCodes, { kind: "assigned" }>): Promise<boolean> {
          const found = await transaction
            .select({ id: staff.id })
            .from(staff)
            .where(and(eq(staff.id, detail.to), eq(staff.active, true)))
          return found.length === 1
        }
      })
    } catch (error) {
      return whyNotOrWho(c, error, database, tenant, report, { number, signature })
    }
  }
