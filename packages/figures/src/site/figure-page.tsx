import { BarChart } from "@candour/web/components/charts/bar-chart.tsx"
import { ColumnChart } from "@candour/web/components/charts/column-chart.tsx"
import { Table } from "@candour/web/components/table.tsx"
import type { FC } from "hono/jsx"
import { catalogue, type FigureName, idOf, PEOPLE_FIGURES } from "../catalogue.ts"
import { unitWords, wordsOf } from "../definitions.ts"
import type { CellName, Dimension } from "../protection/cell.ts"
import { RELEASED } from "../release/contents.ts"
import type { PrintedRelease } from "../release/printed-release.ts"
import { valueName } from "./groups.ts"
import { Marks } from "./marks.tsx"
import { formatQuarter, messages, shortQuarter } from "./messages.ts"
import { percentOf, print } from "./print.ts"
import { Quote } from "./quote.tsx"
import { AsAt, folderOf } from "./release-page.tsx"
import type { SiteNames } from "./site-names.ts"
import { linkFrom, type Place, SitePage } from "./site-page.tsx"
import type { SiteRelease } from "./site-state.ts"

interface FigurePageProps {
  place: Place
  figure: FigureName
  of: SiteRelease
  names: SiteNames
}

const HEADINGS = {
  line: ["byLine", "line"],
  channel: ["byChannel", "channel"],
  category: ["byCategory", "category"],
  reason: ["byReason", "reason"],
} as const

/** One figure of a release: what it counts, its chart, its tables, and a sentence to quote. */
export const FigurePage: FC<FigurePageProps> = (props) => {
  const { place, figure, of } = props
  const { lang } = place
  const words = messages[lang]
  const { name, means, leavesOut } = wordsOf(figure, lang)
  const released = RELEASED.find((each) => each.figure === figure)
  return (
    <SitePage place={place} title={`${name}, ${words.release.title(of.release.quarter)}`}>
      <p class="govuk-body">
        <a class="govuk-link" href={linkFrom(place, { page: folderOf(place) })}>
          {words.release.title(of.release.quarter)}
        </a>
      </p>
      <h1 class="govuk-heading-xl">{name}</h1>
      <AsAt place={place} of={of} />
      <p class="candour-site-count">
        <strong>{print(of.release.at({ measure: idOf(figure) }))}</strong> {words.release.toDay(of.release.asAt)}
      </p>
      <dl class="candour-prose govuk-body">
        <dt class="candour-site-term">{words.figure.means}</dt>
        <dd class="candour-site-definition">
          {means} {words.figure.unit(unitWords[lang][catalogue[figure].unit])}
        </dd>
        <dt class="candour-site-term">{words.figure.leavesOut}</dt>
        <dd class="candour-site-definition">{leavesOut}</dd>
      </dl>
      <Quote figure={figure} of={of} />
      <Marks />
      {released?.quarterly && <ByQuarter {...props} />}
      {figure === "peopleConcerned" && <ByFinding {...props} />}
      {released?.also?.map((dimension) => dimension !== "finding" && <ByDimension {...props} dimension={dimension} />)}
      {figure === "peopleConcerned" && <FindingByForce {...props} />}
      {figure !== "peopleConcerned" && !released?.ofTheHotline && <ByForce {...props} />}
    </SitePage>
  )
}

/** The columns of a table: all to the day, then each quarter, the newest first. */
const periodsOf = ({ quarters }: PrintedRelease, figure: FigureName): (string | undefined)[] =>
  RELEASED.find((each) => each.figure === figure)?.quarterly ? [undefined, ...quarters.toReversed()] : [undefined]

const columnsOf = ({ of: { release }, figure, place: { lang } }: FigurePageProps) =>
  periodsOf(release, figure).map((period) => ({
    title: period === undefined ? messages[lang].figure.allToDay : shortQuarter(period, release.asAt, lang),
    numeric: true,
  }))

const countsOf = ({ of: { release }, figure }: FigurePageProps, group: Partial<CellName>): string[] =>
  periodsOf(release, figure).map((period) =>
    print(release.at({ measure: idOf(figure), ...group, ...(period !== undefined && { period }) })),
  )

const ByQuarter: FC<FigurePageProps> = ({ of: { release }, figure, place: { lang } }) => {
  const words = messages[lang].figure
  const { name } = wordsOf(figure, lang)
  const quarters = release.quarters.map((period) => ({
    period,
    printed: release.at({ measure: idOf(figure), period }),
  }))
  return (
    <section>
      <h2 class="govuk-heading-m">{words.byQuarter}</h2>
      <ColumnChart
        description={words.byQuarterPicture(name)}
        columns={quarters.map(({ period, printed }) => ({
          label: period,
          count: typeof printed === "number" ? printed : 0,
          mark: typeof printed === "number" ? (period.endsWith("Q1") ? period.slice(0, 4) : undefined) : print(printed),
        }))}
      />
      <Table
        caption={words.byQuarter}
        captionSize="hidden"
        rowHeaders
        columns={[{ title: words.quarter }, { title: words.count, numeric: true }]}
        rows={quarters.map(({ period, printed }) => [
          `${formatQuarter(period, lang)}${shortQuarter(period, release.asAt, lang).endsWith(")") ? ` ${messages[lang].soFar}` : ""}`,
          print(printed),
        ])}
      />
    </section>
  )
}

