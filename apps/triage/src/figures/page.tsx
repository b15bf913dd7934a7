import { asTenant } from "@candour/database/as.ts"
import { MayNotFollow } from "@candour/database/errors.ts"
import { dayOf } from "@candour/domain/day.ts"
import { type TypedAsAt, typedAsAt } from "@candour/figures/as-at-form.ts"
import { PEOPLE_FIGURES } from "@candour/figures/catalogue.ts"
import { wordsOf } from "@candour/figures/definitions.ts"
import type { SignedIn } from "@candour/identity/sessions.ts"
import { Button } from "@candour/web/components/button.tsx"
import { DateInput } from "@candour/web/components/date-input.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { Radios } from "@candour/web/components/radios.tsx"
import { type Column, Table } from "@candour/web/components/table.tsx"
import { formatCount } from "@candour/web/format-count.ts"
import { formatDay, formatMonth } from "@candour/web/language.ts"
import { sql } from "drizzle-orm"
import { HTTPException } from "hono/http-exception"
import type { FC } from "hono/jsx"
import { z } from "zod"
import { sentId } from "../json.ts"
import type { Services, StaffContext } from "../services.ts"
import { DeskPage, deskName } from "../shell.tsx"
import { askedOf } from "./asked.ts"
import { csvOf } from "./csv.ts"
import { en } from "./messages.ts"
import { cellsOf, DESK_FIGURES, MONTH_COLUMNS, type OwnFigures, ownFigures } from "./own-figures.ts"

/** What a desk's reports are in figures, as at a day: counts alone, and nothing of a report. */
export const showFigures =
  ({ database, clock }: Services) =>
  async (c: StaffContext) => {
    const who = c.get("who")
    const typed = typedAsAt(c.req.query())
    const asked = askedOf(typed, dayOf(clock.now()))
    if (asked.problems !== undefined) {
      const errors = Object.fromEntries(Object.entries(asked.problems).map(([field, key]) => [field, en.problem[key]]))
      return c.html(
        <DeskPage who={who} title={en.title} current="figures" problem>
          <ErrorSummary errors={errors} />
          <h1 class="govuk-heading-l">{en.title}</h1>
          <AskForm typed={typed} errors={errors} />
        </DeskPage>,
        422,
      )
    }
    const figures = await ownFigures(database, who.tenant, asked)
    return c.html(<FiguresPage who={who} typed={typed} figures={figures} />)
  }

/** The same by month, for a spreadsheet. */
export const giveCsv =
  ({ database, clock }: Services) =>
  async (c: StaffContext) => {
    const { tenant } = c.get("who")
    const asked = askedOf(typedAsAt(c.req.query()), dayOf(clock.now()))
    if (asked.problems !== undefined) throw new HTTPException(422)
    const figures = await ownFigures(database, tenant, asked)
    return c.body(csvOf(tenant, figures), 200, {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="candour-${tenant}-${figures.asAt}.csv"`,
    })
  }

const mayForm = z.object({ may: z.enum(["yes", "no"]) })

/** Lets a colleague read the figures, or no longer: a lead's to say. */
export const letReadFigures =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const { tenant, person: lead } = c.get("who")
    const person = sentId.safeParse(c.req.param("person")).data
    const asked = mayForm.safeParse(await c.req.parseBody()).data
    if (person === undefined || asked === undefined) throw new HTTPException(400)
    try {
      await asTenant(database, tenant, (transaction) =>
        transaction.execute(sql`select let_read_figures(${lead}, ${person}, ${asked.may === "yes"})`),
      )
    } catch (error) {
      if (error instanceof MayNotFollow) throw new HTTPException(403)
      throw error
    }
    return c.redirect("/people", 303)
  }

const AskForm: FC<{ typed: TypedAsAt; errors: Readonly<Record<string, string>> }> = ({ typed, errors }) => (
  <form method="get" action="/figures" class="candour-not-printed">
    <DateInput
      name="asAt"
      legend={en.form.asAt}
      size="s"
      hint={en.form.asAtHint}
      value={typed.asAt}
      error={errors.asAt}
    />
    <Radios
      name="known"
      legend={en.form.known}
      size="s"
      small
      value={typed.known}
      error={errors.known}
      choices={en.form.knownChoices}
    />
    <Button>{en.form.show}</Button>
  </form>
)

/** The address of the download for what is shown. */
const csvAddress = ({ asAt, known }: OwnFigures): string => {
  const [year = "", month = "", day = ""] = asAt.split("-")
  return `/figures.csv?${new URLSearchParams({ "asAt-day": day, "asAt-month": month, "asAt-year": year, known })}`
}

const FiguresPage: FC<{ who: SignedIn; typed: TypedAsAt; figures: OwnFigures }> = ({ who, typed, figures }) => (
  <DeskPage who={who} title={en.title} current="figures">
    <h1 class="govuk-heading-l">{en.title}</h1>
    <AskForm typed={typed} errors={{}} />
    <p class="govuk-body-l">
      <strong>{en.asAt(formatDay(figures.asAt, "en"), figures.known)}</strong> {en.scope(deskName(who.tenant))}
    </p>
    <p class="govuk-body">{en.exact}</p>
    <Whole {...figures} />
    <ByMonth {...figures} />
    <p class="govuk-body candour-not-printed">
      <a class="govuk-link" href={csvAddress(figures)} download>
        {en.download}
      </a>
    </p>
    <p class="govuk-body candour-not-printed">
      <a class="govuk-link" href="/figures/statement">
        {en.statement.link}
      </a>
    </p>
    <p class="govuk-body candour-not-printed">
      <a class="govuk-link" href="/requests">
        {en.request}
      </a>
    </p>
    <p class="govuk-hint candour-not-printed">{en.print}</p>
  </DeskPage>
)

/** Each figure with what it means; the four of people add up to the last. */
const Whole: FC<OwnFigures> = ({ whole }) => (
  <>
    <Table
      blocks
      caption={en.whole}
      rowHeaders
      columns={[{ title: en.columns.figure }, { title: en.columns.count, numeric: true }, { title: en.columns.means }]}
      rows={DESK_FIGURES.map((name) => {
        const words = wordsOf(name)
        return [words.name, formatCount(whole[name]), `${words.means} ${words.leavesOut}`]
      })}
    />
    <p class="govuk-body">
      {en.sum(PEOPLE_FIGURES.map((name) => formatCount(whole[name])).join(" + "), formatCount(whole.peopleConcerned))}
    </p>
  </>
)

const numeric = (...titles: string[]): Column[] => titles.map((title) => ({ title, numeric: true }))

const ByMonth: FC<OwnFigures> = ({ whole, months }) => (
  <>
    <Table
      blocks
      caption={en.byMonth}
      rowHeaders
      columns={[
        { title: en.columns.month },
        ...numeric(
          ...MONTH_COLUMNS.map((name) =>
            name === "notYetDecided" ? en.columns.notYetDecidedAtEnd : wordsOf(name).name,
          ),
        ),
      ]}
      rows={[
        ...months.map((each) => [formatMonth(each.month, "en"), ...cellsOf(each).map(formatCount)]),
        [en.all, ...cellsOf(whole).map(formatCount)],
      ]}
    />
    <p class="govuk-hint">{en.note}</p>
  </>
)
