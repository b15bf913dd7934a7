/** A report as a force's case system takes it. Pure: runs over what is open in a browser. */
import type { PaperSource } from "./paper.ts"

/** All of a report: what was said, who it is about, and its whole history, by fields that keep their names. */
export const asJson = (source: PaperSource): string =>
  JSON.stringify(
    {
      format: "candour-report",
      version: 1,
      reference: source.reference,
      force: source.force,
      received: source.received,
      ticked: source.ticked,
      said: source.said,
      people: source.people,
      history: source.events.map(({ number, codes, when, what, words, corrected }) => ({
        number,
        ...codes,
        when,
        what,
        words,
        corrected,
      })),
      elsewhere: source.elsewhere,
    },
    undefined,
    2,
  )

/** The same as a table of three columns (RFC 4180): `section,name,value`. */
export function asCsv(source: PaperSource): string {
  const rows: [section: string, name: string, value: string][] = [
    ["report", "reference", source.reference],
    ["report", "force", source.force],
    ["report", "received", source.received],
    ["report", "ticked", source.ticked],
    ...source.said.map(({ label, answer }) => ["said", label, answer] as [string, string, string]),
    ...source.people.map((person, index) => ["person", String(index + 1), person] as [string, string, string]),
    ...source.events.map(
      ({ number, when, what, words }) =>
        ["event", `${number}, ${when}`, [what, words].filter(Boolean).join("\n")] as [string, string, string],
    ),
    ...source.elsewhere.map(
      ({ reference, when, what }) => ["elsewhere", `${reference}, ${when}`, what] as [string, string, string],
    ),
  ]
  return [["section", "name", "value"], ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("")
}

/** A spreadsheet runs what begins like a formula: such a cell gets an apostrophe first. */
const cell = (text: string): string => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`
