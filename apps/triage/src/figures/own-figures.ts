import { asTenant } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { type Answer, answerOf } from "@candour/figures/answer.ts"
import { type FigureName, figureNames } from "@candour/figures/catalogue.ts"
import { type Figures, type FigureTables, figureTables } from "@candour/figures/figures.ts"
import { type Month, monthsOf } from "@candour/figures/months.ts"
import { lineForces } from "@candour/routing/lines.ts"
import type { OwnScope } from "./asked.ts"

/** A desk's figures: the whole, and by month, whose rows add up to it but for who isn't decided yet. */
export interface OwnFigures {
  scope: OwnScope
  whole: Figures
  months: Month[]
  tables: FigureTables
  /** All of it, as its file has it. */
  answer: Answer
}

/** The desk's own figures, from the rows of the cube that its login may read. */
export async function ownFigures(database: Database, tenant: Tenant, asked: OwnScope): Promise<OwnFigures> {
  const scope = { ...asked, force: tenant }
  const tables = await asTenant(database, tenant, (transaction) => figureTables(transaction, scope, lineForces))
  const { asAt, known, from, to } = scope
  const [first] = tables.by.month
  return {
    scope: asked,
    whole: known === "then" ? tables.knownThen : tables.knownNow,
    months: first === undefined ? [] : monthsOf(tables.by.month, from ?? (first.group as Day), to ?? asAt),
    tables,
    answer: answerOf(scope, tables),
  }
}

/** Where a contact came from, and whether it was for us, are figures of the whole hotline. */
const OF_THE_HOTLINE: readonly FigureName[] = ["otherForces", "notForUs"]

/** Every figure that a desk has of its own, in the order of the catalogue. */
export const DESK_FIGURES = figureNames.filter((name) => !OF_THE_HOTLINE.includes(name))
