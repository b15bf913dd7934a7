import { asOwner } from "@candour/database/as.ts"
import { addDays, type Day, dayOf } from "@candour/domain/day.ts"
import { stagesTimed } from "@candour/figures/timeliness.ts"
import { timeWordsOf } from "@candour/figures/timeliness-definitions.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { history } from "../testing/history.ts"
import { mainText, tableOn } from "../testing/read-page.ts"
import { type TestNational, testNational } from "../testing/test-national.ts"

/** What is overdue is so on the database's own day, so this history ends today. */
const TODAY = dayOf(new Date())
const ago = (days: number): Day => addDays(TODAY, -days)

let national: TestNational
const page = async (query = "") => {
  const cookie = await national.cookieOf(["coordinator"])
  return national.app.request(`/timeliness${query}`, { headers: { cookie } })
}
beforeAll(async () => {
  national = await testNational(TODAY)
  const past = await history(national.at)
  await past.on(ago(100))
  const reports = [1, 2, 3, 4].map(() => past.report({}, ago(100)))
  const told = await Promise.all(reports)
  await past.report({ tenant: "kent" }, ago(30))
  for (const [place, days] of [2, 4, 6, 90].entries()) {
    await past.on(ago(100 - days))
    await past.assess(told[place] ?? "")
  }
  await past.close()
  // Kent has done nothing for 30 days.
  await asOwner(national.at.database, (transaction) => transaction.execute(sql`select fold_cube()`))
})
afterAll(() => national.close())

test("each stage has its median, its slow tail and its number, and each is defined in both languages", async () => {
  const html = await (await page()).text()
  expect(tableOn(html, "How long each stage takes")).toMatchObject({
    Opened: { Median: "4 days", "Three of four within": "6 days", "Nine of ten within": "89 to 95 days", Number: "4" },
    Assessed: { Median: "4 days", Number: "4" },
    Closed: { Median: "", Number: "0" },
  })
  expect(html).toContain("For each stage a full bar up to the median")
  for (const stage of stagesTimed) {
    expect(html).toContain(timeWordsOf(stage).means)
    expect(timeWordsOf(stage, "cy").name).not.toBe(timeWordsOf(stage).name)
  }
})

test("a day of the past has what had been done by then; a force has its own, and one that stopped is marked", async () => {
  const [year, month, day] = ago(50).split("-")
  const html = await (await page(`?asAt-day=${day}&asAt-month=${month}&asAt-year=${year}&known=then`)).text()
  expect(tableOn(html, "How long each stage takes").Assessed).toMatchObject({
    "Nine of ten within": "6 days",
    Number: "3",
  })
  const byDesk = tableOn(await (await page()).text(), "By desk")
  expect(byDesk["Metropolitan Police Service"]?.Assessed).toBe("4 days; 89 to 95 days (4)")
  expect(Object.keys(byDesk).find((name) => name.startsWith("Kent Police No figures since"))).toBeDefined()
  expect(mainText(await (await page("?force=essex")).text())).toContain("Nothing has come to any stage in this choice.")
})

test("what is overdue stands by desk and clock, with what all come to", async () => {
  const overdue = tableOn(await (await page()).text(), "What is overdue now, and where")
  expect(overdue["Kent Police"]).toMatchObject({ Acknowledge: "1", Assess: "1" })
  // Four of them answered to nobody: the reporters may be written to.
  expect(overdue["Metropolitan Police Service"]).toMatchObject({ Acknowledge: "4", Assess: "0" })
  expect(overdue["All desks"]).toMatchObject({ Acknowledge: "5", Assess: "1" })
})

test("a day that is none is answered at its field", async () => {
  const answer = await page("?asAt-day=31&asAt-month=2&asAt-year=2024")
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain("Enter a real date, like 15 1 2024.")
})
