import { Table } from "@candour/web/components/table.tsx"
import type { FC } from "hono/jsx"
import { catalogue, figureNames } from "../catalogue.ts"
import { unitWords, wordsOf } from "../definitions.ts"
import { Marks } from "./marks.tsx"
import { messages } from "./messages.ts"
import { type Place, SitePage } from "./site-page.tsx"

/** How figures come out, how small numbers are protected, and every definition. */
export const MethodPage: FC<{ place: Place }> = ({ place }) => {
  const { method, adding } = messages[place.lang]
  return (
    <SitePage place={place} title={method.title}>
      <h1 class="govuk-heading-xl">{method.title}</h1>
      {[method.released, method.small, adding].map(({ heading, rows }) => (
        <section>
          <h2 class="govuk-heading-m">{heading}</h2>
          <ul class="govuk-list govuk-list--bullet candour-prose">
            {rows.map((row) => (
              <li>{row}</li>
            ))}
          </ul>
        </section>
      ))}
      <Marks />
      <h2 class="govuk-heading-m">{method.definitions}</h2>
      <Table
        caption={method.definitions}
        captionSize="hidden"
        rowHeaders
        blocks
        columns={[
          { title: method.columns.figure },
          { title: method.columns.means },
          { title: method.columns.leavesOut },
          { title: method.columns.unit },
        ]}
        rows={figureNames.map((name) => {
          const { name: called, means, leavesOut } = wordsOf(name, place.lang)
          return [called, means, leavesOut, unitWords[place.lang][catalogue[name].unit]]
        })}
      />
    </SitePage>
  )
}
