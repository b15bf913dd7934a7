import type { Tenant } from "@candour/domain/tenant.ts"
import { idOf } from "@candour/figures/catalogue.ts"
import { cellsOf, MONTH_COLUMNS, type OwnFigures } from "./own-figures.ts"

const COLUMNS = ["desk", "as_at", "known", "month", ...MONTH_COLUMNS.map(idOf)].join(",")

/**
 * A desk's figures as a table for a spreadsheet (RFC 4180): a row for each month, and `all` last. Of a month,
 * `not_yet_decided` is how many there were at its end.
 */
export function csvOf(tenant: Tenant, { asAt, known, whole, months }: OwnFigures): string {
  const row = (month: string, cells: readonly number[]) => [tenant, asAt, known, month, ...cells].join(",")
  const rows = [...months.map((each) => row(each.month.slice(0, 7), cellsOf(each))), row("all", cellsOf(whole))]
  return [COLUMNS, ...rows, ""].join("\r\n")
}
