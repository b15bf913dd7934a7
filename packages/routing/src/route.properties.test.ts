import { fc, test as property } from "@fast-check/vitest"
import { expect } from "vitest"
import { elsewhereBody, forces, isForce } from "./directory.ts"
import { route } from "./route.ts"

/** Any text, and texts that look like what people type. */
const hint = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          "Newport",
          "Kent",
          "city of",
          "the",
          "police",
          "Heddlu",
          "station",
          "London",
          "&",
          "in",
          "St",
          "upon",
          "SW1",
          "council",
        ],
        ...forces().flatMap(({ aliases }) => aliases),
      ),
      { maxLength: 6 },
    )
    .map((words) => words.join(" ")),
)

property.prop({ hint })("any text gets an answer made of forces and bodies that there are", ({ hint }) => {
  const found = route(hint)
  const tenants = found.kind === "routed" || found.kind === "choose" ? found.tenants : []
  const others = found.kind === "routed" ? (found.others ?? []) : []
  const all = [...tenants, ...others]
  expect(all.every(isForce)).toBe(true)
  expect(new Set(all).size).toBe(all.length)
  expect("candidates" in found ? found.candidates.map(({ tenant }) => tenant) : []).toEqual(all)
  expect(found.kind === "elsewhere" ? elsewhereBody(found.body)?.id : undefined).toBe(
    "body" in found ? found.body : undefined,
  )
})

property.prop({ hint })("one force is an answer, up to six are a question", ({ hint }) => {
  const found = route(hint)
  const count = "tenants" in found ? found.tenants.length : 0
  const expected = { routed: [1], choose: [1, 2, 3, 4, 5, 6], elsewhere: [0], unknown: [0] }[found.kind]
  expect(expected).toContain(count)
})

property.prop({ hint, padding: fc.constantFrom(" ", "\t", "\n", " . ", "  ") })(
  "what stands around a hint changes nothing",
  ({ hint, padding }) => {
    fc.pre(hint.length < 190)
    expect(route(`${padding}${hint}${padding}`)).toEqual(route(hint))
  },
)
