import { expect, test } from "vitest"
import { type Assessment, LADDER, stepOf, threatsOfGroup } from "./ladder.ts"

const assessment = (changes: Partial<Assessment>): Assessment => ({
  threat: "drugs",
  others: [],
  severity: "gross",
  persons: 1,
  grounds: [],
  ...changes,
})

test("every step of the ladder can be said, each higher than the one before", () => {
  const said: Partial<Assessment>[] = [
    { threat: "apsp" },
    { others: ["sexual-misconduct", "apsp"] },
    { threat: "ppda" },
    { signs: ["exposure"] },
    { grounds: ["assault"] },
    { grounds: ["sexual-offence"], signs: ["exposure"] },
    { threat: "ppda", signs: ["rape"] },
  ]
  expect(said.map((each) => LADDER[stepOf(assessment(each)) - 1])).toEqual([...LADDER])
})

test("what isn't about it stands on no step", () => {
  expect(stepOf(assessment({ signs: ["firearms", "met-on-duty"], grounds: ["corruption"] }))).toBe(0)
})

test("the threats about partners and about sex are those of the national list", () => {
  expect(threatsOfGroup("P")).toEqual(["ppda"])
  expect(threatsOfGroup("S")).toEqual(["apsp", "sexual-misconduct"])
})
