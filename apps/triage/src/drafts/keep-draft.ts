import { asTenant } from "@candour/database/as.ts"
import type { Connection } from "@candour/database/connect.ts"
import { MayNotFollow } from "@candour/database/errors.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { sql } from "drizzle-orm"
import { z } from "zod"
import { isSealed } from "../decide/is-sealed.ts"
import { postedJson, reportOf, sentBytes, unreadable } from "../json.ts"
import type { Services, StaffContext } from "../services.ts"

const draftForm = z.strictObject({
  /** Left out where nothing is typed any more. */
  sealed: sentBytes(1_048_576).refine(isSealed).optional(),
})

/** Keeps what somebody has typed on a report's page and not sent yet: sealed, theirs alone, and no event. */
export const keepDraft =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const { tenant, person } = c.get("who")
    const report = reportOf(c)
    const asked = await postedJson(c, draftForm)
    if (asked === undefined || report === undefined) return unreadable(c)
    try {
      await asTenant(database, tenant, (transaction) =>
        transaction.execute(sql`select keep_draft(${report}, ${person}, ${asked.sealed ?? null})`),
      )
      return c.json({ kept: true })
    } catch (error) {
      if (error instanceof MayNotFollow) return c.notFound()
      throw error
    }
  }

/** A person's own draft at a report, sealed as it was: nobody is given another's. */
export async function draftOf(transaction: Connection, report: string, person: string): Promise<string | undefined> {
  const { rows } = await transaction.execute<{ sealed: Buffer | null }>(
    sql`select read_draft(${report}, ${person}) as sealed`,
  )
  return rows[0]?.sealed ? toBase64url(rows[0].sealed) : undefined
}
