import { asTenant } from "@candour/database/as.ts"
import type { Connection } from "@candour/database/connect.ts"
import { liftRestriction, restrictReport } from "@candour/database/restrict-report.ts"
import { staff } from "@candour/database/schema.ts"
import { and, eq, isNotNull } from "drizzle-orm"
import { z } from "zod"
import { isSealed } from "../decide/is-sealed.ts"
import { sentBytes } from "../json.ts"
import type { Services, StaffContext } from "../services.ts"
import { TITLE_BYTES } from "../title/keep-title.ts"
import { inboxOf } from "./desks.ts"
import { keyDecision, namedKeys, sentKey, takeKeyDecision } from "./key-decision.ts"

const recipientsOf = (transaction: Connection) =>
  transaction
    .select({ id: staff.id, recipient: staff.recipient })
    .from(staff)
    .where(and(eq(staff.active, true), isNotNull(staff.recipient)))

/** The public half of each colleague's key, by person: for a script that seals a report's key to some of them. */
export const giveRecipients =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const people = await asTenant(database, c.get("who").tenant, recipientsOf)
    return c.json(Object.fromEntries(people.map(({ id, recipient }) => [id, recipient])))
  }

/** Left out where the report has none, or the browser couldn't open it. */
const title = sentBytes(TITLE_BYTES).refine(isSealed).optional()

const restrictForm = keyDecision.extend({
  title,
  to: namedKeys(2),
})

/** Keeps a report for the people named (keys.md row 16). */
export const restrict = (services: Services) =>
  takeKeyDecision(services, restrictForm, {
    codesOf: ({ to }) => ({ kind: "restricted", detail: { to: to.map(({ person }) => person) } }),
    isReady: async (transaction, { to }) => {
      const named = to.map(({ person }) => person)
      const found = await recipientsOf(transaction)
      return new Set(named).size === named.length && named.every((person) => found.some(({ id }) => id === person))
    },
    record: (tenant, decision) => restrictReport(services.database, tenant, decision),
  })

const liftForm = keyDecision.extend({ title, generation: z.int().min(1), wrap: sentKey })

/** Lets the whole desk open it again. */
export const lift = (services: Services) =>
  takeKeyDecision(services, liftForm, {
    codesOf: () => ({ kind: "unrestricted", detail: {} }),
    isReady: async (transaction, { generation }, tenant) =>
      (await inboxOf(transaction, tenant))?.generation === generation,
    record: (tenant, decision) => liftRestriction(services.database, tenant, decision),
  })
