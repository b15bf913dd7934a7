import { asTenant } from "@candour/database/as.ts"
import { MayNotFollow } from "@candour/database/errors.ts"
import { staff } from "@candour/database/schema.ts"
import { inArray, sql } from "drizzle-orm"
import { reportOf } from "../json.ts"
import type { Services, StaffContext } from "../services.ts"

/** Who else has a report open, and the number of its last event. */
export interface Present {
  names: string[]
  lastNumber: number
}

/** Notes that somebody has the report open, and says who else has. No event: it says nothing that an opening doesn't. */
export const notePresence =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const { tenant, person } = c.get("who")
    const report = reportOf(c)
    if (report === undefined) return c.notFound()
    try {
      const present = await asTenant(database, tenant, async (transaction): Promise<Present> => {
        const { rows } = await transaction.execute<{ person: string | null; last_number: number }>(
          sql`select person, last_number from note_presence(${report}, ${person})`,
        )
        const others = rows.flatMap((row) => row.person ?? [])
        const found =
          others.length === 0
            ? []
            : await transaction.select({ name: staff.shownName }).from(staff).where(inArray(staff.id, others))
        return { names: found.map(({ name }) => name).toSorted(), lastNumber: rows[0]?.last_number ?? 0 }
      })
      return c.json(present)
    } catch (error) {
      if (error instanceof MayNotFollow) return c.notFound()
      throw error
    }
  }
