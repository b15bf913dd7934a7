import { asNational } from "@candour/database/as.ts"
import { dayOf } from "@candour/domain/day.ts"
import { type Answer, answerOf, CSV_COLUMNS, csvOf, definitionsInFull } from "@candour/figures/answer.ts"
import { figureTables, type Scope } from "@candour/figures/figures.ts"
import { lineForces } from "@candour/routing/lines.ts"
import type { Services, StaffContext } from "../services.ts"
import { en } from "./messages.ts"
import { askedScope, sentencesOf, typedScope } from "./scope-form.ts"

/** The address of the file of `scope`: it means the same whenever it is asked for. */
export function addressOf(file: "csv" | "json", { asAt, known, from, to, line, force }: Scope): string {
  const asked = new URLSearchParams({
    "as-at": asAt,
    known,
    ...(from && { from }),
    ...(to && { to }),
    ...(line && { line }),
    ...(force && { force }),
  })
  return `/figures.${file}?${asked}`
}

/** Gives the figures of the scope in the address as a file, or says what to put right about it (422). */
const give =
  ({ database, clock }: Services, form: (c: StaffContext, answer: Answer) => Response) =>
  async (c: StaffContext) => {
    const asked = askedScope(typedScope(c.req.query()), dayOf(clock.now()))
    if (asked.scope === undefined) return c.json({ problems: sentencesOf(asked.problems) }, 422)
    const { scope } = asked
    const tables = await asNational(database, (transaction) => figureTables(transaction, scope, lineForces))
    return form(c, answerOf(scope, tables))
  }

/** The figures as a table for a spreadsheet, described by {@link giveMetadata}. */
export const giveCsv = (services: Services) =>
  give(services, (c, answer) =>
    c.body(csvOf(answer), 200, {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="candour-figures-${answer.asAt}-known-${answer.known}.csv"`,
      link: '</figures.csv-metadata.json>; rel="describedby"; type="application/csvm+json"',
    }),
  )

/** The same for a program, with every definition. */
export const giveJson = (services: Services) =>
  give(services, (c, answer) => c.json({ ...answer, definitions: definitionsInFull() }))

const DATATYPES: Readonly<Record<string, string>> = { as_at: "date", from: "date", to: "date", count: "integer" }

/** What the columns of the table are (W3C CSV on the Web, metadata vocabulary). */
export const giveMetadata = (c: StaffContext) =>
  c.json({
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
    url: "figures.csv",
    "dc:title": en.title,
    tableSchema: {
      columns: Object.entries(CSV_COLUMNS).map(([name, description]) => ({
        name,
        titles: name,
        "dc:description": description,
        datatype: DATATYPES[name] ?? "string",
        required: name !== "from" && name !== "to",
      })),
      primaryKey: ["by", "group", "figure"],
    },
    "dc:description": definitionsInFull(),
  })
