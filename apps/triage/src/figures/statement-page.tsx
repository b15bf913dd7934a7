import { type Day, dayOf } from "@candour/domain/day.ts"
import { catalogue } from "@candour/figures/catalogue.ts"
import { unitWords, wordsOf } from "@candour/figures/definitions.ts"
import type { SignedIn } from "@candour/identity/sessions.ts"
import { Button } from "@candour/web/components/button.tsx"
import { Select } from "@candour/web/components/select.tsx"
import { Table } from "@candour/web/components/table.tsx"
import { formatCount } from "@candour/web/format-count.ts"
import { formatDay, formatMonth } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import type { Services, StaffContext } from "../services.ts"
import { DeskPage, deskName } from "../shell.tsx"
import { en } from "./messages.ts"
import { DESK_FIGURES } from "./own-figures.ts"
import { monthAsked, type Statement, statementMonths, statementOf } from "./statement.ts"

const yearAndMonth = (month: Day) => month.slice(0, 7)

/** The statement of the month in the address; the last there is where none is named. */
const asked = async ({ database, clock }: Services, c: StaffContext) => {
  const today = dayOf(clock.now())
  const [last] = statementMonths(today)
  const typed = c.req.query("month")
  const month = typed === undefined ? last : monthAsked(typed, today)
  return month && statementOf(database, c.get("who").tenant, month)
}

/** A month's figures as they were known at its end, to print and to keep. */
export const showStatement = (services: Services) => async (c: StaffContext) => {
  const statement = await asked(services, c)
  if (statement === undefined) return c.notFound()
  const months = statementMonths(dayOf(services.clock.now()))
  return c.html(<StatementPage who={c.get("who")} statement={statement} months={months} />)
}

/** The same as a table for a spreadsheet, with every group that the figures are told apart by. */
export const giveStatement = (services: Services) => async (c: StaffContext) => {
  const statement = await asked(services, c)
  if (statement === undefined) return c.notFound()
  return c.body(statement.file, 200, {
    "content-type": "text/csv; charset=utf-8; header=present",
    "content-disposition": `attachment; filename="candour-${c.get("who").tenant}-statement-${yearAndMonth(statement.month)}.csv"`,
  })
}

const StatementPage: FC<{ who: SignedIn; statement: Statement; months: readonly Day[] }> = (props) => {
  const { who, statement, months } = props
  const { month, asAt, inMonth, upToEnd, digest } = statement
  const desk = deskName(who.tenant)
  const words = en.statement
  return (
    <DeskPage who={who} title={words.title(formatMonth(month, "en"))} current="figures">
      <h1 class="govuk-heading-l">{words.title(formatMonth(month, "en"))}</h1>
      <p class="govuk-body-l">
        <strong>{words.held(desk)}</strong> {en.asAt(formatDay(asAt, "en"), "then")} {en.scope(desk)}
      </p>
      <p class="govuk-body">{words.same}</p>
      <p class="govuk-body">{en.exact}</p>
      <Table
        blocks
        caption={words.table}
        captionSize="hidden"
        rowHeaders
        columns={[
          { title: en.columns.figure },
          { title: words.unit },
          { title: words.inMonth, numeric: true },
          { title: words.upToEnd, numeric: true },
          { title: en.columns.means },
        ]}
        rows={DESK_FIGURES.map((name) => {
          const { name: called, means, leavesOut } = wordsOf(name)
          return [
            called,
            unitWords.en[catalogue[name].unit],
            formatCount(inMonth[name]),
            formatCount(upToEnd[name]),
            `${means} ${leavesOut}`,
          ]
        })}
      />
      <p class="govuk-body">
        {words.digest} <span class="candour-digest">{digest}</span>
      </p>
      <form method="get" action="/figures/statement" class="candour-not-printed">
        <Select
          name="month"
          label={words.choose}
          value={yearAndMonth(month)}
          options={months.map((each) => ({ value: yearAndMonth(each), label: formatMonth(each, "en") }))}
        />
        <Button>{en.form.show}</Button>
      </form>
      <p class="govuk-body candour-not-printed">
        <a class="govuk-link" href={`/figures/statement.csv?month=${yearAndMonth(month)}`} download>
          {words.download}
        </a>
      </p>
      <p class="govuk-hint candour-not-printed">{en.print}</p>
    </DeskPage>
  )
}
