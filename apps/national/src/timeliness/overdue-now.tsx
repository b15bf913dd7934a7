import type { NationalClock, OverdueClock } from "@candour/figures/overdue-clocks.ts"
import { Table } from "@candour/web/components/table.tsx"
import { formatCount } from "@candour/web/format-count.ts"
import type { FC } from "hono/jsx"
import { londonTime } from "../alarms/entry-form.ts"
import { clockWords } from "../alarms/messages.ts"
import { knownDeskName } from "../desk-name.ts"
import { en } from "./messages.ts"

/** How many reports of each desk have each clock overdue; clocks that are overdue nowhere are left out. */
export const OverdueNow: FC<{ clocks: readonly OverdueClock[]; now: Date }> = ({ clocks, now }) => {
  const names = (Object.keys(clockWords) as NationalClock[]).filter((name) =>
    clocks.some(({ clock }) => clock === name),
  )
  const desks = [...Map.groupBy(clocks, ({ tenant }) => tenant)].toSorted(([one], [other]) =>
    knownDeskName(one).localeCompare(knownDeskName(other), "en"),
  )
  const cells = (own: readonly OverdueClock[]) =>
    names.map((name) =>
      formatCount(own.filter(({ clock }) => clock === name).reduce((sum, { overdue }) => sum + overdue, 0)),
    )
  return (
    <section class="candour-breakdown candour-breakdown--totals">
      <h2 class="govuk-heading-l" id="overdue">
        {en.overdue.heading}
      </h2>
      {clocks.length === 0 ? (
        <p class="govuk-body">{en.overdue.none}</p>
      ) : (
        <>
          <p class="govuk-body candour-prose">{en.overdue.note(londonTime(now))}</p>
          <Table
            blocks
            caption={en.overdue.heading}
            captionSize="hidden"
            rowHeaders
            columns={[{ title: en.overdue.desk }, ...names.map((name) => ({ title: clockWords[name], numeric: true }))]}
            rows={[
              ...desks.map(([desk, own]) => [knownDeskName(desk), ...cells(own)]),
              [en.overdue.all, ...cells(clocks)],
            ]}
          />
        </>
      )}
    </section>
  )
}
