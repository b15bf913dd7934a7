import { asNational } from "@candour/database/as.ts"
import { dayOf } from "@candour/domain/day.ts"
import { ScatterChart } from "@candour/web/components/charts/scatter-chart.tsx"
import { Table } from "@candour/web/components/table.tsx"
import { formatCount } from "@candour/web/format-count.ts"
import { formatDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { deskName } from "../desk-name.ts"
import type { Services, StaffContext } from "../services.ts"
import { NationalPage, type NationalPageProps } from "../shell.tsx"
import { StoppedDesk } from "../stopped-desk.tsx"
import { type ComparedForce, type Comparison, compareForces } from "./compare.ts"
import { en } from "./messages.ts"

/** Shows the forces beside each other, as far as they can be compared fairly: never as a league table. */
export const showComparison =
  ({ database, clock, forces }: Services) =>
  async (c: StaffContext) => {
    const comparison = await asNational(database, (transaction) =>
      compareForces(transaction, dayOf(clock.now()), forces),
    )
    return c.html(<ComparisonPage who={c.get("who")} comparison={comparison} />)
  }

/** Contacts for each thousand who work there, to a tenth: more would say more than the workforce is known to. */
const perThousand = (rate: number): string => (rate * 1_000).toFixed(1)

const ComparisonPage: FC<Pick<NationalPageProps, "who"> & { comparison: Comparison }> = ({ who, comparison }) => {
  const { asAt, from, limits } = comparison
  const compared = comparison.forces.toSorted((one, other) =>
    deskName(one.force).localeCompare(deskName(other.force), "en"),
  )
  return (
    <NationalPage who={who} current="compare" title={en.title}>
      <h1 class="govuk-heading-xl">{en.title}</h1>
      <p class="govuk-body-l">
        <strong>{en.period(formatDay(from, "en"), formatDay(asAt, "en"))}</strong>{" "}
        {en.average(perThousand(limits.average))}
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
