import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { textOf } from "./make-data.ts"
import { factsOf } from "./make-facts.ts"
import { readSources } from "./sources.ts"

const sources = readSources()
const facts = factsOf(sources)

test("the facts are those of the sources: run node packages/routing/build/make-data.ts", () => {
  expect(readFileSync(new URL("../data/facts.json", import.meta.url), "utf8")).toBe(textOf(facts))
})

test("every force of the sources says how many work there, and from which month that is", () => {
  expect(Object.keys(facts.workforce)).toEqual(sources.forces.map(({ id }) => id))
  expect(facts.workforce.kent).toMatchObject({ officersFrom: "estimate", asAt: "2024-03" })
})

test("every body elsewhere has Welsh words, and no Welsh words are of a body that isn't there", () => {
  expect(Object.keys(facts.elsewhereWelsh).sort()).toEqual(sources.elsewhere.map(({ id }) => id).sort())
})

test("a change is told with the names of its day: forces that merge, and what moves", () => {
  const { changes } = factsOf({
    ...sources,
    changes: [
      {
        on: "2031-04-01",
        source: "An order",
        rename: [{ force: "kent", name: { en: "Kent Constabulary" }, shortName: "Kent", aliases: [] }],
        move: [{ from: "kent", to: ["sussex"], places: ["Dover"], districts: [], aliases: [] }],
        examples: [{ hint: "Dover", before: ["kent"], after: ["sussex"] }],
      },
      {
        on: "2032-04-01",
        source: "Another",
        rename: [{ force: "kent", name: { en: "Garden Police" }, shortName: "Garden", aliases: [] }],
        examples: [{ hint: "Kent", before: ["kent"], after: ["kent"] }],
      },
    ],
  })
  expect(changes[0]).toEqual({
    on: "2031-04-01",
    source: "An order",
    merged: [],
    renamed: [{ force: "kent", from: "Kent Police", to: "Kent Constabulary" }],
    moved: [{ from: "kent", to: ["sussex"], places: ["Dover"] }],
  })
  expect(changes[1]?.renamed).toEqual([{ force: "kent", from: "Kent Constabulary", to: "Garden Police" }])
})
