import type { Connection } from "@candour/database/connect.ts"
import { report } from "@candour/database/schema.ts"
import type { Day } from "@candour/domain/day.ts"
import { parseEventCodes } from "@candour/domain/event.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { boundariesOn } from "@candour/routing/boundaries.ts"
import { forcesEver } from "@candour/routing/directory.ts"
import { and, asc, eq, isNull, sql } from "drizzle-orm"
import { notKeptFrom } from "../queue/list-queue.ts"
import { columns, type QueueRow } from "../queue/queue-row.ts"
import type { AllocationReason } from "./messages.ts"

/** Rows of the page at most: as they go, others come. */
export const MOST_SHOWN = 50

/** A report that waits to be allocated, with why it is here: codes, and nothing of what was typed. */
export interface AllocationRow extends QueueRow {
  why: AllocationReason
  /** The forces that routing thought of, likeliest first; those of today. */
  candidates: Tenant[]
  /** Those of them, and the desk it came from, that it mustn't go to without a second thought. */
  concerned: Tenant[]
  /** The desk that handed it here or told of it. */
  from: Tenant | undefined
}

/** What the national desk received and nobody holds yet, by danger and due day. */
export async function listAllocation(transaction: Connection, person: string, today: Day): Promise<AllocationRow[]> {
  const rows = await transaction
    .select({
      ...columns,
      routedTo: report.routedTo,
      // The last of either: a report may come, go and come again.
      came: sql<{
        kind: "routed" | "arrived"
        detail: unknown
      }>`(select jsonb_build_object('kind', e.kind, 'detail', e.detail)
        from event e where e.tenant = ${report.tenant} and e.report = ${report.id} and e.kind in ('routed', 'arrived')
        order by e.number desc limit 1)`,
    })
    .from(report)
    .where(and(eq(report.stage, "received"), isNull(report.holder), notKeptFrom(person)))
    .orderBy(asc(report.urgency), asc(report.due), asc(report.id))
    .limit(MOST_SHOWN + 1)
  const { standing } = boundariesOn(today, forcesEver())
  return rows.map(({ came, routedTo, ...row }) => {
    const codes = parseEventCodes(came.kind, came.detail)
    const now = (forces: readonly Tenant[]) => [...new Set(forces.map((force) => standing[force] ?? force))]
    if (codes.kind === "arrived") {
      const { from, referral } = codes.detail
      return {
        ...row,
        why: referral ? "copied" : "handed",
        candidates: [],
        concerned: referral ? [] : now([from]),
        from,
      }
    }
    if (codes.kind !== "routed") throw new Error("A report is neither routed nor handed here.")
    const { reason, candidates = routedTo === NATIONAL_DESK ? [] : [routedTo] } = codes.detail
    const forces = now(candidates)
    return {
      ...row,
      why: reason,
      candidates: forces,
      concerned: KEPT_FROM.includes(reason) ? forces : [],
      from: undefined,
    }
  })
}

/** For these reasons a report is here so that the force concerned doesn't read it. */
const KEPT_FROM: readonly AllocationReason[] = ["standards-unit", "chief-officer"]
