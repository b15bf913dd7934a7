import { expect, test } from "vitest"
import { postcodeOf } from "./postcode.ts"
import { route } from "./route.ts"

test.each([
  ["ME14 1XQ", "ME14"],
  ["me141xq", "ME14"],
  ["me14", "ME14"],
  ["ME14 1", "ME14"],
  ["SW1A 1AA", "SW1A"],
  ["sw1a1aa", "SW1A"],
  ["M1 1AE", "M1"],
  ["m11ae", "M1"],
  [" ct 1 ", "CT1"],
])("%s lies in %s", (hint, district) => expect(postcodeOf(hint)?.district).toBe(district))

test.each(["Kent", "61016", "A&S", "M25 near junction 9", "", "ME14 1XQ Maidstone"])("%s is no postcode", (hint) =>
  expect(postcodeOf(hint)).toBeUndefined(),
)

test("a whole postcode gets the answer of its district", () => {
  expect(route("ME14 1XQ")).toMatchObject({ kind: "routed", tenants: ["kent"], reason: "postcode-district" })
})

test("a district on a border is asked", () => {
  expect(route("AL9")).toMatchObject({
    kind: "choose",
    reason: "border-postcode",
    tenants: ["hertfordshire", "metropolitan"],
  })
})

test("a district of central London may be given without its last letter", () => {
  expect(route("SW1")).toMatchObject({ kind: "choose", tenants: ["metropolitan", "city-of-london"] })
})

test.each([
  ["EH1 1YZ", "police-scotland"],
  ["BT7", "psni"],
  ["JE2 3AB", "jersey-police"],
  ["IM1", "isle-of-man-constabulary"],
])("%s is for %s", (hint, body) =>
  expect(route(hint)).toEqual({ kind: "elsewhere", reason: "elsewhere-postcode", sure: "certain", body }),
)

test("a postcode that doesn't exist is nobody's", () => {
  expect(route("ZZ9 9ZZ")).toMatchObject({ kind: "unknown", reason: "unknown-postcode" })
})
