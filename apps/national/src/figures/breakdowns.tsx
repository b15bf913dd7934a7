import { category } from "@candour/domain/category.ts"
import { channel } from "@candour/domain/contact.ts"
import type { Day } from "@candour/domain/day.ts"
import { notForUs } from "@candour/domain/not-for-us.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { type FigureName, PEOPLE_FIGURES } from "@candour/figures/catalogue.ts"
import { reasonWords, wordsOf } from "@candour/figures/definitions.ts"
import { type Figures, type FigureTables, type GroupFigures, NO_FIGURES, type Scope } from "@candour/figures/figures.ts"
import { monthsOf } from "@candour/figures/months.ts"
import { forces, isForce } from "@candour/routing/directory.ts"
import { lines } from "@candour/routing/lines.ts"
import { ColumnChart } from "@candour/web/components/charts/column-chart.tsx"
import { type Column, Table } from "@candour/web/components/table.tsx"
import { formatCount } from "@candour/web/format-count.ts"
import { formatDay, formatMonth } from "@candour/web/language.ts"
import type { Child, FC, PropsWithChildren } from "hono/jsx"
import { deskName } from "../desk-name.ts"
import { StoppedDesk } from "../stopped-desk.tsx"
import { lineName, openingOf } from "./lines.ts"
import { en } from "./messages.ts"

/** What the tables show of one scope. */
interface BreakdownProps {
  scope: Scope
  /** The whole, for the last row of each table. */
  figures: Figures
  tables: FigureTables
  /** Desks that have stopped, and since when. */
  stopped: ReadonlyMap<Tenant, Day>
}

/** Every table that tells the figures apart, with what can't be read off them. */
export const Breakdowns: FC<BreakdownProps> = (props) => (
  <>
    <section>
      <h2 class="govuk-heading-l" id="adding">
        {en.adding.heading}
      </h2>
      <ul class="govuk-list govuk-list--bullet candour-prose">
        <li>{en.adding.units}</li>
        <li>{en.adding.staying}</li>
        <li>{en.adding.down}</li>
      </ul>
    </section>
    <ByMonth {...props} />
    {props.scope.force === undefined && <ByForce {...props} />}
    {props.scope.line === undefined && <ByLine {...props} />}
    <ByCategory {...props} />
    <ByReason {...props} />
    <ByChannel {...props} />
  </>
)

/** One table with its heading. `total`: its last row is the whole. */
const Breakdown: FC<PropsWithChildren<{ id: string; heading: string; note?: string; total?: boolean }>> = (props) => (
  <section class={`candour-breakdown${props.total ? " candour-breakdown--totals" : ""}`}>
    <h2 class="govuk-heading-l" id={props.id}>
      {props.heading}
    </h2>
    {props.note && <p class="govuk-body candour-prose">{props.note}</p>}
    {props.children}
  </section>
)

const numeric = (...titles: string[]): Column[] => titles.map((title) => ({ title, numeric: true }))

/** The figures of every table but the one by category. */
const COLUMNS = [
  "contacts",
  "otherForces",
  "reports",
  "intelligenceReports",
  "abuseAndDiscrimination",
  "furtherInvestigation",
  "peopleConcerned",
  ...PEOPLE_FIGURES,
] as const satisfies FigureName[]

const columns = (first: string, changes: Partial<Record<FigureName, string>> = {}): Column[] => [
  { title: first },
  ...numeric(...COLUMNS.map((name) => changes[name] ?? wordsOf(name).name)),
]

const cells = (name: Child, figures: Omit<Figures, "asAt">): Child[] => [
  name,
  ...COLUMNS.map((each) => formatCount(figures[each])),
]

/** A year is named under its January, and the first under its first month where the next leaves it room. */
const beginsYear = (month: Day, place: number) =>
  month.endsWith("-01-01") || (place === 0 && Number(month.slice(5, 7)) < 9)

const ByMonth: FC<BreakdownProps> = ({ scope, figures, tables }) => {
  const opened = openingOf(scope.line)?.opened ?? scope.asAt
  const first = scope.from !== undefined && scope.from > opened ? scope.from : opened
  const months = monthsOf(tables.by.month, first, scope.to ?? scope.asAt)
  return (
    <Breakdown total id="by-month" heading={en.byMonth.heading} note={en.byMonth.note}>
      <ColumnChart
        description={en.byMonth.picture}
        columns={months.map(({ month, contacts }, place) => ({
          label: month,
          count: contacts,
          mark: beginsYear(month, place) ? month.slice(0, 4) : undefined,
        }))}
      />
      <Table
        caption={en.byMonth.heading}
        captionSize="hidden"
        rowHeaders
        columns={columns(en.columns.month, { notYetDecided: en.columns.notYetDecidedAtEnd })}
        rows={[...months.map((each) => cells(formatMonth(each.month, "en"), each)), cells(en.all, figures)]}
      />
    </Breakdown>
  )
}

