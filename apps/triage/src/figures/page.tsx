import { asTenant } from "@candour/database/as.ts"
import { MayNotFollow } from "@candour/database/errors.ts"
import { channel } from "@candour/domain/contact.ts"
import { dayOf } from "@candour/domain/day.ts"
import { csvOf, definitionsInFull } from "@candour/figures/answer.ts"
import { RangeFields } from "@candour/figures/range-fields.tsx"
import { requestsAbout } from "@candour/figures/requests/carried.ts"
import type { SignedIn } from "@candour/identity/sessions.ts"
import { lines } from "@candour/routing/lines.ts"
import { Button } from "@candour/web/components/button.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { Select } from "@candour/web/components/select.tsx"
import { formatDay } from "@candour/web/language.ts"
import { sql } from "drizzle-orm"
import { HTTPException } from "hono/http-exception"
import type { FC } from "hono/jsx"
import { z } from "zod"
import { sentId } from "../json.ts"
import type { Services, StaffContext } from "../services.ts"
import { DeskPage, deskName } from "../shell.tsx"
import { askedOf, type OwnScope, type TypedScope, typedScope } from "./asked.ts"
import { ByCategory, ByGroup, ByMonth, lineName, Whole } from "./breakdowns.tsx"
import { en } from "./messages.ts"
import { type OwnFigures, ownFigures } from "./own-figures.ts"

/** What a desk's reports are in figures, as at a day: counts alone, and nothing of a report. */
export const showFigures =
  ({ database, clock }: Services) =>
  async (c: StaffContext) => {
    const who = c.get("who")
    const typed = typedScope(c.req.query())
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
    const figures = await ownFigures(database, who.tenant, asked.scope)
    return c.html(<FiguresPage who={who} typed={typed} figures={figures} />)
  }

/** Gives the same as a file, or says what to put right about the address (422). */
const give =
  ({ database, clock }: Services, form: (c: StaffContext, answer: OwnFigures["answer"]) => Response) =>
  async (c: StaffContext) => {
    const asked = askedOf(typedScope(c.req.query()), dayOf(clock.now()))
    if (asked.problems !== undefined) throw new HTTPException(422)
    return form(c, (await ownFigures(database, c.get("who").tenant, asked.scope)).answer)
  }

/** Every count, for a spreadsheet. */
export const giveCsv = (services: Services) =>
  give(services, (c, answer) =>
    c.body(csvOf(answer), 200, {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="candour-${answer.force}-${answer.asAt}-known-${answer.known}.csv"`,
    }),
  )

/** Every count for a program, with every definition. */
export const giveJson = (services: Services) =>
  give(services, (c, answer) => c.json({ ...answer, definitions: definitionsInFull() }))

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

const AskForm: FC<{ typed: TypedScope; errors: Readonly<Record<string, string>> }> = ({ typed, errors }) => (
  <form method="get" action="/figures" class="candour-not-printed">
    <RangeFields typed={typed} errors={errors} />
    <Select
      name="line"
      label={en.form.line}
      value={typed.line}
      error={errors.line}
      options={[{ value: "", label: en.form.allLines }, ...lines.map(({ id }) => ({ value: id, label: lineName(id) }))]}
    />
    <Button>{en.form.show}</Button>
  </form>
)

/** The address of a file of what is shown: it means the same whenever it is asked for. */
const fileAddress = (file: "csv" | "json", { asAt, known, from, to, line }: OwnScope): string =>
  `/figures.${file}?${new URLSearchParams({ "as-at": asAt, known, ...(from && { from }), ...(to && { to }), ...(line && { line }) })}`

/** What is counted beside the day, in words: of which days, and by which line. */
const scopeInWords = ({ from, to, line, asAt }: OwnScope): string =>
  [
    ...(from === undefined && to === undefined
      ? []
      : [en.between(from && formatDay(from, "en"), formatDay(to ?? asAt, "en"))]),
    ...(line === undefined ? [] : [en.byOneLine(lineName(line))]),
  ].join(" ")

const FiguresPage: FC<{ who: SignedIn; typed: TypedScope; figures: OwnFigures }> = ({ who, typed, figures }) => {
  const { scope, tables, whole, answer } = figures
  const link = (href: string, words: string) => (
    <li>
      <a class="govuk-link" href={href}>
        {words}
      </a>
    </li>
  )
  return (
    <DeskPage who={who} title={en.title} current="figures">
      <h1 class="govuk-heading-l">{en.title}</h1>
      <AskForm typed={typed} errors={{}} />
      <p class="govuk-body-l">
        <strong>{en.asAt(formatDay(scope.asAt, "en"), scope.known)}</strong> {en.scope(deskName(who.tenant))}{" "}
        {scopeInWords(scope)}
      </p>
      <p class="govuk-body">{en.exact}</p>
      <Whole whole={whole} />
      <ByMonth {...figures} />
      <ByGroup by="line" ids={lines.map(({ id }) => id)} whole={whole} found={tables.by.line} />
      <ByGroup by="channel" ids={channel.options} whole={whole} found={tables.by.channel} />
      <ByCategory contacts={tables.contactsByCategory} />
      <ul class="govuk-list candour-not-printed">
        {link(fileAddress("csv", scope), en.csv)}
        {link(fileAddress("json", scope), en.json)}
        {link("/figures/statement", en.statement.link)}
        {link(requestsAbout(scope), en.request)}
      </ul>
      <p class="govuk-hint candour-not-printed">
        {en.digest} <span class="candour-digest">{answer.digest}</span>
      </p>
      <p class="govuk-hint candour-not-printed">{en.print}</p>
    </DeskPage>
  )
}
