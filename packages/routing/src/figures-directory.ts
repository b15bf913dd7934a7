import type { Language } from "@candour/domain/contact.ts"
import type { Day } from "@candour/domain/day.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { forceName, forces } from "./directory.ts"
import { lineForces, lineOf } from "./lines.ts"

/** What releases of figures need of the directory. */
export const figuresDirectory = {
  lineForces,
  forcesOn: (on: Day): Tenant[] => forces(on).map(({ id }) => id),
}

const NATIONAL_DESK_NAMES: Record<Language, string> = { en: "National desk", cy: "Y ddesg genedlaethol" }

/** What the public's figures call desks and lines, as a row of a table has them. */
export const figuresNames = {
  desk: (desk: Tenant, lang: Language): string =>
    desk === NATIONAL_DESK ? NATIONAL_DESK_NAMES[lang] : forceName(desk, lang),
  forceOfLine: (line: string): Tenant | undefined => lineOf(line)?.force,
}
