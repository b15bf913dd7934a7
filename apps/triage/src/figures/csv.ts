import type { Tenant } from "@candour/domain/tenant.ts"
import { cellsOf, type OwnFigures } from "./own-figures.ts"

const COLUMNS =
  "desk,as_at,known,month,contacts,intelligence_reports,further_investigation,people_concerned,proven,not_proven,not_determined,not_yet_decided"

/**
 * A desk's figures as a table for a spreadsheet (RFC 4180): a row for each month, and `all` last. Of a month,
 * `not_yet_decided` is how many there were at its end.
 */
export function csvOf(tenant: Tenant, { asAt, known, whole, months }: OwnFigures): string {
  const row = (month: string, cells: readonly number[]) => [tenant, asAt, known, month, ...cells].join(",")
  const rows = [
    ...months.map((each) => row(each.month.slice(0, 7), cellsOf(each, each.people))),
    row("all", cellsOf(whole)),
  ]
  return [COLUMNS, ...rows, ""].join("\r\n")
}
