import { asTenant } from "@candour/database/as.ts"
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

/** Gives one's own draft at a report back, sealed as it was. */
export const giveDraft =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const { tenant, person } = c.get("who")
    const report = reportOf(c)
    if (report === undefined) return c.notFound()
    const { rows } = await asTenant(database, tenant, (transaction) =>
      transaction.execute<{ sealed: Buffer | null }>(sql`select read_draft(${report}, ${person}) as sealed`),
    )
    const sealed = rows[0]?.sealed
    return c.json({ sealed: sealed ? toBase64url(sealed) : undefined })
  }
