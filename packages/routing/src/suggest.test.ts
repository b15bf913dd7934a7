import { expect, test } from "vitest"
import { indexNames } from "./names.ts"
import { createRouter } from "./router.ts"
import { createSuggester } from "./suggest.ts"
import { wholeDirectory } from "./whole-directory.ts"

const directory = wholeDirectory()
const names = indexNames(directory)
const suggest = createSuggester(names, createRouter(directory, undefined, names))
const forces = (typed: string) =>
  suggest(typed, "2026-11-24").map((suggestion) =>
    "body" in suggestion ? suggestion.body : suggestion.candidate.tenant,
  )

test("one letter suggests nothing, as nearly every name may follow", () => {
  expect(suggest("n", "2026-11-24")).toEqual([])
  expect(suggest("", "2026-11-24")).toEqual([])
})

test.each([
  ["maids", "kent"],
  ["caerd", "south-wales"],
  ["metropol", "metropolitan"],
  ["milton k", "thames-valley"],
  ["stoke on", "staffordshire"],
  ["glasg", "police-scotland"],
])("%s may become what %s polices", (typed, force) => expect(forces(typed)).toContain(force))

test("what is typed whole comes first, with its namesakes, told apart by county", () => {
  const [first, second] = suggest("newport", "2026-11-24")
  expect(first).toMatchObject({ candidate: { tenant: "gwent", place: "Newport" } })
  expect(second).toMatchObject({ candidate: { county: expect.any(String) } })
})

test("a slip of the finger is suggested where nothing begins so", () => {
  expect(forces("birmnigham")).toContain("west-midlands")
})

test("no more than six lines, none twice", () => {
  for (const typed of ["st", "new", "west", "sutton", "north"]) {
    const lines = suggest(typed, "2026-11-24").map((line) => JSON.stringify(line))
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.length).toBeLessThanOrEqual(6)
    expect(new Set(lines).size).toBe(lines.length)
  }
})