const ByForce: FC<BreakdownProps> = ({ scope, figures, tables, stopped }) => {
  const found = new Map(tables.by.force.map((each) => [each.group, each]))
  const ofTheDay = forces(scope.asAt).map((force) => force.id)
  // A force that has gone since, or is in no directory, keeps what it had: nothing may drop out of the whole.
  const gone = [...found.keys()].filter((id) => !ofTheDay.includes(id) && id !== NATIONAL_DESK)
  const byName = [...ofTheDay, ...gone]
    .map((id) => ({ id, name: isForce(id) ? deskName(id) : id }))
    .sort((one, other) => one.name.localeCompare(other.name, "en"))
  const rows = [...byName, { id: NATIONAL_DESK, name: deskName(NATIONAL_DESK) }]
  return (
    <Breakdown total id="by-force" heading={en.byForce.heading} note={en.byForce.note}>
      <Table
        caption={en.byForce.heading}
        captionSize="hidden"
        rowHeaders
        columns={columns(en.columns.force, { otherForces: en.columns.fromOtherLines })}
        rows={[
          ...rows.map(({ id, name }) => {
            const since = stopped.get(id)
            const mark = since && en.stopped(formatDay(since, "en"))
            return cells(<StoppedDesk name={name} mark={mark} />, found.get(id) ?? NO_FIGURES)
          }),
          cells(en.all, figures),
        ]}
      />
    </Breakdown>
  )
}

const ByLine: FC<BreakdownProps> = ({ figures, tables }) => (
  <Breakdown total id="by-line" heading={en.byLine.heading}>
    <Table
      caption={en.byLine.heading}
      captionSize="hidden"
      rowHeaders
      columns={columns(en.columns.line)}
      rows={[
        ...named(
          tables.by.line,
          lines.map(({ id }) => id),
          lineName,
        ),
        cells(en.all, figures),
      ]}
    />
  </Breakdown>
)

const ByChannel: FC<BreakdownProps> = ({ figures, tables }) => (
  <Breakdown total id="by-channel" heading={en.byChannel.heading}>
    <Table
      caption={en.byChannel.heading}
      captionSize="hidden"
      rowHeaders
      columns={columns(en.columns.channel)}
      rows={[
        ...named(tables.by.channel, channel.options, (id) => en.channels[channel.parse(id)]),
        cells(en.all, figures),
      ]}
    />
  </Breakdown>
)

const ByCategory: FC<BreakdownProps> = ({ tables }) => (
  <Breakdown id="by-category" heading={en.byCategory.heading} note={en.byCategory.note}>
    <Table
      caption={en.byCategory.heading}
      captionSize="hidden"
      rowHeaders
      columns={[{ title: en.columns.category }, ...numeric(en.columns.contacts)]}
      rows={category.options.map((id) => [en.categories[id], formatCount(tables.contactsByCategory.get(id) ?? 0)])}
    />
  </Breakdown>
)

const ByReason: FC<BreakdownProps> = ({ figures, tables }) => (
  <Breakdown total id="by-reason" heading={en.byReason.heading} note={en.byReason.note}>
    <Table
      caption={en.byReason.heading}
      captionSize="hidden"
      rowHeaders
      columns={[{ title: en.columns.reason }, ...numeric(en.columns.contacts)]}
      rows={[
        ...notForUs.options.map((id) => [reasonWords.en[id], formatCount(tables.notForUsByReason.get(id) ?? 0)]),
        [en.all, formatCount(figures.notForUs)],
      ]}
    />
  </Breakdown>
)

/** A row for each of `known`, and for whatever else was found. */
function named(found: readonly GroupFigures[], known: readonly string[], nameOf: (id: string) => string): Child[][] {
  const figuresOf = new Map(found.map((each) => [each.group, each]))
  const ids = new Set([...known, ...figuresOf.keys()])
  return [...ids].map((id) => cells(nameOf(id), figuresOf.get(id) ?? NO_FIGURES))
}
