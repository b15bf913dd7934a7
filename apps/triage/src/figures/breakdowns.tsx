import { category } from "@candour/domain/category.ts"
import { type FigureName, PEOPLE_FIGURES } from "@candour/figures/catalogue.ts"
import { wordsOf } from "@candour/figures/definitions.ts"
import { type Figures, type GroupFigures, NO_FIGURES } from "@candour/figures/figures.ts"
import { groupName, whoseName } from "@candour/figures/requests/pages.ts"
import { forceName, isForce } from "@candour/routing/directory.ts"
import { lineOf } from "@candour/routing/lines.ts"
import { type Column, Table } from "@candour/web/components/table.tsx"
import { formatCount } from "@candour/web/format-count.ts"
import { formatMonth } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { en } from "./messages.ts"
import { DESK_FIGURES, type OwnFigures } from "./own-figures.ts"

const names = whoseName({ forceName, isForce, lineOf })

/** What a line is called: `Metropolitan Police Service’s own line`. */
export const lineName = (id: string): string => names.lineName(id, "en")

/** Each figure with what it means; the four of people add up to the last. */
export const Whole: FC<{ whole: Figures }> = ({ whole }) => (
  <>
    <Table
      blocks
      caption={en.whole}
      rowHeaders
      columns={[{ title: en.columns.figure }, { title: en.columns.count, numeric: true }, { title: en.columns.means }]}
      rows={DESK_FIGURES.map((name) => {
        const words = wordsOf(name)
        return [words.name, formatCount(whole[name]), `${words.means} ${words.leavesOut}`]
      })}
    />
    <p class="govuk-body">
      {en.sum(PEOPLE_FIGURES.map((name) => formatCount(whole[name])).join(" + "), formatCount(whole.peopleConcerned))}
    </p>
  </>
)

/** What the tables beside that tell apart, in the order of their columns. */
const COLUMNS = [
  "contacts",
  "reports",
  "intelligenceReports",
  "furtherInvestigation",
  "peopleConcerned",
  ...PEOPLE_FIGURES,
] as const satisfies FigureName[]

const numeric = (...titles: string[]): Column[] => titles.map((title) => ({ title, numeric: true }))
const cellsOf = (figures: Omit<Figures, "asAt">): string[] => COLUMNS.map((name) => formatCount(figures[name]))

/** The months up to the last of the range. */
export const ByMonth: FC<Pick<OwnFigures, "whole" | "months">> = ({ whole, months }) => (
  <>
    <Table
      blocks
      caption={en.by.month}
      rowHeaders
      columns={[
        { title: en.columns.month },
        ...numeric(
          ...COLUMNS.map((name) => (name === "notYetDecided" ? en.columns.notYetDecidedAtEnd : wordsOf(name).name)),
        ),
      ]}
      rows={[...months.map((each) => [formatMonth(each.month, "en"), ...cellsOf(each)]), [en.all, ...cellsOf(whole)]]}
    />
    <p class="govuk-hint">{en.note}</p>
  </>
)

/** A row for each line or channel, those without anything too. */
export const ByGroup: FC<{
  by: "line" | "channel"
  ids: readonly string[]
  whole: Figures
  found: readonly GroupFigures[]
}> = ({ by, ids, whole, found }) => (
  <Table
    blocks
    caption={en.by[by]}
    rowHeaders
    columns={[{ title: en.columns[by] }, ...numeric(...COLUMNS.map((name) => wordsOf(name).name))]}
    rows={[
      ...ids.map((id) => [
        groupName(names, by, id, "en"),
        ...cellsOf(found.find(({ group }) => group === id) ?? NO_FIGURES),
      ]),
      [en.all, ...cellsOf(whole)],
    ]}
  />
)

/** What reporters ticked: a contact may have many, so these don't add up. */
export const ByCategory: FC<{ contacts: ReadonlyMap<string, number> }> = ({ contacts }) => (
  <>
    <Table
      caption={en.by.category}
      rowHeaders
      columns={[{ title: en.columns.category }, ...numeric(wordsOf("contacts").name)]}
      rows={category.options.map((id) => [groupName(names, "category", id, "en"), formatCount(contacts.get(id) ?? 0)])}
    />
    <p class="govuk-hint">{en.categories}</p>
  </>
)
