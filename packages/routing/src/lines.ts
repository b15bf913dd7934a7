import { type Line, lineId } from "@candour/domain/contact.ts"
import { day } from "@candour/domain/day.ts"
import { type Tenant, tenantId } from "@candour/domain/tenant.ts"
import { z } from "zod"

/** A door that contacts come by (design §2). */
const line = z.object({
  id: lineId,
  /** First day on which it took contacts. */
  opened: day,
  /** Whose door it is; left out: everybody's. */
  force: tenantId.optional(),
})
export type OpenLine = z.infer<typeof line>

/** Every line there is, first opened first. Source: design §2. */
export const lines: readonly OpenLine[] = z.array(line).parse([
  { id: "metropolitan", opened: "2022-11-29", force: "metropolitan" },
  { id: "national", opened: "2024-03-14" },
])

/** The line of this id; undefined if there is none. */
export const lineOf = (id: Line): OpenLine | undefined => lines.find((line) => line.id === id)

/** The force whose own line each line is; a line of nobody's isn't named. */
export const lineForces: Readonly<Record<Line, Tenant>> = Object.fromEntries(
  lines.flatMap((line) => (line.force === undefined ? [] : [[line.id, line.force]])),
)
