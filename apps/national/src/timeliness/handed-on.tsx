import type { HandOvers, Unaccepted } from "@candour/figures/hand-overs.ts"
import { Table } from "@candour/web/components/table.tsx"
import { formatCount } from "@candour/web/format-count.ts"
import type { FC } from "hono/jsx"
import { knownDeskName } from "../desk-name.ts"
import { en } from "./messages.ts"

/** What desks handed to each other and what became of it; what nobody accepts first. */
export const HandedOn: FC<{ moved: readonly HandOvers[]; waiting: readonly Unaccepted[] }> = ({ moved, waiting }) => {
  const rows = rowsOf(moved, waiting)
  const { columns } = en.handOvers
  return (
    <section>
      <h2 class="govuk-heading-l" id="handed-on">
        {en.handOvers.heading}
      </h2>
      {rows.length === 0 ? (
        <p class="govuk-body">{en.handOvers.none}</p>
      ) : (
        <>
          <p class="govuk-body candour-prose">{en.handOvers.note}</p>
          <Table
            blocks
            caption={en.handOvers.heading}
            captionSize="hidden"
            rowHeaders
            columns={[
              { title: columns.from },
              { title: columns.to },
              { title: columns.handedOn, numeric: true },
              { title: columns.accepted, numeric: true },
              { title: columns.returned, numeric: true },
              { title: columns.waiting, numeric: true },
              { title: columns.overdue, numeric: true },
            ]}
            rows={rows.map(({ sender, receiver, ...counts }) => [
              knownDeskName(sender),
              knownDeskName(receiver),
              ...[counts.handedOn, counts.accepted, counts.returned, counts.waiting, counts.overdue].map(formatCount),
            ])}
          />
        </>
      )}
    </section>
  )
}

/** Both beside each other; two desks between which something came back and waits have a row too. */
function rowsOf(moved: readonly HandOvers[], waiting: readonly Unaccepted[]): (HandOvers & Unaccepted)[] {
  const between = ({ sender, receiver }: Pick<HandOvers, "sender" | "receiver">) => `${sender} ${receiver}`
  const now = new Map(waiting.map((each) => [between(each), each]))
  const known = new Set(moved.map(between))
  const only = waiting.filter((each) => !known.has(between(each)))
  return [
    ...moved.map((each) => ({ ...each, ...(now.get(between(each)) ?? { waiting: 0, overdue: 0 }) })),
    ...only.map((each) => ({ handedOn: 0, accepted: 0, returned: 0, ...each })),
  ].toSorted((one, other) => other.overdue - one.overdue)
}
