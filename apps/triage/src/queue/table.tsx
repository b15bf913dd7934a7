import type { Day } from "@candour/domain/day.ts"
import { referenceOf } from "@candour/domain/reference.ts"
import { Tag } from "@candour/web/components/text.tsx"
import { formatMoment } from "@candour/web/format-moment.ts"
import { formatShortDay } from "@candour/web/language.ts"
import type { Child, FC } from "hono/jsx"
import { en as words } from "../messages.ts"
import { deskName } from "../shell.tsx"
import { dueWords } from "./due.ts"
import type { MovedRow } from "./list-moved.ts"
import type { WaitingRow } from "./list-waiting.ts"
import { en } from "./messages.ts"
import type { QueueRow } from "./queue-row.ts"
import type { SentTitle } from "./titles-of.ts"

type Names = ReadonlyMap<string, string>

/** What a row of the queue needs beside what is counted of it. */
export interface Around {
  names: Names
  titles: ReadonlyMap<string, SentTitle>
  person: string
  today: Day
}

/** A table on a wide screen, and on a narrow one a list whose lines say their column's name. */
const Rows: FC<{
  caption: string
  columns: readonly Child[]
  rows: readonly { cells: readonly Child[]; id?: string; number?: number }[]
}> = (props) => (
  <table class="govuk-table candour-queue">
    <caption class="govuk-visually-hidden">{props.caption}</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {props.columns.map((title) => (
          <th scope="col" class="govuk-table__header">
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {props.rows.map(({ cells, id, number }) => (
        <tr class="govuk-table__row" data-id={id} data-number={number}>
          {cells.map((cell, index) => {
            const title = props.columns[index]
            return (
              <td class="govuk-table__cell" data-column={typeof title === "string" ? title : undefined}>
                {cell}
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  </table>
)

/** The reference, leading to the report's page. */
export const ReferenceLink: FC<{ id: string }> = ({ id }) => (
  <a class="govuk-link govuk-link--no-visited-state candour-reference" href={`/report/${id}`}>
    {referenceOf(id)}
  </a>
)

/** Says how urgent a report is; nothing where nobody is said to be in danger. */
export const DangerTag: FC<Pick<QueueRow, "urgency" | "danger">> = ({ urgency, danger }) => {
  if (urgency === 0) return <Tag colour="red">{en.dangerTag.now}</Tag>
  if (urgency === 1) return <Tag colour="orange">{en.dangerTag.soon}</Tag>
  if (danger === "now" || danger === "soon") return <Tag colour="grey">{en.dangerTag.acted}</Tag>
  return danger === "unknown" ? <span>{en.dangerTag.unknown}</span> : null
}

/** How long there is, overdue in red and in words. */
export const DueText: FC<{ due: Day; today: Day }> = ({ due, today }) => {
  const { words: text, overdue } = dueWords(due, today)
  return <span class={overdue ? "candour-overdue" : undefined}>{text}</span>
}

/** When a report of a list is due, or why its clocks stand still; that nothing is of one that is closed. */
export const RowDue: FC<{ row: QueueRow; today: Day }> = ({ row, today }) => {
  if (row.stage === "closed") return <>{en.due.nothing}</>
  return row.paused === null ? <DueText due={row.due} today={today} /> : <span>{en.due.paused(row.paused)}</span>
}

/**
 * The unit's own title. Sealed until the page's script opens it; what stands there before says whether anybody has read
 * the report.
 */
export const Title: FC<{ row: QueueRow; title: SentTitle | undefined }> = ({ row, title }) => {
  if (title === undefined) return <span class="candour-hushed">{row.opened ? en.noTitle : en.notRead}</span>
  return (
    <span class="candour-title" data-sealed={title.sealed} data-generation={title.generation} data-of={row.id}>
      {en.sealedTitle}
    </span>
  )
}

/** What a colleague must know of a report before opening it, or that waits for them at it. */
export const Tags: FC<{ row: QueueRow | WaitingRow }> = ({ row }) => (
  <>
    {row.restrictedTo !== null && (
      <>
        {" "}
        <Tag colour="purple">{en.restricted}</Tag>
      </>
    )}
    {row.cameFrom !== null && row.stage !== "closed" && (
      <>
        {" "}
        <Tag colour="yellow">{en.cameFrom(deskName(row.cameFrom))}</Tag>
      </>
    )}
    {"what" in row && (
      <>
        {" "}
        <Tag colour="green">
          {en.awaited[row.what]}
          {row.taskDue !== null && en.taskDue(formatShortDay(row.taskDue, "en"))}
        </Tag>
      </>
    )}
  </>
)

/** Chooses one report of the page for what is done to several; there with the page's script alone. */
const Select: FC<{ id: string }> = ({ id }) => (
  <input type="checkbox" class="candour-select" aria-label={en.bulk.row(referenceOf(id))} autocomplete="off" />
)

/** One page of reports. */
export const QueueTable: FC<{ caption: string; rows: readonly (QueueRow | WaitingRow)[]; around: Around }> = ({
  caption,
  rows,
  around: { names, titles, person, today },
}) => {
  const { select, danger, reference, title, categories, received, stage, holder, due, message } = en.column
  return (
    <Rows
      caption={caption}
      columns={[
        <span class="govuk-visually-hidden">{select}</span>,
        danger,
        reference,
        title,
        categories,
        received,
        stage,
        holder,
        due,
        message,
      ]}
      rows={rows.map((row) => ({
        id: row.id,
        number: row.lastNumber,
        cells: [
          <Select id={row.id} />,
          <DangerTag urgency={row.urgency} danger={row.danger} />,
          <ReferenceLink id={row.id} />,
          <span>
            <Title row={row} title={titles.get(row.id)} />
            <Tags row={row} />
          </span>,
          row.categories.map((each) => words.categories[each]).join(", ") || en.noCategory,
          formatShortDay(row.day, "en"),
          words.stages[row.stage],
          holderName(row.holder, names, person),
          <RowDue row={row} today={today} />,
          [row.messageWaiting && en.wrote, row.disputed && en.notOver].filter(Boolean).join(", "),
        ],
      }))}
    />
  )
}

/** Who holds a report, as `person` reads it. */
export function holderName(holder: string | null, names: Names, person: string): string {
  if (holder === null) return words.nobody
  return holder === person ? words.you : (names.get(holder) ?? words.unknownPerson)
}

/** One page of what went to other desks. */
export const MovedTable: FC<{ rows: readonly MovedRow[]; names: Names }> = ({ rows, names }) => (
  <Rows
    caption={en.views.moved}
    columns={[en.column.reference, en.column.moved, en.column.to, en.column.by]}
    rows={rows.map(({ id, at, to, by }) => ({
      cells: [
        <ReferenceLink id={id} />,
        formatMoment(new Date(at)),
        deskName(to),
        names.get(by) ?? words.unknownPerson,
      ],
    }))}
  />
)
