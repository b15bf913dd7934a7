import { brotliCompressSync } from "node:zlib"
import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { bodiesOfPacked, packDistrict } from "./postcode-pack.ts"

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
const inward = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom(...LETTERS), fc.constantFrom(...LETTERS))
  .map((parts) => parts.join(""))
const body = fc.constantFrom("kent", "sussex", "surrey", "metropolitan", "police-scotland")
const district = fc.array(fc.tuple(inward, body), { minLength: 1, maxLength: 300 }).map((pairs) => new Map(pairs))
const border = district.filter((codes) => new Set(codes.values()).size > 1)

property.prop({ district })("each postcode of a district keeps its body", ({ district }) => {
  const pack = packDistrict(district)
  for (const [code, body] of district) expect(bodiesOfPacked(pack, code)).toEqual([body])
})

property.prop({ border, inward })("a postcode that a border district lacks is nobody's", ({ border, inward }) => {
  border.delete(inward)
  fc.pre(new Set(border.values()).size > 1)
  expect(bodiesOfPacked(packDistrict(border), inward)).toBeUndefined()
})

property.prop({ border, typed: fc.string() })("what is no inward code is nobody's", ({ border, typed }) => {
  fc.pre(!/^\d[A-Z]{2}$/.test(typed))
  expect(bodiesOfPacked(packDistrict(border), typed)).toBeUndefined()
})

property.prop({ district, body, inward })(
  "where one body polices a whole district, any postcode is that body's",
  ({ district, body, inward }) => {
    const pack = packDistrict(new Map([...district.keys()].map((code) => [code, body])))
    expect(bodiesOfPacked(pack, inward)).toEqual([body])
  },
)

property.prop({ district })("a district names each of its bodies, who has most postcodes first", ({ district }) => {
  const countOf = (body: string) => [...district.values()].filter((other) => other === body).length
  const bodies = bodiesOfPacked(packDistrict(district)) ?? []
  expect(bodies.toSorted()).toEqual([...new Set(district.values())].sort())
  expect(bodies.map(countOf)).toEqual(bodies.map(countOf).sort((one, other) => other - one))
})

property.prop({ district })(
  "a pack is the same after it was stored, and in whatever order it was made",
  ({ district }) => {
    const pack = packDistrict(district)
    expect(JSON.parse(JSON.stringify(pack))).toEqual(pack)
    expect(JSON.stringify(packDistrict(new Map([...district].reverse())))).toBe(JSON.stringify(pack))
  },
)

test.each([
  ["all 4,000 postcodes", []],
  ["three in four of them", [undefined]],
])("a district of %s, split at random between three forces, stays under 4 kB compressed", (_, none) => {
  const letters = [..."ABDEFGHJLNPQRSTUWXYZ"] // the Royal Mail uses no others in an inward code
  const codes = letters.flatMap((one) => letters.flatMap((two) => [..."0123456789"].map((digit) => digit + one + two)))
  expect(codes.length).toBe(4_000)
  const bodies = ["devon-and-cornwall", "avon-and-somerset", "dorset", ...none]
  const drawn = fc.sample(fc.constantFrom(...bodies), { seed: 14, numRuns: codes.length })
  const there = codes.flatMap((code, at): [string, string][] => (drawn[at] ? [[code, drawn[at]]] : []))
  const bytes = brotliCompressSync(JSON.stringify(packDistrict(new Map(there)))).length
  expect(bytes).toBeGreaterThan(1_000)
  expect(bytes).toBeLessThan(2_500)
})

test.each(["1xq", "XQ1", "1X", "ME14 1XQ"])("%s can't be packed as an inward code", (code) =>
  expect(() => packDistrict(new Map([[code, "kent"]]))).toThrow(RangeError),
)
