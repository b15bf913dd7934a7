import { eventDetails, parseEventCodes, referralGround } from "@candour/domain/event.ts"
import { outcome } from "@candour/domain/outcome.ts"
import { sign } from "@candour/domain/sign.ts"
import { severity } from "@candour/domain/stage.ts"
import { threat } from "@candour/domain/threat.ts"
import { test as property } from "@fast-check/vitest"
import fc from "fast-check"
import { expect, test } from "vitest"
import type { DecidedKind } from "./decided-kind.ts"
import { MAX_LETTERS, readDecision, type Typed } from "./read-decision.ts"

const typed = (values: Record<string, string | string[]>): Typed => ({
  one: (field) => [values[field] ?? ""].flat()[0] ?? "",
  all: (field) => [values[field] ?? []].flat(),
})
const answers = (answer: string) =>
  Object.fromEntries(referralGround.options.map((ground) => [`ground-${ground}`, answer]))
const assessed = {
  threat: "ppda",
  severity: "gross",
  persons: "2",
  words: "Because of the logs.",
  ...answers("no"),
}

test("an assessment left open says what is missing, field by field", () => {
  const { errors } = readDecision("assessed", 0, typed({}))
  expect(Object.keys(errors)).toEqual(
    expect.arrayContaining(["threat", "severity", "persons", "words", "ground-dsi", "ground-chief"]),
  )
})

test("unsure counts as yes", () => {
  const read = readDecision("assessed", 0, typed({ ...assessed, "ground-apsp": "unsure", "ground-dsi": "yes" }))
  expect(read.errors).toEqual({})
  expect(read.detail.grounds).toEqual(["dsi", "apsp"])
})

test("the main threat isn't among the others as well", () => {
  const read = readDecision("assessed", 0, typed({ ...assessed, others: ["ppda", "systems"] }))
  expect(read.detail.others).toEqual(["systems"])
})

test("sharing with conditions needs both codes, free sharing takes neither", () => {
  const draft = { source: "2", information: "A", handling: "C", action: "A1", sanitising: "S2", words: "Clean." }
  const read = (changes: object) => readDecision("intelligence-drafted", 0, typed({ ...draft, ...changes }))
  expect(read({}).errors).toEqual({})
  expect(Object.keys(read({ action: "none" }).errors)).toEqual(["action"])
  expect(read({ handling: "P" }).detail).toEqual({ grading: { source: "2", information: "A", handling: "P" } })
})

test("words that are too long are told by how many letters", () => {
  const read = readDecision("closed", 0, typed({ words: "x".repeat(MAX_LETTERS + 3) }))
  expect(read.errors.words).toContain("3 letters too long")
})

const KINDS: DecidedKind[] = [
  "taken",
  "danger-acted",
  "assessed",
  "intelligence-drafted",
  "intelligence-made",
  "intelligence-returned",
  "investigating",
  "outcome",
  "messaged",
  "closed",
  "reopened",
  "corrected",
]
const orNothing = (...values: readonly string[]) => fc.constantFrom("", ...values)

property.prop({
  kind: fc.constantFrom(...KINDS),
  target: fc.integer({ min: 1, max: 99 }),
  values: fc.record({
    did: orNothing("rang-999", "no-danger"),
    threat: orNothing(...threat.options),
    others: fc.subarray([...threat.options], { maxLength: 15 }),
    signs: fc.subarray([...sign.options]),
    severity: orNothing(...severity.options),
    persons: fc.oneof(fc.integer({ min: 0, max: 99 }).map(String), fc.string({ maxLength: 3 })),
    source: orNothing("1", "2", "3"),
    information: orNothing("A", "B", "C", "D", "E"),
    handling: orNothing("P", "C"),
    action: orNothing("A1", "none"),
    sanitising: orNothing("S1", "none"),
    outcome: orNothing(...outcome.options),
    corrects: fc.integer({ min: 1, max: 99 }).map(String),
    words: fc.string(),
    "ground-dsi": orNothing("no", "yes", "unsure"),
  }),
})("whatever a form reads without an error is what the event asks for", ({ kind, target, values }) => {
  const { detail, errors } = readDecision(kind, target, typed({ ...answers("no"), ...values }))
  const fits = eventDetails[kind].safeParse(detail).success
  // A form may ask more than the event (a reason in words), never less.
  expect(fits || Object.keys(errors).length > 0).toBe(true)
  if (Object.keys(errors).length === 0) expect(parseEventCodes(kind, detail).kind).toBe(kind)
})
