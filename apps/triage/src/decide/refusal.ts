import { asTenant } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import { MayNotFollow, SomebodyWasFirst } from "@candour/database/errors.ts"
import { event, staff } from "@candour/database/schema.ts"
import type { EventKind } from "@candour/domain/event.ts"
import type { Refusal } from "@candour/domain/succession.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { formatMoment } from "@candour/web/format-moment.ts"
import { and, desc, eq } from "drizzle-orm"
import type { Context } from "hono"
import type { Problem } from "../json.ts"
import { en as words } from "../messages.ts"
import { en } from "./messages.ts"

/** The database's refusal in words. */
export const refusalSentence = (refusal: string): string =>
  en.refusals[refusal as Refusal] ?? en.linkRefusals[refusal] ?? en.otherRefusal

/** Answers an event that the rules refuse; throws on whatever isn't a refusal. */
export function whyNot(c: Context, error: unknown) {
  if (!(error instanceof MayNotFollow)) throw error
  const status = error.refusal === "not-held" ? 404 : 422
  return c.json({ problem: error.refusal, sentence: refusalSentence(error.refusal) } satisfies Problem, status)
}

/** Events that a reporter's message makes. */
const WRITTEN = new Set<EventKind>(["messaged", "disputed"])

/** A decision as it was sent. */
interface Sent {
  number: number
  signature: Uint8Array
}

/**
 * The same, and where somebody else was first, says who that was and when. Where it is the very same decision that came
 * before, posted again because its answer was lost, it is recorded already: once.
 */
export async function whyNotOrWho(
  c: Context,
  error: unknown,
  database: Database,
  tenant: Tenant,
  report: string,
  { number, signature }: Sent,
) {
  if (!(error instanceof SomebodyWasFirst)) return whyNot(c, error)
  const [there] = await asTenant(database, tenant, (transaction) =>
    transaction
      .select({ signature: event.signature })
      .from(event)
      .where(and(eq(event.report, report), eq(event.number, number))),
  )
  if (there?.signature && Buffer.compare(there.signature, signature) === 0) return c.json({ recorded: number })
  const [last] = await asTenant(database, tenant, (transaction) =>
    transaction
      .select({ name: staff.shownName, at: event.at, by: event.by, kind: event.kind })
      .from(event)
      .leftJoin(staff, and(eq(staff.tenant, event.tenant), eq(staff.id, event.by)))
      .where(eq(event.report, report))
      .orderBy(desc(event.number))
      .limit(1),
  )
  const byReporter = last !== undefined && last.by === null && WRITTEN.has(last.kind)
  const sentence = byReporter
    ? en.reporterWasFirst
    : en.wasFirst(last?.name ?? words.unknownPerson, last?.at ? formatMoment(last.at) : "")
  return c.json({ problem: "first", sentence } satisfies Problem, 409)
}
