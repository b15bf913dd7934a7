import { asNational } from "@candour/database/as.ts"
import type { Day } from "@candour/domain/day.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { history } from "../testing/history.ts"
import { mainText, tableOn } from "../testing/read-page.ts"
import { type TestNational, testNational } from "../testing/test-national.ts"
import { compareForces } from "./compare.ts"

const TODAY = "2024-06-10"

let national: TestNational
let html: string
let show: (query: string) => Promise<Response>
beforeAll(async () => {
  national = await testNational(TODAY)
  const past = await history(national.at)
  await past.on("2023-06-09")
  await past.report({}, "2023-06-09")
  await past.on("2023-12-01")
  const first = await past.report({}, "2023-12-01")
  await past.report({ tenant: "kent" }, "2023-12-01")
  for (let times = 0; times < 30; times += 1) await past.report({ tenant: "essex" }, "2023-12-01")
  await past.on("2024-06-01")
  await past.assess(first)
  await past.close()
  const cookie = await national.cookieOf(["coordinator"])
  show = async (query) => national.app.request(`/compare${query}`, { headers: { cookie } })
  html = await (await show("")).text()
})
afterAll(() => national.close())

const compared = async (asAt: Day) => {
  const { forces } = await asNational(national.at.database, (transaction) =>
    compareForces(transaction, { asAt, known: "now" }),
  )
  return new Map(forces.map((each) => [each.force, each]))
}

test("each force has the contacts of the twelve months before, for about so many who work there", () => {
  const rows = tableOn(html, "Forces compared")
  expect(rows["Metropolitan Police Service"]).toMatchObject({ Contacts: "1" })
  expect(rows["Cumbria Constabulary"] ?? rows.Cumbria).toMatchObject({ Contacts: "0", "Per 1,000, about": "0.0" })
  const essex = Object.entries(rows).find(([name]) => name.startsWith("Essex Police"))?.[1]
  expect(essex).toMatchObject({ Contacts: "30", "Beside the limits": "Above" })
  expect(mainText(html)).toContain("from 11 June 2023 to 10 June 2024")
})

test("another day, and other days, can be asked for; before the hotline nothing is outside", async () => {
  const earlier = await (await show("?from=2023-06-01&to=2023-06-30&as-at=2024-01-01&known=then")).text()
  expect(mainText(earlier)).toContain("from 1 June 2023 to 30 June 2023. As at 1 January 2024, as known then.")
  const rows = Object.entries(tableOn(earlier, "Forces compared"))
  const rowOf = (force: string) => rows.find(([name]) => name.startsWith(force))?.[1]
  expect(rowOf("Metropolitan")).toMatchObject({ Contacts: "1" })
  expect(rowOf("Kent")).toMatchObject({ Contacts: "0" })
  expect((await show("?as-at=2021-01-01")).status).toBe(200)
  const wrong = await show("?from=2023-06-31&as-at=2031-01-01")
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain("hasn’t come yet")
})

test("forces stand by name, whatever their figures", () => {
  const names = Object.keys(tableOn(html, "Forces compared"))
  expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, "en")))
})

test("a desk that has stopped is marked from the last day that it did anything, and one that works isn't", async () => {
  const forces = await compared(TODAY)
  expect(forces.get("essex")?.stoppedSince).toBe("2023-12-01")
  expect(forces.get("kent")?.stoppedSince).toBe("2023-12-01")
  expect(forces.get("metropolitan")?.stoppedSince).toBeUndefined()
  // Its oldest report has waited for a year, and its last act is over 28 days old.
  expect((await compared("2024-07-15")).get("metropolitan")?.stoppedSince).toBe("2024-06-01")
  expect(mainText(html)).toContain("No figures from this desk since 1 December 2023")
})

test("the picture says what it shows, and names what lies outside", () => {
  expect(html).toMatch(/<svg[^>]+role="img"[^>]+aria-label="[^"]*One lies outside the wider limits/)
  expect(html).toMatch(/<text[^>]*>Essex Police<\/text>/)
})