const desksByName = ({ of: { release }, place: { lang }, names }: FigurePageProps) =>
  release.desks
    .map((desk) => ({ desk, name: names.desk(desk, lang) }))
    .sort((one, other) => one.name.localeCompare(other.name, lang))

const ByForce: FC<FigurePageProps> = (props) => {
  const { of, figure, place } = props
  const words = messages[place.lang].figure
  const { name } = wordsOf(figure, place.lang)
  const desks = desksByName(props)
  const bars = desks.flatMap(({ desk, name: label }) => {
    const count = of.release.at({ measure: idOf(figure), force: desk })
    return typeof count === "number" && count > 0 ? [{ label, count }] : []
  })
  return (
    <section>
      <h2 class="govuk-heading-m">{words.byForce}</h2>
      <p class="govuk-body candour-prose">{words.byForceNote}</p>
      {bars.length > 0 && <BarChart description={words.byForcePicture(name)} bars={bars} />}
      <Table
        caption={words.byForce}
        captionSize="hidden"
        rowHeaders
        columns={[{ title: words.force }, ...columnsOf(props)]}
        rows={[
          ...desks.map(({ desk, name: label }) => [label, ...countsOf(props, { force: desk })]),
          [words.all, ...countsOf(props, {})],
        ]}
      />
    </section>
  )
}

const ByDimension: FC<FigurePageProps & { dimension: Dimension }> = (props) => {
  const { of, figure, place, names, dimension } = props
  const words = messages[place.lang].figure
  const [heading, column] = HEADINGS[dimension as keyof typeof HEADINGS]
  const values = new Set(
    of.release.cells.flatMap((cell) => (cell.figure === figure ? (cell.name[dimension] ?? []) : [])),
  )
  return (
    <section>
      <h2 class="govuk-heading-m">{words[heading]}</h2>
      <Table
        caption={words[heading]}
        captionSize="hidden"
        rowHeaders
        columns={[{ title: words[column] }, ...columnsOf(props)]}
        rows={[...values].map((value) => [
          valueName(dimension, value, place.lang, names),
          ...countsOf(props, { [dimension]: value }),
        ])}
      />
    </section>
  )
}

const ByFinding: FC<FigurePageProps> = ({ of: { release }, place: { lang } }) => {
  const words = messages[lang].figure
  const measure = idOf("peopleConcerned")
  const found = PEOPLE_FIGURES.map((finding) => ({
    finding,
    label: wordsOf(finding, lang).name,
    printed: release.at({ measure, finding: idOf(finding) }),
  }))
  const printedOf = (name: FigureName) => found.find(({ finding }) => finding === name)?.printed ?? "c"
  const [proven, notProven] = [printedOf("proven"), printedOf("notProven")]
  const decided = typeof proven === "number" && typeof notProven === "number" ? proven + notProven : "c"
  const percent = percentOf(proven, decided)
  return (
    <section>
      <h2 class="govuk-heading-m">{words.byFinding}</h2>
      <BarChart
        description={words.byFindingPicture}
        bars={found.flatMap(({ label, printed }) => (typeof printed === "number" ? [{ label, count: printed }] : []))}
      />
      <Table
        caption={words.byFinding}
        captionSize="hidden"
        rowHeaders
        columns={[{ title: words.finding }, { title: words.count, numeric: true }, { title: words.means }]}
        rows={[
          ...found.map(({ finding, label, printed }) => [label, print(printed), wordsOf(finding, lang).means]),
          [words.all, print(release.at({ measure })), ""],
        ]}
      />
      {percent !== undefined && <p class="govuk-body">{words.proven(percent)}</p>}
    </section>
  )
}

const FindingByForce: FC<FigurePageProps> = (props) => {
  const { of, place } = props
  const words = messages[place.lang].figure
  const measure = idOf("peopleConcerned")
  const columns = [...PEOPLE_FIGURES, "peopleConcerned" as const]
  const countsIn = (group: Partial<CellName>) =>
    columns.map((each) =>
      print(of.release.at({ measure, ...group, ...(each !== "peopleConcerned" && { finding: idOf(each) }) })),
    )
  return (
    <section>
      <h2 class="govuk-heading-m">{words.byForce}</h2>
      <p class="govuk-body candour-prose">{words.byForceNote}</p>
      <Table
        caption={words.byForce}
        captionSize="hidden"
        rowHeaders
        columns={[
          { title: words.force },
          ...columns.map((each) => ({ title: wordsOf(each, place.lang).name, numeric: true })),
        ]}
        rows={[
          ...desksByName(props).map(({ desk, name }) => [name, ...countsIn({ force: desk })]),
          [words.all, ...countsIn({})],
        ]}
      />
    </section>
  )
}
