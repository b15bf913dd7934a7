import { catalogue, idOf } from "../catalogue.ts"
import type { PrintedCell, PrintedRelease } from "../release/printed-release.ts"

/** The columns of a release's CSV, each with what it holds, in the order in which they stand. */
export const CSV_COLUMNS = {
  release: "The release, such as 2024-q1, or 2024-q1-revision-1.",
  as_at: "What had happened by this day.",
  known_at: "As recorded by this day.",
  figure: "The figure, by its name in the definitions.",
  unit: "What the figure counts. Counts of two units can’t be added.",
  force: "The force, national-desk, or all.",
  line: "The line that contacts came by, or all.",
  channel: "online, phone, or all.",
  finding: "What became of people concerned, by the name of the figure, or all.",
  reason: "Why contacts weren’t for this hotline, or all.",
  category: "What reporters ticked, or all. A contact may have several.",
  period: "The quarter, such as 2024-Q1; all is everything up to as_at. The last quarter may have begun only.",
  count: "The count; empty where mark says why.",
  mark: "c: 1 to 4, or hidden so that no one can work it out. x: not known, that desk had stopped. Else empty.",
} as const

/** One count as files have it: the same keys in CSV and JSON. */
export function rowOf({ id, asAt, knownAt }: PrintedRelease, { figure, name, printed }: PrintedCell) {
  const { force = "all", line = "all", channel = "all", finding = "all", reason = "all", category = "all" } = name
  return {
    release: id,
    as_at: asAt,
    known_at: knownAt,
    figure: idOf(figure),
    unit: catalogue[figure].unit,
    force,
    line,
    channel,
    finding,
    reason,
    category,
    period: name.period ?? "all",
    count: typeof printed === "number" ? printed : null,
    mark: typeof printed === "number" ? "" : printed,
  } satisfies Record<keyof typeof CSV_COLUMNS, string | number | null>
}

/** A release as a table for a spreadsheet (RFC 4180): a row for each count. No value has a comma or a quote. */
export const csvOf = (release: PrintedRelease): string =>
  [
    Object.keys(CSV_COLUMNS).join(","),
    ...release.cells.map((cell) => Object.values(rowOf(release, cell)).join(",")),
    "",
  ].join("\r\n")

const DATATYPES: Partial<Record<keyof typeof CSV_COLUMNS, string>> = {
  as_at: "date",
  known_at: "date",
  count: "integer",
}

/** What the columns of the CSV beside it are (W3C CSV on the Web, metadata vocabulary). */
export const csvMetadata = (release: PrintedRelease, definitions: unknown) => ({
  "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
  url: "figures.csv",
  "dc:title": `Candour: figures, release ${release.id}`,
  "dc:issued": release.publicationDay,
  "dc:license": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
  tableSchema: {
    columns: Object.entries(CSV_COLUMNS).map(([name, description]) => ({
      name,
      titles: name,
      "dc:description": description,
      datatype: DATATYPES[name as keyof typeof CSV_COLUMNS] ?? "string",
      required: name !== "count" && name !== "mark",
    })),
    primaryKey: ["figure", "force", "line", "channel", "finding", "reason", "category", "period"],
  },
  "dc:description": definitions,
})
