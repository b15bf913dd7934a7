import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import { isForce } from "@candour/routing/directory.ts"
import { whoReads } from "@candour/routing/who-reads.ts"
import type { Context } from "hono"
import { z } from "zod"
import { openLine } from "../find-force/find-form.ts"
import { FindPage } from "../find-force/find-page.tsx"
import type { Services } from "../services.ts"
import { showTellPage } from "../tell/page.tsx"
import { postedOf, singles } from "../tell/typed.tsx"
import { WhoReadsPage } from "./who-reads-page.tsx"

const force = z.string().refine(isForce)

/** What the page posts: the force found, and which team should read. */
const readerForm = z.object({
  line: openLine,
  found: z.enum(["found", "chosen"]).catch("chosen"),
  force: force.optional().catch(undefined),
  /** Forces of smaller namesakes, as they were shown. */
  others: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(z.object({ tenant: force, place: z.string().optional() })).max(20))
    .catch([]),
  reader: z
    .union([force, z.literal(NATIONAL_DESK)])
    .optional()
    .catch(undefined),
})

/** Takes who should read the report, and shows the page to tell it on. */
export const chooseReader = (services: Services) => async (c: Context) => {
  const posted = postedOf(await c.req.parseBody({ all: true }))
  const { line, found, force, others, reader } = readerForm.parse(singles(posted))
  if (reader === undefined) {
    if (force === undefined) return c.html(<FindPage line={line} posted={posted} />)
    const page = { line, posted, force, others, found, keys: services.keys }
    return c.html(<WhoReadsPage {...page} problem />, 422)
  }
  const { tenant, reason } = whoReads({
    force: reader,
    found,
    prefersDesk: reader === NATIONAL_DESK,
    aboutStandardsUnit: false,
    aboutChiefOfficer: false,
  })
  return showTellPage(services, c, { line, routedTo: tenant, reason }, posted)
}
