import { randomBytes } from "node:crypto"
import { asTenant } from "@candour/database/as.ts"
import type { Connection } from "@candour/database/connect.ts"
import { referReport } from "@candour/database/refer-report.ts"
import { keysAt, transferReport } from "@candour/database/transfer-report.ts"
import { type Tenant, tenantId } from "@candour/domain/tenant.ts"
import { z } from "zod"
import { MAX_WORDS_BYTES } from "../decide/decide.ts"
import { isSealed } from "../decide/is-sealed.ts"
import { type Problem, reportOf, sentBytes, sentId } from "../json.ts"
import type { Services, StaffContext } from "../services.ts"
import { inboxOf } from "./desks.ts"
import { keyDecision, namedKeys, sentKey, takeKeyDecision } from "./key-decision.ts"
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

/**
 * Gives the public keys that a report's key is sealed to on its way to another desk: of its inbox, or of each person who
 * alone opens it there.
 */
export const giveKeysThere =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const to = tenantId.safeParse(c.req.param("tenant")).data
    const report = reportOf(c)
    if (to === undefined || report === undefined) return c.notFound()
    const there = await asTenant(database, c.get("who").tenant, async (transaction) => ({
      named: await keysAt(transaction, report, to, c.get("who").person),
      inbox: await inboxOf(transaction, to),
    }))
    if (there.named?.size === 0)
      return c.json({ problem: "nobody-there", sentence: en.nobodyThere } satisfies Problem, 422)
    if (!there.inbox) return c.json({ problem: "not-open", sentence: en.notOpen } satisfies Problem, 404)
    return c.json(there.named ? { people: Object.fromEntries(there.named) } : there.inbox)
  }

const transferForm = keyDecision.extend({
  to: tenantId,
  returned: z.literal(true).optional(),
  generation: z.int().min(1).optional(),
  wrap: sentKey.optional(),
  people: namedKeys(1).optional(),
})

/** Moves a report whole to another desk, its key sealed to that desk by the sender's browser. */
export const moveReport = (services: Services) =>
  takeKeyDecision(services, transferForm, {
    codesOf: ({ to, returned }) => ({ kind: "transferred", detail: returned ? { to, returned } : { to } }),
    isReady: async (transaction, { report, by, to, generation, wrap, people }, tenant) => {
      const named = await keysAt(transaction, report, to, by)
      if (named === undefined)
        return people === undefined && wrap !== undefined && isOpenDesk(transaction, to, generation, tenant)
      return people?.length === named.size && people.every(({ person }) => named.has(person))
    },
    record: (tenant, decision) => transferReport(services.database, tenant, decision),
  })

const referForm = keyDecision.extend({
  to: tenantId,
  generation: z.int().min(1),
  id: sentId,
  body: sentBytes(1_048_576).refine(isSealed),
  wrap: sentKey,
  wordsThere: sentBytes(MAX_WORDS_BYTES).refine(isSealed),
})

/** Gives another force a copy of its own, sealed by the sender's browser. */
export const referCopy = (services: Services) =>
  takeKeyDecision(services, referForm, {
    codesOf: ({ to }) => ({ kind: "referred", detail: { to } }),
    isReady: (transaction, { to, generation }, tenant) => isOpenDesk(transaction, to, generation, tenant),
    record: (tenant, { to, id, generation, body, wrap, ...decision }) =>
      referReport(services.database, tenant, {
        ...decision,
        // An officer's browser sends it once: nothing has to tell a repeat of it apart.
        copy: { id, tenant: to, generation, body, wrap, digest: randomBytes(32) },
      }),
  })

async function isOpenDesk(transaction: Connection, to: Tenant, generation: number | undefined, own: Tenant) {
  return to !== own && (await inboxOf(transaction, to))?.generation === generation
}
