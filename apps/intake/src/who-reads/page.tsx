import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import { elsewhereBody, isForce } from "@candour/routing/directory.ts"
import { whoReads } from "@candour/routing/who-reads.ts"
import type { Context } from "hono"
import { z } from "zod"
import { foundHow, openLine } from "../find-force/find-form.ts"
import { toldForces } from "../find-force/told-forces.ts"
import { postedForm, singles } from "../posted-form.ts"
import type { Services } from "../services.ts"
import { showTellPage } from "../tell/page.tsx"
import { candidatesFor } from "../tell/report-form.ts"
import { showReaders } from "./show-readers.tsx"

const force = z.string().refine(isForce)

/** What the page posts beside the forces found, `force` and each `with`: which team should read, or who to take `off`. */
const readerForm = z.object({
  line: openLine,
  found: foundHow.catch("chosen"),
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
  off: z.string().optional(),
  answer: z.literal("language").optional().catch(undefined),
  area: force.optional().catch(undefined),
})

/** Takes who should read the report, and shows the page to tell it on. */
export const chooseReader = (services: Services) => async (c: Context) => {
  const posted = await postedForm(c)
  const { line, found, others, reader, off, answer, area } = readerForm.parse(singles(posted))
  const told = toldForces([posted.force?.[0], ...(posted.with ?? [])])
  const about = posted.about ?? []
  const step = { line, posted }
  if (off !== undefined) {
    return showReaders(services, c, step, { forces: told.filter((tenant) => tenant !== off), found, about })
  }
  const shown = {
    forces: told,
    others,
    elsewhere: (posted.elsewhere ?? []).flatMap((id) => elsewhereBody(id) ?? []),
    found,
    reader,
    about,
    area,
  }
  if (answer === "language") return showReaders(services, c, step, shown)
  const aboutThem = {
    aboutStandardsUnit: about.includes("standards-unit"),
    aboutChiefOfficer: about.includes("chief-officer"),
  }
  if (reader === undefined && !aboutThem.aboutStandardsUnit && !aboutThem.aboutChiefOfficer) {
    return showReaders(services, c, step, shown, true)
  }
  const { tenant, reason } = whoReads({
    force: reader ?? told[0],
    found,
    prefersDesk: reader === NATIONAL_DESK,
    ...aboutThem,
  })
  const further = tenant === told[0] ? told.slice(1) : []
  // Whoever chose the desk isn't asked why, and which force it was about is their own to say.
  const candidates = reason === "reporter-chose-desk" ? undefined : candidatesFor(tenant, told)
  return showTellPage(services, c, { line, routedTo: tenant, reason, further, candidates, area }, posted)
}
