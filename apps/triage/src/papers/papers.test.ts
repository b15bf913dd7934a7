import type { EventCodes, Paper } from "@candour/domain/event.ts"
import { paper as everyPaper } from "@candour/domain/event.ts"
import { expect, test } from "vitest"
import { asCsv, asJson } from "./exported.ts"
import { type PaperEvent, type PaperSource, partsOf } from "./paper.ts"

const ACCOUNT = "My sister saw him read her plate into his radio."
const CLEAN = "An officer is said to have looked up a car without a policing purpose."

const event = (number: number, codes: EventCodes, words?: string, corrected = false): PaperEvent => ({
  number,
  codes,
  words,
  what: codes.kind,
  when: `day ${number} by Dan Whitlock`,
  corrected,
})
const grading = { source: "2", information: "A", handling: "C", action: "A1", sanitising: "S2" } as const
const events = [
  event(1, { kind: "contacted", detail: {} }),
  event(2, { kind: "opened", detail: { reason: "own" } }),
  event(
    3,
    {
      kind: "assessed",
      detail: { threat: "systems", others: [], severity: "gross", persons: 1, grounds: ["corruption"] },
    },
    "It fits the shift.",
  ),
  event(4, { kind: "intelligence-drafted", detail: { grading } }, "An early text."),
  event(5, { kind: "intelligence-made", detail: { draft: 4, threat: "systems", others: [] } }, undefined, true),
  event(6, { kind: "intelligence-drafted", detail: { grading } }, CLEAN),
  event(7, { kind: "intelligence-made", detail: { draft: 6, threat: "systems", others: ["ppda"] } }),
  event(8, { kind: "iopc-decided", detail: { refer: true, grounds: ["corruption"] } }, "It must."),
]
const source: PaperSource = {
  reference: "K7QF-2M9P",
  force: "Kent Police",
  received: "24 November 2026",
  ticked: "Partner",
  said: [{ label: "What happened?", answer: ACCOUNT }],
  people: ["PC Dan Roe · 456"],
  messages: 2,
  events,
  elsewhere: [{ reference: "QQQQ-1111", when: "Grace Hollis, 3 March", what: "Person 2 of QQQQ-1111 is person 1" }],
}
const textOfPaper = (paper: Paper, from = source) =>
  partsOf(paper, from)
    ?.flatMap(({ heading, lines }) => [heading, ...lines.map(({ label, text }) => `${label ?? ""} ${text}`)])
    .join("\n")

test("the papers that leave the unit hold the clean text and never the reporter's own words", () => {
  for (const paper of ["intelligence", "iopc-referral", "disclosure"] as const) {
    expect([paper, textOfPaper(paper)?.includes(ACCOUNT)]).toEqual([paper, false])
    expect(textOfPaper(paper)).not.toContain("An early text")
  }
  expect(textOfPaper("intelligence")).toContain(CLEAN)
  expect(textOfPaper("intelligence")).toContain("For lead purposes only")
  expect(textOfPaper("intelligence")).toContain("2 Untested · A Known directly to the source")
  expect(textOfPaper("iopc-referral")).toContain(CLEAN)
  expect(textOfPaper("iopc-referral")).toContain("PC Dan Roe · 456")
  expect(textOfPaper("report")).toContain(ACCOUNT)
})

test("without a sanitised text the referral says so, and there is no intelligence report", () => {
  const early = { ...source, events: events.slice(0, 3) }
  expect(textOfPaper("intelligence", early)).toBeUndefined()
  expect(textOfPaper("iopc-referral", early)).toContain("No sanitised text has been made yet.")
  expect(textOfPaper("iopc-referral", early)).not.toContain("It fits the shift.")
})

test("the decision log leaves out what was only looked at; the history leaves out nothing", () => {
  expect(textOfPaper("decision-log")).not.toContain("opened")
  expect(textOfPaper("decision-log")).toContain("It must.")
  for (const { number } of events) expect(textOfPaper("history")).toContain(`${number} · day ${number}`)
  for (const each of everyPaper.options) expect(partsOf(each, source)).toBeDefined()
})

test("what other reports say of it is in its history, its decision log and its exports", () => {
  const what = "Person 2 of QQQQ-1111 is person 1"
  for (const paper of ["history", "decision-log"] as const) expect(textOfPaper(paper)).toContain(what)
  for (const paper of ["report", "intelligence", "iopc-referral", "disclosure"] as const)
    expect(textOfPaper(paper)).not.toContain(what)
  expect(JSON.parse(asJson(source)).elsewhere).toEqual(source.elsewhere)
  expect(asCsv(source)).toContain(`"elsewhere","QQQQ-1111, Grace Hollis, 3 March","${what}"`)
  expect(textOfPaper("history", { ...source, elsewhere: [] })).not.toContain("other reports")
})

test("an export holds everything, and runs no formula in a spreadsheet", () => {
  const json = JSON.parse(asJson(source))
  expect(json.history).toHaveLength(events.length)
  expect(json.said[0].answer).toBe(ACCOUNT)
  const csv = asCsv({ ...source, said: [{ label: "What happened?", answer: '=HYPERLINK("http://x")\nand "more"' }] })
  expect(csv).toContain(`"said","What happened?","'=HYPERLINK(""http://x"")\nand ""more"""`)
  expect(csv.split("\r\n")).toHaveLength(1 + 4 + 1 + 1 + 1 + events.length + 1)
})
