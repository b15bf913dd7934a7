import { FileQuarantined, NotOpened } from "@candour/database/errors.ts"
import { readFilePiece } from "@candour/database/sealed-files.ts"
import { z } from "zod"
import { whyNot } from "../../decide/refusal.ts"
import { type Problem, sentId } from "../../json.ts"
import type { Services, StaffContext } from "../../services.ts"
import { en } from "./messages.ts"

const asked = z.object({
  report: sentId,
  file: sentId,
  number: z.coerce.number().int().min(0).max(1_000),
})

/** Hands out one sealed piece of a file, to whoever has opened its report within the last half hour. */
export const handOutPiece =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const { tenant, person } = c.get("who")
    const { id: report, file, number } = c.req.param() as Record<string, string>
    const read = asked.safeParse({ report, file, number }).data
    if (read === undefined) return c.notFound()
    try {
      const piece = await readFilePiece(database, tenant, { ...read, person })
      if (piece === undefined) return c.notFound()
      return c.body(new Uint8Array(piece), 200, { "content-type": "application/octet-stream" })
    } catch (error) {
      if (error instanceof NotOpened)
        return c.json({ problem: "not-opened", sentence: en.problem.openAgain } satisfies Problem, 409)
      if (error instanceof FileQuarantined)
        return c.json({ problem: "quarantined", sentence: en.problem.quarantined } satisfies Problem, 409)
      return whyNot(c, error)
    }
  }
