import { asNational } from "@candour/database/as.ts"
import { type Day, dayOf } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { answerOf } from "@candour/figures/answer.ts"
import { type FigureTables, figureTables, type Scope } from "@candour/figures/figures.ts"
import { requestsAbout } from "@candour/figures/requests/carried.ts"
import { stoppedDesks } from "@candour/figures/stopped-desks.ts"
import { type Force, forceName } from "@candour/routing/directory.ts"
import { lineForces } from "@candour/routing/lines.ts"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { InsetText } from "@candour/web/components/text.tsx"
import { formatDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { deskName } from "../desk-name.ts"
import type { Services, StaffContext } from "../services.ts"
import { NationalPage, type NationalPageProps } from "../shell.tsx"
import { Breakdowns } from "./breakdowns.tsx"
import { addressOf } from "./files.ts"
import { Funnel } from "./funnel.tsx"
import { ContactFigures, PeopleFigures } from "./headline-figures.tsx"
import { lineName, openingOf } from "./lines.ts"
import { en } from "./messages.ts"
import { WhatChanged } from "./revision.tsx"
import { ScopeForm } from "./scope-fields.tsx"
import { askedScope, type BoundedScope, sentencesOf, type TypedScope, typedScope } from "./scope-form.ts"

/** Shows the figures of the scope in the address, or what to put right about it (422) with all that was typed. */
export const showFigures =
  ({ database, clock, forces }: Services) =>
  async (c: StaffContext) => {
    const today = dayOf(clock.now())
    const typed = typedScope(c.req.query())
    const asked = askedScope(typed, today, forces)
    const shell = { who: c.get("who"), current: "figures", title: en.title } as const
    if (asked.scope === undefined) {
      const errors = sentencesOf(asked.problems)
      return c.html(<ProblemPage shell={shell} typed={typed} errors={errors} today={today} forces={forces} />, 422)
    }
    const { scope } = asked
    const found = await asNational(database, async (transaction) => ({
      tables: await figureTables(transaction, scope, lineForces),
      stopped: await stoppedDesks(transaction, scope.asAt),
    }))
    return c.html(<FiguresPage shell={shell} typed={typed} scope={scope} {...found} forces={forces} />)
  }

type Shell = Pick<NationalPageProps, "who" | "current" | "title">

const ProblemPage: FC<{
  shell: Shell
  typed: TypedScope
  errors: Readonly<Record<string, string>>
  today: Day
  forces: readonly Force[]
}> = ({ shell, typed, errors, today, forces }) => (
  <NationalPage {...shell} problem>
    <ErrorSummary errors={errors} />
    <h1 class="govuk-heading-xl">{en.title}</h1>
    <ScopeForm typed={typed} errors={errors} on={today} forces={forces} />
  </NationalPage>
)

const FiguresPage: FC<{
  shell: Shell
  typed: TypedScope
  scope: BoundedScope
  tables: FigureTables
  stopped: ReadonlyMap<Tenant, Day>
  forces: readonly Force[]
}> = (props) => {
  const { shell, scope, tables, stopped, forces } = props
  const asAt = en.asAt(formatDay(scope.asAt, "en"), scope.known)
  const [year, month, day] = scope.asAt.split("-").map(Number).map(String)
  const typed = { ...props.typed, asAt: { day, month, year } as TypedScope["asAt"] }
  const figures = scope.known === "then" ? tables.knownThen : tables.knownNow
  const opening = openingOf(scope.line)
  return (
    <NationalPage {...shell} title={`${en.title}: ${asAt}`}>
      <h1 class="govuk-heading-xl">{en.title}</h1>
      <ScopeForm typed={typed} errors={{}} on={scope.boundaries.on} forces={forces} />
      <p class="govuk-body-l candour-as-at">
        <strong>{asAt}</strong> {scopeInWords(scope)}
        {scope.boundaries.on !== scope.asAt && ` ${en.scope.boundaries(formatDay(scope.boundaries.on, "en"))}`}
      </p>
      <p class="govuk-body">{en.exact}</p>
      {[...stopped]
        .filter(([desk]) => scope.force === undefined || desk === scope.force)
        .map(([desk, since]) => (
          <InsetText>{en.stoppedDesk(deskName(desk), formatDay(since, "en"))}</InsetText>
        ))}
      {opening && scope.asAt < opening.opened && (
        <InsetText>
          {en.notOpen[scope.line === undefined ? "hotline" : "line"](formatDay(opening.opened, "en"))}
        </InsetText>
      )}
      <nav class="candour-on-this-page" aria-label={en.onThisPage}>
        <ul class="govuk-list">
          {sectionsOf(scope).map(({ id, heading }) => (
            <li>
              <a class="govuk-link" href={`#${id}`}>
                {heading}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ContactFigures figures={figures} />
      <PeopleFigures figures={figures} />
      <Funnel figures={figures} />
      <WhatChanged tables={tables} />
      <Breakdowns scope={scope} figures={figures} tables={tables} stopped={stopped} forces={forces} />
      <section class="candour-not-printed">
        <h2 class="govuk-heading-l" id="files">
          {en.files.heading}
        </h2>
        <p class="govuk-body candour-prose">
          {en.files.note} <span class="candour-digest">{answerOf(scope, tables).digest}</span>
        </p>
        <ul class="govuk-list">
          <li>
            <a class="govuk-link" href={addressOf("csv", scope)} download>
              {en.files.csv}
            </a>
          </li>
          <li>
            <a class="govuk-link" href={addressOf("json", scope)}>
              {en.files.json}
            </a>
          </li>
          <li>
            <a class="govuk-link" href="/figures.csv-metadata.json">
              {en.files.metadata}
            </a>
          </li>
          <li>
            <a class="govuk-link" href={requestsAbout(scope)}>
              {en.files.request}
            </a>
          </li>
        </ul>
      </section>
    </NationalPage>
  )
}

/** Which contacts the figures are over, in a sentence. */
function scopeInWords({ asAt, from, to, line, force }: Scope): string {
  const by = line === undefined ? en.scope.allLines : lineName(line)
  const between =
    from === undefined && to === undefined
      ? ""
      : en.scope.between(from && formatDay(from, "en"), formatDay(to ?? asAt, "en"))
  return `${between}${by}; ${force === undefined ? en.scope.allForces : en.scope.force(forceName(force, "en"))}.`
}

/** The sections of the page; a table with a single row, of the line or force chosen, would say nothing new. */
const sectionsOf = ({ line, force }: Scope) => [
  { id: "contacts", heading: en.contacts.heading },
  { id: "people", heading: en.people.heading },
  { id: "funnel", heading: en.funnel.heading },
  { id: "changed", heading: en.changed.heading },
  { id: "adding", heading: en.adding.heading },
  { id: "by-month", heading: en.byMonth.heading },
  ...(force === undefined ? [{ id: "by-force", heading: en.byForce.heading }] : []),
  ...(line === undefined ? [{ id: "by-line", heading: en.byLine.heading }] : []),
  { id: "by-category", heading: en.byCategory.heading },
  { id: "by-reason", heading: en.byReason.heading },
  { id: "by-channel", heading: en.byChannel.heading },
  { id: "files", heading: en.files.heading },
]
