import type { Connection } from "@candour/database/connect.ts"
import { title } from "@candour/database/schema.ts"
import { setTitle } from "@candour/database/titles.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { eq } from "drizzle-orm"
import { z } from "zod"
import { isSealed } from "../decide/is-sealed.ts"
import { whyNot } from "../decide/refusal.ts"
import { postedJson, reportOf, sentBytes, unreadable } from "../json.ts"
import type { Services, StaffContext } from "../services.ts"

/** Bytes of a sealed title: all have one size, whatever they say. */
export const TITLE_BYTES = 2_048

/** A title as its report's page gets it: of the inbox key of a generation, or, without one, of the report's own key. */
export interface ReportTitle {
  sealed?: string
  generation?: number | undefined
}

/** The sealed title of a report, for whoever is given the report itself. */
export async function titleOf(transaction: Connection, report: string): Promise<ReportTitle> {
  const [row] = await transaction
    .select({ sealed: title.sealed, generation: title.generation })
    .from(title)
    .where(eq(title.report, report))
  return row === undefined ? {} : { sealed: toBase64url(row.sealed), generation: row.generation ?? undefined }
}

const titleForm = z.strictObject({
  sealed: sentBytes(TITLE_BYTES).refine(isSealed).optional(),
  generation: z.int().min(1).optional(),
})

/** Takes a title that a browser sealed; without one the report has none any more. */
export const keepTitle =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const { tenant, person } = c.get("who")
    const report = reportOf(c)
    const asked = await postedJson(c, titleForm)
    if (asked === undefined || report === undefined) return unreadable(c)
    try {
      await setTitle(database, tenant, { report, by: person, ...asked })
      return c.json({ kept: true })
    } catch (error) {
      return whyNot(c, error)
    }
  }
