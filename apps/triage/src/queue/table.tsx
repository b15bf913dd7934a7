import type { Day } from "@candour/domain/day.ts"
import { referenceOf } from "@candour/domain/reference.ts"
import { Tag } from "@candour/web/components/text.tsx"
import { formatShortDay } from "@candour/web/language.ts"
import type { Child, FC } from "hono/jsx"
import { en as words } from "../messages.ts"
import { deskName } from "../shell.tsx"
import { formatMoment } from "../when.ts"
import { dueWords } from "./due.ts"
import type { MovedRow, QueueRow } from "./list-queue.ts"
import { en } from "./messages.ts"

type Names = ReadonlyMap<string, string>

/** A table on a wide screen, and on a narrow one a list whose lines say their column's name. */
const Rows: FC<{ caption: string; columns: readonly string[]; rows: readonly (readonly Child[])[] }> = (props) => (
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
      {props.rows.map((cells) => (
        <tr class="govuk-table__row">
          {cells.map((cell, index) => (
            <td class="govuk-table__cell" data-column={props.columns[index]}>
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

/** The reference, leading to the report's page. */
const ReferenceLink: FC<{ id: string }> = ({ id }) => (
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
  const { words: text, aside, overdue } = dueWords(due, today)
  return (
    <span class={overdue ? "candour-overdue" : undefined}>
      {text}
      {aside && <span class="govuk-visually-hidden">{aside}</span>}
    </span>
  )
}

/** One page of reports. */
export const QueueTable: FC<{
  caption: string
  rows: readonly QueueRow[]
  names: Names
  person: string
  today: Day
}> = ({ caption, rows, names, person, today }) => {
  const { danger, reference, categories, received, stage, holder, due } = en.column
  return (
    <Rows
      caption={caption}
      columns={[danger, reference, categories, received, stage, holder, due]}
      rows={rows.map((row) => [
        <DangerTag urgency={row.urgency} danger={row.danger} />,
        <ReferenceLink id={row.id} />,
        row.categories.map((each) => words.categories[each]).join(", ") || en.noCategory,
        formatShortDay(row.day, "en"),
        [
          words.stages[row.stage],
          !row.opened && en.notOpened,
          row.messageWaiting && en.wrote,
          row.disputed && en.notOver,
        ]
          .filter(Boolean)
          .join(", "),
        holderName(row.holder, names, person),
        row.stage === "closed" ? en.due.met : <DueText due={row.due} today={today} />,
      ])}
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
    rows={rows.map(({ id, at, to, by }) => [
      <ReferenceLink id={id} />,
      formatMoment(new Date(at)),
      deskName(to),
      names.get(by) ?? words.unknownPerson,
    ])}
  />
)
