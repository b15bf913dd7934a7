import { brotliCompressSync } from "node:zlib"
import { fc, test as property } from "@fast-check/vitest"
import { describe, expect, test } from "vitest"
import { createRouter } from "./router.ts"
import { joinShards, lettersOf, splitDirectory } from "./shards.ts"
import { inBrowser } from "./testing/in-browser.ts"
import { wholeDirectory } from "./whole-directory.ts"

const ON = "2026-11-24"
const directory = wholeDirectory()
const { core, shards } = splitDirectory(directory)
const whole = createRouter(directory)
const browser = inBrowser(directory)

describe("over the shards of a hint's first letters", () => {
  const names = directory.places.flatMap(({ names }) => names)
  const hints = [
    ...names.filter((_, at) => at % 25 === 0),
    ...directory.forces.flatMap(({ name, aliases }) => [name.en, ...aliases]),
    ...Object.keys(directory.postcodes).filter((_, at) => at % 25 === 0),
    ...["SW1A 1AA", "yng Nghaerdydd", "rexham", "D and C police", "he is a sergeant with Kent police in Maidstone"],
  ]

  test("each name, alias and district is answered as over the whole directory", () => {
    const differing = hints.filter((hint) => JSON.stringify(browser(hint, ON)) !== JSON.stringify(whole(hint, ON)))
    expect(differing).toEqual([])
    expect(hints.length).toBeGreaterThan(1_000)
  })
})

test("together the shards are the directory", () => {
  const all = joinShards(core, Object.values(shards))
  const rowsOf = (places: typeof all.places) =>
    new Set(places.flatMap(({ names, kind, forces }) => names.map((name) => [name, kind, ...forces].join("|"))))
  expect(rowsOf(all.places)).toEqual(rowsOf(directory.places))
  expect({ ...all.postcodes }).toEqual(directory.postcodes)
  expect(new Set(all.commonWords)).toEqual(new Set(directory.commonWords))
})

property.prop({ hint: fc.string({ unit: "grapheme", maxLength: 80 }) })(
  "what is fetched says no more of a hint than the first two letters of its words and of what they may be in Welsh",
  ({ hint }) => {
    for (const letters of lettersOf(hint)) expect(letters).toMatch(/^[a-z][a-z1]?$/)
  },
)

test.each([
  ["he works in Maidstone", ["m", "ma"]],
  ["BS5 6BA", ["b", "b1", "bs"]],
  ["he works at ME14 1BR", ["m", "m1", "me"]],
])("of %s no more is asked than %j", (hint, letters) => expect(lettersOf(hint)).toEqual(letters))

test("no shard is too much for a slow phone: under 9 kB compressed", () => {
  const bytes = Object.values(shards).map((shard) => brotliCompressSync(JSON.stringify(shard)).length)
  expect(Math.max(...bytes)).toBeLessThan(9_000)
})
