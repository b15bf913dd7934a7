import { SummaryList } from "@candour/web/components/summary-list.tsx"
import { formatDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { en as words } from "../messages.ts"
import { en as queue } from "../queue/messages.ts"
import { deskName } from "../shell.tsx"
import type { ReportRow } from "./find-report.ts"
import { en } from "./messages.ts"

/** What the reporter answered about danger, and whether somebody has acted since. */
function dangerWords({ danger, urgency }: ReportRow): string {
  const said = danger === "now" || danger === "soon"
  if (urgency < 2 && !said) return en.dangerFlagged
  return urgency === 2 && said ? en.dangerActed(words.danger[danger]) : words.danger[danger]
}

/** What is known of a report in the clear: what is counted of it. */
export const Facts: FC<{ row: ReportRow }> = ({ row }) => {
  const { fact } = en
  return (
    <section id="facts" data-may-reply={row.mayReply} aria-labelledby="facts-title">
      <h2 class="govuk-heading-m" id="facts-title">
        {en.facts}
      </h2>
      <SummaryList
        rows={[
          { key: fact.danger, value: dangerWords(row) },
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
