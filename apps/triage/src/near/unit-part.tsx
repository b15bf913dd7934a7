import type { NearPerson } from "@candour/database/nearness.ts"
import { referenceOf } from "@candour/domain/reference.ts"
import { Table } from "@candour/web/components/table.tsx"
import { formatShortDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { en } from "./messages.ts"
import type { StoppedRow } from "./stopped-lately.ts"

const ReportLink: FC<{ report: string }> = ({ report }) => (
  <a class="govuk-link candour-reference" href={`/report/${report}`}>
    {referenceOf(report)}
  </a>
)

/** What a lead sees of who is too near: who came to a report that is shut to them, and who holds one. */
export const TooNear: FC<{
  stopped: readonly StoppedRow[]
  holding: readonly NearPerson[]
  nameOf: (person: string) => string
}> = ({ stopped, holding, nameOf }) => (
  <section id="near" aria-labelledby="near-title">
    <h2 class="govuk-heading-m" id="near-title">
      {en.unit.heading}
    </h2>
    <p class="govuk-body">{stopped.length + holding.length === 0 ? en.unit.none : en.unit.what}</p>
    {holding.length > 0 && (
      <>
        <h3 class="govuk-heading-s">{en.unit.holding}</h3>
        <ul class="govuk-list govuk-list--bullet">
          {holding.map(({ report, person, why }) => (
            <li>
              <ReportLink report={report} />: {nameOf(person)} {en.why[why]}
            </li>
          ))}
        </ul>
      </>
    )}
    {stopped.length > 0 && (
      <Table
        blocks
        caption={en.unit.stopped}
        captionSize="s"
        columns={[
          { title: en.unit.report },
          { title: en.unit.person },
          { title: en.unit.why },
          { title: en.unit.day },
          { title: en.unit.since },
        ]}
        rows={stopped.map(({ report, person, why, day, letIn }) => [
          <ReportLink report={report} />,
          nameOf(person),
          en.why[why],
          formatShortDay(day, "en"),
          letIn ? en.unit.letIn : en.unit.stillStopped,
        ])}
        rowHeaders
      />
    )}
  </section>
)
