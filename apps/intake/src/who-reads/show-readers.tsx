import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import type { ElsewhereBody } from "@candour/routing/directory.ts"
import type { Candidate } from "@candour/routing/route.ts"
import type { Context } from "hono"
import { asOf } from "../find-force/as-of.ts"
import { FindPage, type StepProps } from "../find-force/find-page.tsx"
import { toldForces } from "../find-force/told-forces.ts"
import { languageOf } from "../language.ts"
import type { Services } from "../services.ts"
import { WhoReadsPage } from "./who-reads-page.tsx"

/** What a step of finding the force has found. */
export interface Found {
  forces: readonly Tenant[]
  found: "found" | "chosen"
  /** Forces of smaller namesakes of the only force, likeliest first. */
  others?: readonly Candidate[]
  /** Bodies named beside them, which we can't send a report to. */
  elsewhere?: readonly ElsewhereBody[]
  /** What was chosen and ticked on the page before, where it is shown again. */
  reader?: Tenant | undefined
  about?: readonly string[]
  /** Of the first force, where others went into it: the one of them that what was typed led to before. */
  area?: Tenant | undefined
}

/** Asks who should read the report, of the forces found `soFar` and now; asks for a force where there is none. */
export async function showReaders(
  services: Services,
  c: Context,
  { soFar = [], firstFound, ...step }: StepProps,
  { forces, found, ...more }: Found,
  problem = false,
) {
  const { keys } = services
  const told = toldForces([...soFar, ...forces])
  if (told[0] === undefined || told[0] === NATIONAL_DESK) return c.html(<FindPage {...step} {...asOf(services, c)} />)
  await Promise.all(told.map((tenant) => keys.lookFor(tenant)))
  const page = { ...step, ...more, lang: languageOf(c), forces: told, found: firstFound ?? found, keys, problem }
  return c.html(<WhoReadsPage {...page} />, problem ? 422 : 200)
}
