import { fc, test } from "@fast-check/vitest"
import { expect } from "vitest"
import type { FineCount } from "../counts.ts"
import { keyOf } from "../protection/cell.ts"
import { protect } from "../protection/protect.ts"
import { tableOf } from "./table-of.ts"

const when = { asAt: "2024-12-31", knownAt: "2024-12-31" } as const

const counted = (changes: Partial<FineCount>): FineCount => ({
  measure: "contact",
  category: "",
  toOtherForce: false,
  month: "2024-01-01",
  force: "kent",
  line: "national",
  channel: "online",
  knownThen: 1,
  knownNow: 1,
  ...changes,
})

const anyCount = fc
  .record({
    month: fc.constantFrom("2023-12-01", "2024-01-01", "2024-02-01", "2024-07-01"),
    force: fc.constantFrom("kent", "essex", "gwent"),
    channel: fc.constantFrom("online", "phone"),
    knownThen: fc.integer({ min: 0, max: 30 }),
  })
  .map(counted)

test.prop([fc.array(anyCount, { maxLength: 25 })], { numRuns: 60 })(
  "a table has every total that its counts are part of, and can be protected",
  async (counts) => {
    const table = tableOf(
      counts,
      when,
      [
        { figure: "contacts", by: ["force"], every: "month", prints: ({ force }) => force === "kent" },
        { figure: "contacts", by: ["channel"], every: "quarter" },
      ],
      {},
    )
    const byKey = new Map(table.cells.map((cell) => [keyOf(cell.name), cell]))
    const sum = (is: (count: FineCount) => boolean) =>
      counts.filter(is).reduce((total, { knownThen }) => total + knownThen, 0)
    const countOf = (key: string) => byKey.get(key)?.value ?? 0

    expect(countOf("contacts ")).toBe(sum(() => true))
    expect(countOf("contacts 2024-Q1")).toBe(sum(({ month }) => month < "2024-07-01" && month > "2024"))
    expect(countOf("contacts force=kent 2024-01")).toBe(
      sum(({ force, month }) => force === "kent" && month === "2024-01-01"),
    )
    expect(countOf("contacts channel=phone 2024-Q3")).toBe(
      sum(({ channel, month }) => channel === "phone" && month === "2024-07-01"),
    )
    for (const cell of table.cells) {
      const isAskedMonth =
        cell.name.force === "kent" && cell.name.period?.length === 7 && !cell.name.period.includes("Q")
      const isAskedQuarter = cell.name.channel !== undefined && cell.name.period?.includes("Q") === true
      expect(cell.unprinted !== true).toBe(isAskedMonth || isAskedQuarter)
    }
    const [printed] = await protect([table], [])
    for (const cell of printed?.cells ?? []) if (cell.value < 5 && !cell.unprinted) expect(cell.hidden).toBeDefined()
  },
)

test("what became of people adds up to all, by force", () => {
  const person = (force: string, count: number) => counted({ measure: "person", force, knownThen: count })
  const outcome = (force: string, category: string) => counted({ measure: "outcome", category, force })
  const counts = [person("kent", 3), person("essex", 2), outcome("kent", "dismissed"), outcome("kent", "no-case")]
  const { cells } = tableOf(counts, when, [{ figure: "peopleConcerned", by: ["force", "finding"], every: "all" }], {})
  expect(Object.fromEntries(cells.map(({ name, value }) => [keyOf(name).trim(), value]))).toEqual({
    people_concerned: 5,
    "people_concerned force=kent": 3,
    "people_concerned force=essex": 2,
    "people_concerned finding=proven": 1,
    "people_concerned finding=not_proven": 1,
    "people_concerned finding=not_yet_decided": 3,
    "people_concerned force=kent finding=proven": 1,
    "people_concerned force=kent finding=not_proven": 1,
    "people_concerned force=kent finding=not_yet_decided": 1,
    "people_concerned force=essex finding=not_yet_decided": 2,
  })
})

test("a figure that can fall isn't told apart by a period in which it fell", () => {
  const closed = [
    counted({ measure: "closed", knownThen: 2 }),
    counted({ measure: "closed", month: "2024-07-01", knownThen: -1 }),
  ]
  expect(() => tableOf(closed, when, [{ figure: "closed", by: ["force"], every: "quarter" }], {})).toThrow(
    /can’t be told apart/,
  )
  expect(tableOf(closed, when, [{ figure: "closed", by: ["force"], every: "all" }], {}).cells).toHaveLength(2)
})
