import { type Figures, type FigureTables, peopleConcerned } from "@candour/figures/figures.ts"
import { Table } from "@candour/web/components/table.tsx"
import { formatChange, formatCount } from "@candour/web/format-count.ts"
import { formatDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { CONTACT_FIGURES, PEOPLE_FIGURES } from "./headline-figures.tsx"
import { en } from "./messages.ts"

/** Each figure of the page by its name, for a day as it was known once and as it is known now. */
const namedFigures = (figures: Figures): [string, number][] => [
  ...CONTACT_FIGURES.map((key): [string, number] => [en.contacts.rows[key].name, figures[key]]),
  ...PEOPLE_FIGURES.map((key): [string, number] => [en.people.rows[key].name, figures.outcomes[key]]),
  [en.people.all.name, peopleConcerned(figures)],
]

/** The revision: each figure of the day then and now, so that no number changes without saying so. */
export const WhatChanged: FC<{ tables: FigureTables }> = ({ tables: { knownThen, knownNow } }) => {
  const now = namedFigures(knownNow)
  const rows = namedFigures(knownThen).map(([name, then], index) => {
    const count = now[index]?.[1] ?? 0
    return { name, then, count, change: count - then }
  })
  return (
    <section>
      <h2 class="govuk-heading-l" id="changed">
        {en.changed.heading}
      </h2>
      <p class="govuk-body candour-prose">{en.changed.explained(formatDay(knownNow.asAt, "en"))}</p>
      {rows.every(({ change }) => change === 0) ? (
        <p class="govuk-body">{en.changed.nothing}</p>
      ) : (
        <Table
          caption={en.changed.heading}
          captionSize="hidden"
          rowHeaders
          columns={[
            { title: en.columns.figure },
            { title: en.columns.knownThen, numeric: true },
            { title: en.columns.knownNow, numeric: true },
            { title: en.columns.change, numeric: true },
          ]}
          rows={rows.map(({ name, then, count, change }) => [
            name,
            formatCount(then),
            formatCount(count),
            formatChange(change),
          ])}
        />
      )}
    </section>
  )
}
