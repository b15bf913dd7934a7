import { catalogue, type FigureName } from "@candour/figures/catalogue.ts"
import { unitWords, wordsOf } from "@candour/figures/definitions.ts"
import type { Figures } from "@candour/figures/figures.ts"
import { BarChart } from "@candour/web/components/charts/bar-chart.tsx"
import { Table } from "@candour/web/components/table.tsx"
import { formatCount } from "@candour/web/format-count.ts"
import type { FC } from "hono/jsx"
import { en } from "./messages.ts"

/** What became of contacts, of reports, and of the people they are about: shares are of the first of each. */
const STAGES = [
  ["contacts", "notForUs", "reports"],
  ["reports", "furtherInvestigation", "closed"],
  ["peopleConcerned", "proven", "notProven", "notDetermined", "notYetDecided"],
] as const satisfies FigureName[][]

/** A share of fewer than so many would say more than there is (domain rules §8). */
const LEAST_FOR_SHARES = 20

/** From contact to outcome: a picture for each unit, and the same as a table. */
export const Funnel: FC<{ figures: Figures }> = ({ figures }) => (
  <section>
    <h2 class="govuk-heading-l" id="funnel">
      {en.funnel.heading}
    </h2>
    <p class="govuk-body candour-prose">{en.funnel.note}</p>
    {STAGES.map(([first, ...rest]) => (
      <>
        <h3 class="govuk-heading-m">{en.funnel.of(wordsOf(first).name)}</h3>
        <BarChart
          description={en.funnel.picture(wordsOf(first).name)}
          bars={[first, ...rest].map((name) => ({ label: wordsOf(name).name, count: figures[name] }))}
        />
        <Table
          blocks
          caption={en.funnel.of(wordsOf(first).name)}
          captionSize="hidden"
          rowHeaders
          columns={[
            { title: en.columns.figure },
            { title: en.columns.unit },
            { title: en.columns.count, numeric: true },
            { title: en.columns.share(wordsOf(first).name), numeric: true },
          ]}
          rows={[first, ...rest].map((name) => [
            wordsOf(name).name,
            unitWords.en[catalogue[name].unit],
            formatCount(figures[name]),
            shareOf(figures[name], figures[first]),
          ])}
        />
      </>
    ))}
  </section>
)

const shareOf = (count: number, whole: number): string =>
  whole < LEAST_FOR_SHARES ? en.funnel.tooFew : `${Math.round((count / whole) * 100)}%`
