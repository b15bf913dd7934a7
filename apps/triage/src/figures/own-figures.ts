import { asTenant } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { type FigureName, figureNames, PEOPLE_FIGURES } from "@candour/figures/catalogue.ts"
import { type Figures, figureTables, type Known } from "@candour/figures/figures.ts"
import { type Month, monthsOf } from "@candour/figures/months.ts"
import { lineForces } from "@candour/routing/lines.ts"

/** A desk's figures as at a day, and by month: the months' rows add up to the whole, but for who isn't decided yet. */
export interface OwnFigures {
  asAt: Day
  known: Known
  whole: Figures
  months: Month[]
}

/** The desk's own figures, from the rows of the cube that its login may read. */
export async function ownFigures(
  database: Database,
  tenant: Tenant,
  { asAt, known }: { asAt: Day; known: Known },
): Promise<OwnFigures> {
  const scope = { asAt, known, force: tenant }
  const tables = await asTenant(database, tenant, (transaction) => figureTables(transaction, scope, lineForces))
  const [first] = tables.by.month
  return {
    asAt,
    known,
    whole: known === "then" ? tables.knownThen : tables.knownNow,
    months: first === undefined ? [] : monthsOf(tables.by.month, first.group as Day, asAt),
  }
}

/** Where a contact came from, and whether it was for us, are figures of the whole hotline. */
const OF_THE_HOTLINE: readonly FigureName[] = ["otherForces", "notForUs"]

/** Every figure that a desk has of its own, in the order of the catalogue. */
export const DESK_FIGURES = figureNames.filter((name) => !OF_THE_HOTLINE.includes(name))

/** The figures of one month, or of all, in the order of the table's columns. */
export const MONTH_COLUMNS = [
  "contacts",
  "reports",
  "intelligenceReports",
  "furtherInvestigation",
  "peopleConcerned",
  ...PEOPLE_FIGURES,
] as const satisfies FigureName[]

/** A row of the table by month. */
export const cellsOf = (figures: Omit<Figures, "asAt">): number[] => MONTH_COLUMNS.map((name) => figures[name])
