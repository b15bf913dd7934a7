import { idOf, PEOPLE_FIGURES } from "@candour/figures/catalogue.ts"
import { wordsOf } from "@candour/figures/definitions.ts"
import { type CellName, keyOf, type ProtectedCell } from "@candour/figures/protection/cell.ts"
import { RELEASED } from "@candour/figures/release/contents.ts"
import { type PrintedRelease, printedRelease } from "@candour/figures/release/printed-release.ts"
import type { Content, Release } from "@candour/figures/release/release.ts"
import { groupName } from "@candour/figures/site/groups.ts"
import { shortQuarter } from "@candour/figures/site/messages.ts"
import { print } from "@candour/figures/site/print.ts"
import { figuresNames } from "@candour/routing/figures-directory.ts"
import { Table } from "@candour/web/components/table.tsx"
import { Details } from "@candour/web/components/text.tsx"
import { formatCount } from "@candour/web/format-count.ts"
import type { FC } from "hono/jsx"
import { en } from "./messages.ts"

/** What a release will print, with what it hides marked: for the eyes of who prepares and checks it. */
export const Preview: FC<{ release: Release; content: Content }> = ({ release, content }) => {
  const words = en.release
  const printed = printedRelease({ ...release, content, published: new Date(0) })
  const cells = content.tables.flatMap((table) => table.cells).filter(({ unprinted }) => !unprinted)
  const byKey = new Map(cells.map((cell) => [keyOf(cell.name), cell]))
  const hidden = (kind: ProtectedCell["hidden"]) => cells.filter((cell) => cell.hidden === kind).length
  const inWords = (name: CellName) => {
    const cell = byKey.get(keyOf(name))
    return cell?.hidden === undefined ? print(printed.at(name)) : words[cell.hidden](formatCount(cell.value))
  }
  return (
    <>
      <h2 class="govuk-heading-l">{words.preview}</h2>
      <p class="govuk-body candour-prose">{words.previewNote}</p>
      <p class="govuk-body">{words.hidden(hidden("primary"), hidden("secondary"), printed.cells.length)}</p>
      {RELEASED.map(({ figure, quarterly }) => (
        <Details summary={`${wordsOf(figure).name}: ${inWords({ measure: idOf(figure) })}`}>
          <Table
            caption={wordsOf(figure).name}
            captionSize="hidden"
            rowHeaders
            columns={[
              { title: words.group },
              ...columnsOf(printed, figure, quarterly).map(({ title }) => ({ title, numeric: true })),
            ]}
            rows={rowsOf(printed, figure).map(({ label, group }) => [
              label,
              ...columnsOf(printed, figure, quarterly).map(({ more }) =>
                inWords({ measure: idOf(figure), ...group, ...more }),
              ),
            ])}
          />
        </Details>
      ))}
    </>
  )
}

type Figure = (typeof RELEASED)[number]["figure"]

/** By quarter, the newest first; of people, what became of them. */
function columnsOf(
  printed: PrintedRelease,
  figure: Figure,
  quarterly: boolean,
): { title: string; more: Partial<CellName> }[] {
  const quarters = quarterly ? printed.quarters.toReversed() : []
  const findings = figure === "peopleConcerned" ? PEOPLE_FIGURES : []
  return [
    { title: en.release.allToDay, more: {} },
    ...quarters.map((period) => ({ title: shortQuarter(period, printed.asAt, "en"), more: { period } })),
    ...findings.map((finding) => ({ title: wordsOf(finding).name, more: { finding: idOf(finding) } })),
  ]
}

/** Each group that the figure is told apart by, once, those without anything left out. */
function rowsOf(printed: PrintedRelease, figure: Figure): { label: string; group: Partial<CellName> }[] {
  const groups = printed.cells.filter(
    (cell) =>
      cell.figure === figure && cell.name.period === undefined && cell.name.finding === undefined && cell.printed !== 0,
  )
  const rows = groups.map(({ name: { measure: _, ...group } }) => ({
    label: groupName({ measure: "", ...group }, "en", figuresNames) || en.release.all,
    group,
  }))
  return rows.length > 0 ? rows : [{ label: en.release.all, group: {} }]
}
