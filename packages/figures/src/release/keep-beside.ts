import { asNational } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import { sql } from "drizzle-orm"
import type { mayRelease } from "../protection/may-release.ts"
import { readRegister } from "../register/register.ts"
import { readContent } from "./releases.ts"

/**
 * Makes what looks at each prepared release again beside what has gone out since, such as an answer to a request: where it
 * still may go out as it is, it can be checked without being prepared anew. Call it now and then; each call gives how many
 * were kept.
 *
 * @param mayStill - in a thread of its own where a page would wait for it
 */
export function keepsBeside(database: Database, mayStill: typeof mayRelease): () => Promise<number> {
  /** What may not go out as it was prepared, and beside which number of the register: it isn't asked again. */
  const refused = new Set<string>()
  return async () => {
    const waiting = await asNational(database, async (transaction) => {
      const { rows } = await transaction.execute<{ number: number; prepared: string; last: number }>(sql`
        select r.number, r.prepared::text, e.last from release r cross join (select max(number) as last from released) e
          where r.prepared is not null and r.checked is null and r.withdrawn is null and r.beside < e.last`)
      return rows
    })
    let kept = 0
    for (const { number, prepared } of waiting) {
      const { content, register } = await asNational(database, async (transaction) => ({
        content: await readContent(transaction, number),
        register: await readRegister(transaction),
      }))
      const asked = `${number} ${prepared} ${register.last}`
      if (content === undefined || refused.has(asked)) continue
      const answer = await mayStill(content.tables, register.entries)
      if (!answer.may) refused.add(asked)
      else
        kept += await asNational(database, async (transaction) => {
          const { rows } = await transaction.execute<{ kept: boolean }>(
            sql`select keep_beside(${number}::integer, ${prepared}, ${register.last}::integer) as kept`,
          )
          return rows[0]?.kept ? 1 : 0
        })
    }
    return kept
  }
}
