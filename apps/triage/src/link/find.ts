import { asTenant } from "@candour/database/as.ts"
import { report } from "@candour/database/schema.ts"
import { idsOf } from "@candour/domain/reference.ts"
import { and, between } from "drizzle-orm"
import { z } from "zod"
import { type Problem, postedJson, unreadable } from "../json.ts"
import { notKeptFrom } from "../queue/list-queue.ts"
import type { Services, StaffContext } from "../services.ts"
import { en } from "./messages.ts"

const findForm = z.strictObject({ reference: z.string().max(100) })

/**
 * Finds the report that somebody names by its reference. A report of another desk, one that is kept from whoever asks and
 * one that never was have one answer.
 */
export const findByReference =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const { tenant, person } = c.get("who")
    const asked = await postedJson(c, findForm)
    if (asked === undefined) return unreadable(c)
    const span = idsOf(asked.reference)
    const rows =
      span === undefined
        ? []
        : await asTenant(database, tenant, (transaction) =>
            transaction
              .select({ id: report.id })
              .from(report)
              .where(and(between(report.id, span.first, span.last), notKeptFrom(person)))
              .limit(2),
          )
    const [found, another] = rows
    // Two of one reference are so unlikely that whoever has them names one by its page's address instead.
    if (found === undefined || another !== undefined)
      return c.json({ problem: "not-found", sentence: en.problem.notFound } satisfies Problem, 404)
    return c.json(found)
  }
