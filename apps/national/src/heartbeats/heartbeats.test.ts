import { addDays, type Day } from "@candour/domain/day.ts"
import { forces } from "@candour/routing/directory.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { history } from "../testing/history.ts"
import { mainText, tableOn } from "../testing/read-page.ts"
import { type TestNational, testNational } from "../testing/test-national.ts"

const TODAY: Day = "2024-06-10"

let national: TestNational
let html: string

beforeAll(async () => {
  national = await testNational(TODAY)
  const past = await history(national.at)
  const arriveOn = async (day: Day, tenant: string) => {
    await past.on(day)
    return past.report({ tenant }, day)
  }
  const opened = await arriveOn("2024-01-01", "metropolitan")
  await arriveOn(addDays(TODAY, -29), "metropolitan")
  await arriveOn(addDays(TODAY, -3), "metropolitan")
  await arriveOn(addDays(TODAY, -28), "kent")
  await arriveOn(addDays(TODAY, -7), "essex")
  await past.on(TODAY)
  await past.assess(opened)
  await past.close()
  const cookie = await national.cookieOf(["coordinator"])
  html = await (await national.app.request("/heartbeats", { headers: { cookie } })).text()
})
afterAll(() => national.close())

test("each desk shows its oldest unopened report in days and in its band", () => {
  expect(tableOn(html, "Heartbeats")).toMatchObject({
    "Metropolitan Police Service": {
      Band: "Over 28 days",
      "Oldest unopened": "12 May 2024",
      "Days it has waited": "29",
      Unopened: "2",
    },
    "Kent Police": { Band: "Over 7 days", "Days it has waited": "28", Unopened: "1" },
    "Essex Police": { Band: "All opened within 7 days", "Days it has waited": "7", Unopened: "1" },
  })
})

test("a desk where nothing waits says so, and no desk is left out", () => {
  const table = tableOn(html, "Heartbeats")
  for (const idle of ["Gwent Police", "National desk"])
    expect(table[idle]).toEqual({
      Band: "Nothing unopened",
      "Oldest unopened": "",
      "Days it has waited": "",
      Unopened: "0",
    })
  expect(Object.keys(table)).toHaveLength(forces(TODAY).length + 1)
})

test("the longest wait comes first, and the page begins with how many wait too long", () => {
  expect(Object.keys(tableOn(html, "Heartbeats")).slice(0, 3)).toEqual([
    "Metropolitan Police Service",
    "Kent Police",
    "Essex Police",
  ])
  expect(mainText(html)).toContain(
    "As of today, 10 June 2024. 1 desk has a report that nobody has opened for over 28 days. 1 desk has one that nobody has opened for over 7 days.",
  )
})
