import type { Connection } from "@candour/database/connect.ts"
import { report } from "@candour/database/schema.ts"
import { inArray } from "drizzle-orm"
import { columns, type QueueRow } from "./queue-row.ts"

/** The rows of `reports` that the desk holds, by id. */
export async function rowsOf(
  transaction: Connection,
  reports: readonly string[],
): Promise<ReadonlyMap<string, QueueRow>> {
  if (reports.length === 0) return new Map()
  const rows = await transaction
    .select(columns)
    .from(report)
    .where(inArray(report.id, [...reports]))
  return new Map(rows.map((row) => [row.id, row]))
}
