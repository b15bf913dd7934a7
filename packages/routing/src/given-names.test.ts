import { afterEach, expect, test } from "vitest"
import { forceName } from "./directory.ts"
import { givenNamesOn, takeGivenNames } from "./given-names.ts"

afterEach(() => takeGivenNames([]))

const gwent = (from: `${number}-${number}-${number}`, en: string, cy: string) => ({
  force: "gwent",
  from,
  name: { en, cy },
})

test("a force is called as it was given, in both languages, from the day on", () => {
  takeGivenNames([gwent("2030-04-01", "South East Wales Police", "Heddlu De-ddwyrain Cymru")])
  expect(forceName("gwent", "en", "2030-03-31")).toBe("Gwent Police")
  expect(forceName("gwent", "en", "2030-04-01")).toBe("South East Wales Police")
  expect(forceName("gwent", "cy", "2031-01-01")).toBe("Heddlu De-ddwyrain Cymru")
  expect(forceName("kent", "en", "2031-01-01")).toBe("Kent Police")
})

test("of two names the later day counts, and from one day the one that was given later", () => {
  takeGivenNames([
    gwent("2030-04-01", "One", "Un"),
    gwent("2030-04-01", "Two", "Dau"),
    gwent("2029-01-01", "Old", "Hen"),
  ])
  expect(forceName("gwent", "en", "2029-06-01")).toBe("Old")
  expect(forceName("gwent", "en", "2030-06-01")).toBe("Two")
})

test("a browser is told the names that the directory doesn't have", () => {
  expect(givenNamesOn("2030-06-01")).toEqual({})
  takeGivenNames([gwent("2030-04-01", "One", "Un")])
  expect(givenNamesOn("2030-03-31")).toEqual({})
  expect(givenNamesOn("2030-06-01")).toEqual({ gwent: { en: "One", cy: "Un" } })
})
