import { asNational } from "@candour/database/as.ts"
import { dayOf } from "@candour/domain/day.ts"
import { checkRange, rangeForm, type TypedRange, typedRange } from "@candour/figures/as-at-form.ts"
import { en as asAtWords } from "@candour/figures/messages.ts"
import { RangeFields } from "@candour/figures/range-fields.tsx"
import { Button } from "@candour/web/components/button.tsx"
import { ScatterChart } from "@candour/web/components/charts/scatter-chart.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { Table } from "@candour/web/components/table.tsx"
import { formatCount } from "@candour/web/format-count.ts"
import { formatDay } from "@candour/web/language.ts"
import { problemsOf } from "@candour/web/problems.ts"
import type { FC } from "hono/jsx"
import { deskName } from "../desk-name.ts"
import { sentencesOf } from "../figures/scope-form.ts"
import type { Services, StaffContext } from "../services.ts"
import { NationalPage, type NationalPageProps } from "../shell.tsx"
import { StoppedDesk } from "../stopped-desk.tsx"
import { type ComparedForce, type Comparison, compareForces } from "./compare.ts"
import { en } from "./messages.ts"

/** Shows the forces beside each other, as far as they can be compared fairly: never as a league table. */
export const showComparison =
  ({ database, clock, forces }: Services) =>
  async (c: StaffContext) => {
    const today = dayOf(clock.now())
    const typed = typedRange(c.req.query())
    const asked = rangeForm(today).superRefine(checkRange).safeParse(typed)
    if (!asked.success) {
      const errors = sentencesOf(problemsOf(asked.error) as Parameters<typeof sentencesOf>[0])
      return c.html(
        <NationalPage who={c.get("who")} current="compare" title={en.title} problem>
          <ErrorSummary errors={errors} />
          <h1 class="govuk-heading-xl">{en.title}</h1>
          <AskForm typed={typed} errors={errors} />
        </NationalPage>,
        422,
      )
    }
    const comparison = await asNational(database, (transaction) => compareForces(transaction, asked.data, forces))
    return c.html(<ComparisonPage who={c.get("who")} typed={typed} comparison={comparison} />)
  }

const AskForm: FC<{ typed: TypedRange; errors: Readonly<Record<string, string>> }> = ({ typed, errors }) => (
  <form method="get" action="/compare" class="candour-scope">
    <p class="govuk-body">{en.left}</p>
    <RangeFields typed={typed} errors={errors} />
    <Button type="submit">{asAtWords.form.show}</Button>
  </form>
)

/** Contacts for each thousand who work there, to a tenth: more would say more than the workforce is known to. */
const perThousand = (rate: number): string => (rate * 1_000).toFixed(1)

const ComparisonPage: FC<Pick<NationalPageProps, "who"> & { typed: TypedRange; comparison: Comparison }> = (props) => {
  const { who, typed, comparison } = props
  const { asAt, known, from, to, limits } = comparison
  const compared = comparison.forces.toSorted((one, other) =>
    deskName(one.force).localeCompare(deskName(other.force), "en"),
  )
  return (
    <NationalPage who={who} current="compare" title={en.title}>
      <h1 class="govuk-heading-xl">{en.title}</h1>
      <AskForm typed={typed} errors={{}} />
      <p class="govuk-body-l">
        <strong>{en.period(formatDay(from, "en"), formatDay(to, "en"))}</strong>{" "}
        {asAtWords.asAt(formatDay(asAt, "en"), known)} {en.average(perThousand(limits.average))}
      </p>
      {en.notes.map((note) => (
        <p class="govuk-body candour-prose">{note}</p>
      ))}
      {limits.dispersion > 1 && <p class="govuk-body candour-prose">{en.dispersion(limits.dispersion.toFixed(1))}</p>}
      <Picture comparison={comparison} />
      <Table
        blocks
        caption={en.title}
        captionSize="hidden"
        rowHeaders
        columns={[
          { title: en.columns.force },
          { title: en.columns.contacts, numeric: true },
          { title: en.columns.workforce, numeric: true },
          { title: en.columns.rate, numeric: true },
          { title: en.columns.limits, numeric: true },
          { title: en.columns.beside },
        ]}
        rows={compared.map((each) => rowOf(each, comparison))}
      />
    </NationalPage>
  )
}

function rowOf({ force, contacts, workforce, outside, stoppedSince }: ComparedForce, { limits }: Comparison) {
  const { low, high } = limits.between(workforce, 0.998)
  return [
    <StoppedDesk name={deskName(force)} mark={stoppedSince && en.stopped(formatDay(stoppedSince, "en"))} />,
    formatCount(contacts),
    formatCount(workforce),
    perThousand(contacts / workforce),
    en.limits(perThousand(low), perThousand(high)),
    outside === undefined ? en.within : en.beside[outside],
  ]
}

/** Points between which a limit is drawn. */
const STEPS = 60

const Picture: FC<{ comparison: Comparison }> = ({ comparison: { limits, forces } }) => {
  const largest = Math.max(...forces.map(({ workforce }) => workforce))
  const sizes = Array.from({ length: STEPS }, (_, step) => (largest * (step + 1)) / STEPS)
  const line = (rateOf: (size: number) => number) => sizes.map((x) => ({ x, y: rateOf(x) * 1_000 }))
  const limit = (share: 0.95 | 0.998, side: "low" | "high") => ({
    points: line((size) => limits.between(size, share)[side]),
    dash: share === 0.95 ? ("long" as const) : ("short" as const),
  })
  return (
    <ScatterChart
      description={en.picture(forces.filter(({ outside }) => outside).length)}
      axes={en.axes}
      lines={[
        { points: line(() => limits.average) },
        ...([0.95, 0.998] as const).flatMap((share) => [limit(share, "low"), limit(share, "high")]),
      ]}
      points={forces.map(({ force, contacts, workforce, outside }) => ({
        x: workforce,
        y: (contacts / workforce) * 1_000,
        name: outside && deskName(force),
      }))}
    />
  )
}
