import { asNational } from "@candour/database/as.ts"
import { ReleaseRefused } from "@candour/database/errors.ts"
import { type Day, dayOf } from "@candour/domain/day.ts"
import type { Release, ReleaseState } from "@candour/figures/release/release.ts"
import { listReleases, planRelease, type Refusal } from "@candour/figures/release/releases.ts"
import { formatQuarter } from "@candour/figures/site/messages.ts"
import { Button } from "@candour/web/components/button.tsx"
import { DateInput } from "@candour/web/components/date-input.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { Select } from "@candour/web/components/select.tsx"
import { Table } from "@candour/web/components/table.tsx"
import { Tag } from "@candour/web/components/text.tsx"
import { Textarea } from "@candour/web/components/textarea.tsx"
import { formatShortDay } from "@candour/web/language.ts"
import type { Child, FC } from "hono/jsx"
import { SITE } from "../public-site/serve-site.ts"
import type { Services, StaffContext } from "../services.ts"
import { NationalPage, type NationalPageProps } from "../shell.tsx"
import { en } from "./messages.ts"
import { FIELD_OF, planOf, quartersToChoose, type TypedPlan, typedDay } from "./plan-form.ts"

/** Shows every release, planned or out, and the form that plans one. */
export const showReleases = (services: Services) => async (c: StaffContext) =>
  c.html(await releasesPage(services, c, {}, {}))

/** Plans a release, or says what to put right about it (422) with all that was typed. */
export const planOne = (services: Services) => async (c: StaffContext) => {
  const { database, clock } = services
  const typed = (await c.req.parseBody()) as TypedPlan
  const asked = planOf(typed, dayOf(clock.now()))
  if ("errors" in asked) return c.html(await releasesPage(services, c, typed, asked.errors), 422)
  try {
    const number = await asNational(database, (transaction) =>
      planRelease(transaction, asked.plan, c.get("who").person),
    )
    return c.redirect(`/releases/${number}`, 303)
  } catch (error) {
    if (!(error instanceof ReleaseRefused)) throw error
    const refusal = error.refusal as Refusal
    const errors = { [FIELD_OF[refusal] ?? "quarter"]: en.refused[refusal] }
    return c.html(await releasesPage(services, c, typed, errors), 422)
  }
}

async function releasesPage(
  { database, clock, site }: Services,
  c: StaffContext,
  typed: TypedPlan,
  errors: Readonly<Record<string, string>>,
) {
  const releases = await asNational(database, listReleases)
  return (
    <ReleasesPage
      who={c.get("who")}
      releases={releases}
      today={dayOf(clock.now())}
      typed={typed}
      errors={errors}
      hasSite={site !== undefined}
    />
  )
}

interface ReleasesPageProps extends Pick<NationalPageProps, "who"> {
  releases: readonly Release[]
  today: Day
  typed: TypedPlan
  errors: Readonly<Record<string, string>>
  hasSite: boolean
}

const ReleasesPage: FC<ReleasesPageProps> = ({ who, releases, today, typed, errors, hasSite }) => (
  <NationalPage who={who} current="releases" title={en.title} problem={Object.keys(errors).length > 0}>
    <ErrorSummary errors={errors} />
    <h1 class="govuk-heading-xl">{en.title}</h1>
    <p class="govuk-body candour-prose">{en.what}</p>
    {hasSite && (
      <p class="govuk-body">
        <a class="govuk-link" href={SITE}>
          {en.site}
        </a>
      </p>
    )}
    {releases.length === 0 ? (
      <p class="govuk-body">{en.none}</p>
    ) : (
      <Table
        caption={en.title}
        captionSize="hidden"
        rowHeaders
        blocks
        columns={[
          { title: en.columns.release },
          { title: en.columns.state },
          { title: en.columns.day },
          { title: en.columns.asAt },
          { title: en.columns.known },
          { title: en.columns.who },
        ]}
        rows={releases.map(cellsOf)}
      />
    )}
    <PlanForm today={today} typed={typed} errors={errors} />
  </NationalPage>
)

const COLOURS: Partial<Record<ReleaseState, "green" | "yellow" | "red" | "grey">> = {
  published: "green",
  prepared: "yellow",
  failed: "red",
  withdrawn: "grey",
}

/** Where a release stands, as a mark. */
export const StateTag: FC<{ state: ReleaseState }> = ({ state }) => (
  <Tag colour={COLOURS[state]}>{en.states[state]}</Tag>
)

const cellsOf = (release: Release): Child[] => [
  <a class="govuk-link" href={`/releases/${release.number}`}>
    {en.name(release.quarter, release.revision)}
  </a>,
  <StateTag state={release.state} />,
  formatShortDay(release.publicationDay, "en"),
  formatShortDay(release.asAt, "en"),
  formatShortDay(release.knownAt, "en"),
  [
    en.who.planned(release.plannedBy),
    release.preparedBy && en.who.prepared(release.preparedBy),
    release.checkedBy && en.who.checked(release.checkedBy),
  ]
    .filter(Boolean)
    .join(", "),
]

const PlanForm: FC<Pick<ReleasesPageProps, "today" | "typed" | "errors">> = ({ today, typed, errors }) => {
  const words = en.plan
  const quarters = quartersToChoose(today)
  const date = (name: string, legend: string, hint: string) => (
    <DateInput name={name} legend={legend} size="s" hint={hint} value={typedDay(typed, name)} error={errors[name]} />
  )
  return (
    <form method="post" action="/releases" class="candour-plan">
      <h2 class="govuk-heading-l">{words.heading}</h2>
      <Select
        name="quarter"
        label={words.quarter}
        size="s"
        hint={words.quarterHint}
        value={typed.quarter ?? quarters[1]}
        error={errors.quarter}
        options={quarters.map((value) => ({ value, label: formatQuarter(value, "en") }))}
      />
      {date("asAt", words.asAt, words.asAtHint)}
      {date("knownAt", words.knownAt, words.knownAtHint)}
      {date("day", words.day, words.dayHint)}
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{words.reason}</legend>
        <p class="govuk-hint">{words.reasonHint}</p>
        <Textarea name="reasonEn" label={words.reasonEn} rows={2} value={typed.reasonEn} error={errors.reasonEn} />
        <Textarea name="reasonCy" label={words.reasonCy} rows={2} value={typed.reasonCy} error={errors.reasonCy} />
      </fieldset>
      <Button>{words.button}</Button>
    </form>
  )
}
