import { addEvent } from "@candour/database/add-event.ts"
import { asTenant } from "@candour/database/as.ts"
import { MayNotFollow, SomebodyWasFirst } from "@candour/database/errors.ts"
import { staff } from "@candour/database/schema.ts"
import { type EventCodes, parseEventCodes } from "@candour/domain/event.ts"
import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { isTheirs } from "../decide/is-theirs.ts"
import { en as decisions } from "../decide/messages.ts"
import { refusalSentence } from "../decide/refusal.ts"
import { postedJson, sentId, sentSignature, unreadable } from "../json.ts"
import type { Services, StaffContext } from "../services.ts"
import { PAGE_ROWS } from "./list-queue.ts"
import { en } from "./messages.ts"

/** What may be decided about several reports at once: nothing that needs one to be read there and then. */
const manyForm = z.array(
  z
    .strictObject({
      report: sentId,
      number: z.int().min(1),
      kind: z.enum(["taken", "assigned", "set-aside"]),
      detail: z.unknown(),
      signature: sentSignature,
    })
    .transform(({ kind, detail, ...rest }, context) => {
      try {
        return { ...rest, codes: parseEventCodes(kind, detail) }
      } catch {
        context.addIssue({ code: "custom", message: "codes" })
        return z.NEVER
      }
    }),
)
type Asked = z.infer<typeof manyForm>[number]

/** What became of one of several decisions: the number of its event, or the sentence of what is against it. */
export type Decided = { report: string } & ({ recorded: number } | { problem: string; sentence: string })

/**
 * Takes a decision about each of several reports, as `decide` takes one: each signed, each in a transaction of its own,
 * so that what is against one report holds up no other.
 */
export const decideMany =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const { tenant, person } = c.get("who")
    const asked = await postedJson(c, manyForm.min(1).max(PAGE_ROWS))
    if (asked === undefined) return unreadable(c)
    const answers: Decided[] = []
    for (const each of asked) answers.push(await decideOne(each))
    return c.json({ answers })

    async function decideOne({ report, number, codes, signature }: Asked): Promise<Decided> {
      const against = (problem: string, sentence: string) => ({ report, problem, sentence })
      try {
        return await asTenant(database, tenant, async (transaction) => {
          const decision = { tenant, report, number, kind: codes.kind, detail: codes.detail }
          if (!(await isTheirs(transaction, person, decision, signature)))
            return against("signature", decisions.badSignature)
          if (codes.kind === "assigned" && !(await worksAtDesk(codes)))
            return against("colleague", decisions.notColleague)
          await addEvent(transaction, { tenant, report, by: person, codes, number, signature })
          return { report, recorded: number }

          async function worksAtDesk({ detail }: Extract<EventCodes, { kind: "assigned" }>): Promise<boolean> {
            const found = await transaction
              .select({ id: staff.id })
              .from(staff)
              .where(and(eq(staff.id, detail.to), eq(staff.active, true)))
            return found.length === 1
          }
        })
      } catch (error) {
        if (error instanceof SomebodyWasFirst) return against("first", en.bulk.first)
        if (error instanceof MayNotFollow) return against(error.refusal, refusalSentence(error.refusal))
        throw error
      }
    }
  }
