import { asTenant } from "@candour/database/as.ts"
import { MayNotFollow } from "@candour/database/errors.ts"
import { dayOf } from "@candour/domain/day.ts"
import { type TypedAsAt, typedAsAt } from "@candour/figures/as-at-form.ts"
import { en as definitions } from "@candour/figures/definitions.ts"
import { peopleConcerned } from "@candour/figures/figures.ts"
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
import { cellsOf, type OwnFigures, ownFigures } from "./own-figures.ts"

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
    <p class="govuk-hint candour-not-printed">{en.print}</p>
  </DeskPage>
)

const CONTACTS = ["contacts", "intelligenceReports", "abuseAndDiscrimination", "furtherInvestigation"] as const
const OUTCOMES = ["proven", "notProven", "notDetermined", "notYetDecided"] as const

/** Each figure with what it means; the four of people add up to the last. */
const Whole: FC<OwnFigures> = ({ whole }) => {
  const all = formatCount(peopleConcerned(whole))
  return (
    <>
      <Table
        blocks
        caption={en.whole}
        rowHeaders
        columns={[
          { title: en.columns.figure },
          { title: en.columns.count, numeric: true },
          { title: en.columns.means },
        ]}
        rows={[
          ...CONTACTS.map((key) => [
            definitions.contacts[key].name,
            formatCount(whole[key]),
            definitions.contacts[key].means,
          ]),
          ...OUTCOMES.map((key) => [
            definitions.people[key].name,
            formatCount(whole.outcomes[key]),
            definitions.people[key].means,
          ]),
          [definitions.allPeople.name, all, definitions.allPeople.means],
        ]}
      />
      <p class="govuk-body">{en.sum(OUTCOMES.map((key) => formatCount(whole.outcomes[key])).join(" + "), all)}</p>
    </>
  )
}

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
          en.columns.contacts,
          en.columns.intelligenceReports,
          en.columns.furtherInvestigation,
          en.columns.people,
          en.columns.proven,
          en.columns.notProven,
          en.columns.notDetermined,
          en.columns.notYetDecided,
        ),
      ]}
      rows={[
        ...months.map((each) => [formatMonth(each.month, "en"), ...cellsOf(each, each.people).map(formatCount)]),
        [en.all, ...cellsOf(whole).map(formatCount)],
      ]}
    />
    <p class="govuk-hint">{en.note}</p>
  </>
)
