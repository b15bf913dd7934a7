import { figureNames } from "@candour/figures/catalogue.ts"
import { wordsOf } from "@candour/figures/definitions.ts"
import type { FigureTables } from "@candour/figures/figures.ts"
import { Table } from "@candour/web/components/table.tsx"
import { formatChange, formatCount } from "@candour/web/format-count.ts"
import { formatDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { en } from "./messages.ts"

/** The revision: each figure of the day then and now, so that no number changes without saying so. */
export const WhatChanged: FC<{ tables: FigureTables }> = ({ tables: { knownThen, knownNow } }) => {
  const rows = figureNames.map((name) => {
    const [then, now] = [knownThen[name], knownNow[name]]
    return { name: wordsOf(name).name, then, now, change: now - then }
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
          rows={rows.map(({ name, then, now, change }) => [
            name,
            formatCount(then),
            formatCount(now),
            formatChange(change),
          ])}
        />
      )}
    </section>
  )
}
