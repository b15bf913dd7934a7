import { randomBytes } from "node:crypto"
import { asTenant } from "@candour/database/as.ts"
import type { Connection } from "@candour/database/connect.ts"
import { referReport } from "@candour/database/refer-report.ts"
import { transferReport } from "@candour/database/transfer-report.ts"
import { type Tenant, tenantId } from "@candour/domain/tenant.ts"
import { z } from "zod"
import { MAX_WORDS_BYTES } from "../decide/decide.ts"
import { isSealed } from "../decide/is-sealed.ts"
import { type Problem, sentBytes, sentId } from "../json.ts"
import type { Services, StaffContext } from "../services.ts"
import { inboxOf } from "./desks.ts"
import { keyDecision, sentKey, takeKeyDecision } from "./key-decision.ts"
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

const transferForm = keyDecision.extend({
  to: tenantId,
  generation: z.int().min(1),
  wrap: sentKey,
  returned: z.literal(true).optional(),
})

/** Moves a report whole to another desk, its key sealed to that desk by the sender's browser. */
export const moveReport = (services: Services) =>
  takeKeyDecision(services, transferForm, {
    codesOf: ({ to, returned }) => ({ kind: "transferred", detail: returned ? { to, returned } : { to } }),
    isReady: (transaction, { to, generation }, tenant) => isOpenDesk(transaction, to, generation, tenant),
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

async function isOpenDesk(transaction: Connection, to: Tenant, generation: number, own: Tenant): Promise<boolean> {
  return to !== own && (await inboxOf(transaction, to))?.generation === generation
}
