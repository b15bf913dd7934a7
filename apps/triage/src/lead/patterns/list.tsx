import { Tag } from "@candour/web/components/text.tsx"
import type { FC } from "hono/jsx"
import { en as words } from "../../messages.ts"
import type { QueueRow } from "../../queue/queue-row.ts"
import { type Around, holderName, ReferenceLink, RowDue, Title } from "../../queue/table.tsx"
import { en } from "./messages.ts"
import type { FoundPattern } from "./pattern.ts"

/** What the lines of a pattern's reports are made from. */
export interface PatternsProps {
  found: readonly FoundPattern[]
  rows: ReadonlyMap<string, QueueRow>
  around: Around
}

/** The patterns of a desk: for each why it is shown, what to do next, and its reports by the titles that the unit gave. */
export const Patterns: FC<PatternsProps> = ({ found, ...rest }) => (
  <section aria-labelledby="patterns-title">
    <h2 class="govuk-heading-m" id="patterns-title">
      {en.title}
    </h2>
    {found.length === 0 && <p class="govuk-body">{en.none}</p>}
    {[...Map.groupBy(found, ({ pattern }) => pattern)].map(([pattern, each]) => {
      const { title, why, next } = en.pattern[pattern]
      const [before, what] = en.next(next)
      return (
        <section class="candour-pattern" id={`pattern-${pattern}`} aria-labelledby={`pattern-${pattern}-title`}>
          <h3 class="govuk-heading-s" id={`pattern-${pattern}-title`}>
            {title}
          </h3>
          <p class="govuk-hint">{why}</p>
          <p class="govuk-body">
            <strong>{before}</strong>
            {what}
          </p>
          <ul class="govuk-list candour-day">
            {each.map((one) => (
              <Found one={one} {...rest} />
            ))}
          </ul>
        </section>
      )
    })}
  </section>
)

/** One finding: a report, or those to be read together. */
const Found: FC<{ one: FoundPattern } & Omit<PatternsProps, "found">> = ({ one, ...rest }) => {
  const { pattern, reports, unseen, tellCoordinator } = one
  return (
    <li class="candour-day__row">
      {reports.length > 1 ? (
        <>
          <span class="govuk-hint">{en.together(reports.length)}</span>
          <ol class="govuk-list">
            {reports.map((id) => (
              <li>
                <Line id={id} {...rest} />
              </li>
            ))}
          </ol>
        </>
      ) : (
        reports.map((id) => <Line id={id} {...rest} />)
      )}
      {unseen && <Tag colour="red">{en.unseen}</Tag>}
      {tellCoordinator && <span class="govuk-body candour-strong">{en.tellCoordinator(pattern)}</span>}
    </li>
  )
}

const Line: FC<{ id: string } & Omit<PatternsProps, "found">> = ({ id, rows, around }) => {
  const row = rows.get(id)
  const { titles, names, person, today } = around
  return (
    <>
      <ReferenceLink id={id} />{" "}
      {row !== undefined && (
        <>
          <Title row={row} title={titles.get(id)} />{" "}
          <span class="candour-day__facts">
            {words.stages[row.stage]} · {holderName(row.holder, names, person)} · <RowDue row={row} today={today} />
          </span>
        </>
      )}
    </>
  )
}
