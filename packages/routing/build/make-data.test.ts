import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { pack } from "../src/pack.ts"
import { unpack } from "../src/unpack.ts"
import { directoryOf, textOf } from "./make-data.ts"
import { readSources } from "./sources.ts"

const directory = directoryOf(readSources())
const made = pack(directory)
const committed = (file: string) => readFileSync(new URL(`../data/${file}`, import.meta.url), "utf8")

test("the made files are those of the sources: run node packages/routing/build/make-data.ts", () => {
  expect(committed("directory.json")).toBe(textOf(made.forces))
  expect(committed("places.json")).toBe(textOf(made.places))
})

test("what is packed is unpacked whole", () => {
  const unpacked = unpack(made.forces, made.places)
  const sorted = (places: typeof directory.places) => places.map((place) => JSON.stringify(place)).sort()
  expect(sorted(unpacked.places)).toEqual(sorted(directory.places))
  expect({ ...unpacked.postcodes }).toEqual(directory.postcodes)
  expect(unpacked.longerNames).toEqual(directory.longerNames)
})
