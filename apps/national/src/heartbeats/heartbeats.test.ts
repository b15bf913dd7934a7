import { asIdentity, asOwner } from "@candour/database/as.ts"
import { connect } from "@candour/database/connect.ts"
import { playAt } from "@candour/database/play.ts"
import { addPerson } from "@candour/database/testing/sample-report.ts"
import { addDays, type Day } from "@candour/domain/day.ts"
import { forces } from "@candour/routing/directory.ts"
import { sql } from "drizzle-orm"
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
  const essex = await addPerson(national.at.database, "essex", ["officer"])
  const played = connect({ ...national.at.address, connections: 1 })
  await playAt(played, ["identity", "national"], new Date(`${TODAY}T08:40:00Z`))
  // Opening the desks, in the history, was a sign-in of today, the day that this test runs.
  await asOwner(national.at.database, (transaction) => transaction.execute(sql`delete from desk_sign_in`))
  await asIdentity(played, (connection) =>
    connection.execute(
      sql`select start_session(${Buffer.alloc(32, 1)}, ${essex}::uuid, ${Buffer.alloc(32)}, now(), now())`,
    ),
  )
  await played.close()
  const cookie = await national.cookieOf(["coordinator"])
  html = await (await national.app.request("/heartbeats", { headers: { cookie } })).text()
})
afterAll(() => national.close())

test("each desk shows its oldest unopened report in days, in working days and in its band", () => {
  expect(tableOn(html, "Heartbeats")).toMatchObject({
    "Metropolitan Police Service": {
      Band: "Over 28 days",
      "Oldest unopened": "12 May 2024: 29 days, 20 of them working days",
      Unopened: "2",
    },
    "Kent Police": {
      Band: "Over 7 days",
      "Oldest unopened": "13 May 2024: 28 days, 19 of them working days",
      Unopened: "1",
    },
    "Essex Police": {
      Band: "All opened within 7 days",
      "Oldest unopened": "3 Jun 2024: 7 days, 5 of them working days",
      Unopened: "1",
    },
  })
})

test("each open desk shows the clock that is overdue for longest and the hour of the last sign-in, and not whose it was", () => {
  const table = tableOn(html, "Heartbeats")
  // What is overdue is so on the database's own day (decision 0003), by which a year has passed as well.
  expect(table["Metropolitan Police Service"]?.["Overdue longest"]).toMatch(
    /^Acknowledge, due 2 Jan 2024; \d clocks are overdue$/,
  )
  expect(table["Kent Police"]?.["Overdue longest"]).toBe("Acknowledge, due 14 May 2024; 3 clocks are overdue")
  expect(table["Essex Police"]).toMatchObject({ "Last sign-in": "09:00 on 10 Jun 2024", Alarms: "None" })
  expect(table["Gwent Police"]).toMatchObject({ "Last sign-in": "Not open yet", "Overdue longest": "Nothing overdue" })
})

test("a desk where nothing waits says so, and no desk is left out", () => {
  const table = tableOn(html, "Heartbeats")
  for (const idle of ["Gwent Police", "National desk"])
    expect(table[idle]).toMatchObject({ Band: "Nothing unopened", "Oldest unopened": "", Unopened: "0" })
  expect(Object.keys(table)).toHaveLength(forces(TODAY).length + 1)
})

test("the longest wait comes first, and the page begins with how many wait too long", () => {
  expect(Object.keys(tableOn(html, "Heartbeats")).slice(0, 3)).toEqual([
    "Metropolitan Police Service",
    "Kent Police",
    "Essex Police",
  ])
  expect(mainText(html)).toContain(
    "As of today, 10 June 2024, 13:00. 1 desk has a report that nobody has opened for over 28 days. 1 desk has one that nobody has opened for over 7 days.",
  )
})
