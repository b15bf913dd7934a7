import type { Connection } from "@candour/database/connect.ts"
import { nearReports } from "@candour/database/nearness.ts"
import { report, title } from "@candour/database/schema.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { and, eq, inArray, isNotNull, isNull, notInArray } from "drizzle-orm"

/** A title as a page carries it for its script, and the generation of the inbox key that opens it. */
export interface SentTitle {
  sealed: string
  generation: number
}

/** The sealed titles of `reports`. None of a restricted report, nor of one that `person` is too near to. */
export async function titlesOf(
  transaction: Connection,
  reports: readonly string[],
  person: string,
): Promise<ReadonlyMap<string, SentTitle>> {
  if (reports.length === 0) return new Map()
  const rows = await transaction
    .select({ id: title.report, sealed: title.sealed, generation: title.generation })
    .from(title)
    .innerJoin(report, and(eq(report.tenant, title.tenant), eq(report.id, title.report)))
    .where(
      and(
        inArray(title.report, [...reports]),
        isNotNull(title.generation),
        isNull(report.restrictedTo),
        notInArray(title.report, nearReports(person)),
      ),
    )
  return new Map(
    rows.map(({ id, sealed, generation }) => [id, { sealed: toBase64url(sealed), generation: generation ?? 0 }]),
  )
}
