import type { Day } from "@candour/domain/day.ts"
import { SummaryList } from "@candour/web/components/summary-list.tsx"
import { formatDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { en as words } from "../messages.ts"
import { en as queue } from "../queue/messages.ts"
import { DueText, holderName } from "../queue/table.tsx"
import { deskName } from "../shell.tsx"
import type { DeskPerson, ReportRow } from "./find-report.ts"
import { en } from "./messages.ts"

/** What is known of a report in the clear: what is counted, and where it stands. */
export const Facts: FC<{ row: ReportRow; people: ReadonlyMap<string, DeskPerson>; person: string; today: Day }> = ({
  row,
  people,
  person,
  today,
}) => {
  const names = new Map([...people].map(([id, { shownName }]) => [id, shownName]))
  const { fact } = en
  return (
    <section id="facts" aria-labelledby="facts-title">
      <h2 class="govuk-heading-m" id="facts-title">
        {en.facts}
      </h2>
      <SummaryList
        rows={[
          { key: fact.danger, value: words.danger[row.danger] },
          { key: fact.holder, value: holderName(row.holder, names, person) },
          ...(row.stage === "closed" ? [] : [{ key: fact.due, value: <DueText due={row.due} today={today} /> }]),
          { key: fact.received, value: formatDay(row.day, "en") },
          {
            key: fact.categories,
            value: row.categories.map((each) => words.categories[each]).join(", ") || queue.noCategory,
          },
          { key: fact.mayReply, value: en.mayReply[row.mayReply] },
          { key: fact.language, value: en.languages[row.language] },
          { key: fact.channel, value: en.channels[row.channel] },
          ...(row.routedTo === row.tenant ? [] : [{ key: fact.routedTo, value: deskName(row.routedTo) }]),
        ]}
      />
    </section>
  )
}
