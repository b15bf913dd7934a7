import { createHash } from "node:crypto"
import { asTenant } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import { addDays, addMonths, type Day, day, firstOfMonth } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { answerOf, csvOf } from "@candour/figures/answer.ts"
import { type Figures, figureTables, NO_FIGURES } from "@candour/figures/figures.ts"
import { monthsOf } from "@candour/figures/months.ts"
import { lineForces, lines } from "@candour/routing/lines.ts"

/**
 * A desk's figures of one month as they were known when it ended: whatever is recorded later, it says the same for ever,
 * and has the same digest.
 */
export interface Statement {
  /** The first day of the month. */
  month: Day
  /** Its last day. */
  asAt: Day
  /** What happened in it; of people, who wasn't decided at its end, and with them all. */
  inMonth: Omit<Figures, "asAt">
  upToEnd: Figures
  /** All of it as the file that a force keeps, a table for a spreadsheet. */
  file: string
  /** The file's SHA-256, as any program gives it. */
  digest: string
}

/** The months that have a statement, the last first: those that have ended since the first line opened, each by its first day. */
export function statementMonths(today: Day): Day[] {
  const [first] = lines
  const months: Day[] = []
  for (let month = firstOfMonth(first?.opened ?? today); endOf(month) < today; month = addMonths(month, 1))
    months.unshift(month)
  return months
}

const endOf = (month: Day): Day => addDays(addMonths(month, 1), -1)

/** The month that `typed` names, such as `2026-10`; undefined where it has no statement. */
export function monthAsked(typed: string, today: Day): Day | undefined {
  const month = day.safeParse(`${typed}-01`).data
  return month !== undefined && statementMonths(today).includes(month) ? month : undefined
}

/** The statement of `month` by its desk's own login. */
export async function statementOf(database: Database, tenant: Tenant, month: Day): Promise<Statement> {
  const scope = { asAt: endOf(month), known: "then", force: tenant } as const
  const tables = await asTenant(database, tenant, (transaction) => figureTables(transaction, scope, lineForces))
  const file = csvOf(answerOf(scope, tables))
  return {
    month,
    asAt: scope.asAt,
    inMonth: monthsOf(tables.by.month, month, scope.asAt).find((each) => each.month === month) ?? NO_FIGURES,
    upToEnd: tables.knownThen,
    file,
    digest: createHash("sha256").update(file).digest("hex"),
  }
}
