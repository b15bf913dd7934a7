import fc from "fast-check"
import type { EventCodes } from "../event.ts"

const threats = fc.record({
  threat: fc.constantFrom("ppda" as const, "apsp" as const, "systems" as const, "drugs" as const),
  others: fc.uniqueArray(fc.constantFrom("discrimination" as const, "ppda" as const, "justice" as const), {
    maxLength: 2,
  }),
})
const number = fc.integer({ min: 1, max: 14 })
const bare = <Kind extends string>(...kinds: Kind[]) => kinds.map((kind) => fc.constant({ kind, detail: {} }))

/** An id that is nobody's. */
const SOMEBODY = "0a000000-0000-4000-8000-000000000000"

/** Any event that anybody could ask for, sensible or not: for property tests of what may follow. */
export const anyEvent = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ kind: "opened", detail: { reason: "own" } }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("assessed"),
      detail: threats.chain((two) =>
        fc.record({
          threat: fc.constant(two.threat),
          others: fc.constant(two.others),
          severity: fc.constant("gross"),
          persons: fc.integer({ min: 0, max: 2 }),
          grounds: fc.constant([]),
          signs: fc.constantFrom(["exposure" as const], ["firearms" as const, "rudeness" as const], []),
        }),
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.constant({
      kind: "intelligence-drafted",
      detail: { grading: { source: "2", information: "A", handling: "C", action: "A1", sanitising: "S2" } },
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("intelligence-made"),
      detail: fc.tuple(threats, number).map(([two, draft]) => ({ ...two, draft })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("intelligence-returned"), detail: fc.record({ draft: number }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("outcome"),
      detail: fc.record({
        person: fc.integer({ min: 1, max: 3 }),
        outcome: fc.constantFrom("dismissed", "no-case", "left"),
      }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("corrected"), detail: fc.record({ corrects: number }) }) },
  { weight: 4, arbitrary: fc.constant({ kind: "closed", detail: {} }) },
  ...bare(
    "messaged",
    "investigating",
    "reopened",
    "taken",
    "acknowledged",
    "reviewed",
    "danger-flagged",
    "contacted",
    "reported",
    "disputed",
    "dispute-answered",
  ),
  fc.record({
    kind: fc.constant("stage-released"),
    detail: fc.record({ stage: fc.constantFrom("assessing", "intelligence", "investigating") }),
  }),
  fc.constant({ kind: "iopc-decided", detail: { refer: true, grounds: ["apsp"] } }),
  ...bare("set-aside", "accepted", "paused", "resumed", "unrestricted", "message-allowed", "withdrawn", "indexed").map(
    (arbitrary) =>
      arbitrary.map(({ kind }) => ({
        kind,
        detail: kind === "set-aside" ? { why: "crime" } : kind === "paused" ? { why: "court" } : {},
      })),
  ),
  fc.record({ kind: fc.constant("stopped"), detail: fc.constant({ why: "unit" }) }),
  fc.record({ kind: fc.constant("let-in"), detail: fc.constant({ who: SOMEBODY }) }),
  fc.record({ kind: fc.constant("noted"), detail: fc.record({ nature: fc.constantFrom("fact", "opinion") }) }),
  fc.record({ kind: fc.constant("tasked"), detail: fc.constant({ for: SOMEBODY, due: "2026-03-02" }) }),
  fc.record({ kind: fc.constant("task-done"), detail: fc.record({ task: number }) }),
  fc.record({ kind: fc.constant("milestone"), detail: fc.record({ which: fc.constantFrom("interviewed", "moved") }) }),
  fc.record({
    kind: fc.constant("matched"),
    detail: fc.record({
      person: fc.constant(1),
      report: fc.constant(SOMEBODY),
      other: fc.constant(1),
      same: fc.boolean(),
    }),
  }),
  fc.record({ kind: fc.constant("export-asked"), detail: fc.constant({ format: "json" }) }),
  fc.record({ kind: fc.constantFrom("export-allowed", "exported"), detail: fc.record({ asked: number }) }),
  fc.record({
    kind: fc.constant("transferred"),
    detail: fc.constantFrom({ to: "essex" }, { to: "essex", returned: true }, { to: "surrey", returned: true }),
  }),
  fc.constant({ kind: "call-ended", detail: { why: "silent" } }),
  fc.constant({ kind: "routed", detail: { reason: "found" } }),
  fc.constant({ kind: "routed", detail: { reason: "unknown", candidates: ["kent", "essex"] } }),
  fc.constant({ kind: "referred", detail: { to: "essex" } }),
  fc.record({
    kind: fc.constant("arrived"),
    detail: fc.constantFrom({ from: "essex", referral: true }, { from: "essex", number: 5 }, { from: "essex" }),
  }),
) as fc.Arbitrary<EventCodes>
