import { referenceOf } from "@candour/domain/reference.ts"
import { test as property } from "@fast-check/vitest"
import fc from "fast-check"
import { expect, test } from "vitest"
import { type Found, ReportIndex } from "./report-index.ts"

const ID = "a2b1c0de-0000-4000-8000-000000000001"
const OTHER = "b2b1c0de-0000-4000-8000-000000000002"

function indexOf(...texts: [id: string, title: string, text: string][]): ReportIndex {
  const index = new ReportIndex()
  for (const [id, title, text] of texts) index.add({ id, title, text })
  return index
}
const idsFor = (index: ReportIndex, query: string) => index.find(query, 50).found.map(({ id }) => id)
const marked = (found: Found | undefined) =>
  [...(found?.title ?? []), ...(found?.text ?? [])].filter((piece) => piece.found).map(({ text }) => text)

const index = indexOf(
  [ID, "Number plate by radio", "He drove past the allotments and read her number plate into his radio. Siân saw it."],
  [OTHER, "", "She sells what is seized."],
)

test.each([
  ["allotments", [ID]],
  ["ALLOTMENT", [ID]],
  ["sian", [ID]],
  ["alotments", [ID]],
  ["seized sells", [OTHER]],
  ["seized radio", []],
  [referenceOf(OTHER), [OTHER]],
  ["", []],
])("%s finds what has all of its words", (query, ids) => {
  expect(idsFor(index, query)).toEqual(ids)
})

test("the words found are marked in title and text, as they were written", () => {
  expect(marked(index.find("radio sian", 50).found[0])).toEqual(["radio", "radio", "Siân"])
})

test("a long text is shown around the first word found", () => {
  const long = indexOf([ID, "", `${"Before. ".repeat(200)}The needle lies here.${" After.".repeat(200)}`])
  const shown =
    long
      .find("needle", 50)
      .found[0]?.text.map(({ text }) => text)
      .join("") ?? ""
  expect(shown).toContain("The needle lies here.")
  expect(shown.length).toBeLessThan(260)
})

property.prop({ text: fc.string({ unit: "grapheme", maxLength: 200 }), title: fc.string({ maxLength: 40 }) })(
  "what is shown of a short report is what was written",
  ({ text, title }) => {
    const one = indexOf([ID, title, `needle ${text}`])
    const found = one.find("needle", 50).found[0]
    expect(found?.text.map((piece) => piece.text).join("")).toBe(`needle ${text}`.toWellFormed())
    expect(found?.title.map((piece) => piece.text).join("")).toBe(title)
  },
)
