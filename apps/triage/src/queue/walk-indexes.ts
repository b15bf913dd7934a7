import type { Connection } from "@candour/database/connect.ts"
import { sql } from "drizzle-orm"

/**
 * Lets this transaction's lists come from an index in its order. The planner isn't told how many rows a tenant has (its
 * estimates would tell everybody), takes every desk for a small one, and would read all of a large one's rows and sort
 * them: 500 ms instead of 2 at 80,000 open reports.
 */
export const walkIndexes = (transaction: Connection): Promise<unknown> =>
  transaction.execute(sql`select set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true)`)
