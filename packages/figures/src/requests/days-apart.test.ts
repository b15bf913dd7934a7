import type { Day } from "@candour/domain/day.ts"
import { expect, test } from "vitest"
import type { FineCount } from "../counts.ts"
import type { Register } from "../protection/cell.ts"
import { protect } from "../protection/protect.ts"
import { tableOf } from "../register/table-of.ts"
import { contentsOf } from "../release/contents.ts"
import { countsAsked, rowsOf } from "./pack.ts"
import { knownAtOf, type Question, question } from "./question.ts"

/** Contacts about Kent up to a day, by month; there are none about anybody else. */
const countsUpTo = (asAt: Day, months: Record<string, number>): FineCount[] =>
  Object.entries(months)
    .filter(([month]) => `${month}-01` <= asAt)
    .map(([month, count]) => ({
      measure: "contact",
      category: "",
      toOtherForce: false,
      month: `${month}-01`,
      force: "kent",
      line: "national",
      channel: "online",
      knownThen: count,
      knownNow: count,
    }))

/** Answers one question after another, each beside all that went out before; gives the counts of the rows. */
async function answers(months: Record<string, number>, register: Register, ...asked: Partial<Question>[]) {
  const answered: (number | string)[][] = []
  for (const each of asked) {
    const read = question.parse({ figure: "contacts", by: "none", every: "all", known: "then", ...each })
    const { asAt } = read
    const table = tableOf(countsUpTo(asAt, months), { asAt, knownAt: asAt }, [countsAsked(read)], {})
    const [shown] = await protect([table], register)
    if (shown === undefined) throw new Error("Nothing was protected.")
    register.push({ name: `Pack ${register.length}`, tables: [shown] })
    answered.push(rowsOf(read, shown, [null], () => false).map(({ count }) => count))
  }
  return answered
}

const spring = { "2024-01": 7, "2024-02": 3, "2024-03": 20 }
const byMonth = { force: "kent", every: "month", from: "2024-01", to: "2024-03", asAt: "2024-03-31" } as const
const upToFebruary = { force: "kent", asAt: "2024-02-29" } as const

test("all up to one day and the months of another don't give a month away", async () => {
  const [upTo, afterwards] = await answers(spring, [], upToFebruary, byMonth)
  expect(upTo).toEqual([10])
  // With January beside the 10, February would be 3.
  expect(afterwards?.slice(0, 2)).toEqual(["c", "c"])
  expect(await answers(spring, [], byMonth, upToFebruary)).toEqual([[7, "c", 20], ["c"]])
})

test("a release by quarter and an answer as at the third day of one don't give away those three days", async () => {
  const [winter, asAt] = [{ "2023-11": 60, "2023-12": 47 }, "2024-03-31"] as const
  const [release] = await protect(
    [contentsOf(countsUpTo(asAt, { ...winter, "2024-01": 42 }), { asAt, knownAt: asAt }, {})],
    [],
  )
  if (release === undefined) throw new Error("Nothing was protected.")
  const register = [{ name: "Release 1", tables: [release] }]
  // The release prints 107 for 2023-Q4, so that 108 would say that one came.
  const asked = { asAt: "2024-01-03" } as const
  expect(await answers({ ...winter, "2024-01": 1 }, register, asked)).toEqual([["c"]])
})

test("a release as at a day within a quarter and a later answer by month don't give away the rest of that month", async () => {
  const asAt = "2024-01-15"
  const [release] = await protect(
    [contentsOf(countsUpTo(asAt, { "2023-12": 50, "2024-01": 6 }), { asAt, knownAt: asAt }, {})],
    [],
  )
  if (release === undefined) throw new Error("Nothing was protected.")
  const later = { "2023-12": 50, "2024-01": 9, "2024-02": 30, "2024-03": 20 }
  const [[january] = []] = await answers(later, [{ name: "Release 1", tables: [release] }], byMonth)
  // The release prints 6 for the quarter that had begun; 9 would say that 3 came from the 16th on.
  expect(january).toBe("c")
})

test("contacts of one force by line, and a day of another century, are no questions", () => {
  const parses = (more: object) =>
    question.safeParse({ figure: "contacts", by: "none", every: "all", known: "then", asAt: "2024-03-31", ...more })
      .success
  expect(parses({ force: "kent" })).toBe(true)
  expect(parses({ force: "kent", by: "line" })).toBe(false)
  expect(parses({ asAt: "9999-12-30" })).toBe(false)
  expect(parses({ every: "month", from: "0100-01", to: "2024-03" })).toBe(false)
})

test("what is told apart by one thing is given as at a month's last day, by two as at a quarter's", () => {
  const problems = (more: object) =>
    question
      .safeParse({ figure: "contacts", by: "none", every: "all", known: "then", ...more })
      .error?.issues.map(({ message }) => message)
  // Of 30, 30, [c], [c] as at days that follow each other, the third is the day of a report.
  for (const asAt of ["2024-04-06", "2024-04-07", "2024-04-29"])
    expect(problems({ force: "kent", asAt })).toEqual(["monthEnd"])
  for (const by of ["force", "line", "channel", "category"])
    expect(problems({ by, asAt: "2024-04-06" })).toEqual(["monthEnd"])
  expect(problems({ force: "kent", by: "category", asAt: "2024-04-30" })).toEqual(["quarterEnd"])
  expect(problems({ force: "kent", by: "category", asAt: "2024-06-30" })).toBeUndefined()
  expect(problems({ force: "kent", asAt: "2024-04-30" })).toBeUndefined()
  expect(problems({ asAt: "2024-04-06" })).toBeUndefined()
})

test("what is known now is known up to a day that figures are given on, however often it is asked", () => {
  const asked: Question = {
    figure: "contacts",
    by: "none",
    every: "all",
    force: "kent",
    known: "now",
    asAt: "2024-03-31",
  }
  expect(["2024-05-01", "2024-05-17", "2024-05-31"].map((made) => knownAtOf(asked, made as Day))).toEqual(
    Array(3).fill("2024-04-30"),
  )
  expect(knownAtOf({ ...asked, by: "channel" }, "2024-06-30")).toBe("2024-03-31")
  expect(knownAtOf({ ...asked, by: "channel" }, "2024-07-01")).toBe("2024-06-30")
})
