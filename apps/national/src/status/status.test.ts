import { asOwner, asTenant } from "@candour/database/as.ts"
import { recounted } from "@candour/database/schema.ts"
import { openDesks, storeSample } from "@candour/database/testing/sample-report.ts"
import { dayOf, systemClock } from "@candour/domain/day.ts"
import { formatDay } from "@candour/web/language.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { keepAlarms } from "../alarms/keep-alarms.ts"
import { tableOn } from "../testing/read-page.ts"
import { type TestNational, testNational } from "../testing/test-national.ts"

const TODAY = dayOf(new Date())

let national: TestNational
beforeAll(async () => {
  national = await testNational(TODAY, { clock: systemClock })
})
afterAll(() => national.close())

const status = async () => {
  const cookie = await national.cookieOf(["coordinator"])
  return tableOn(await (await national.app.request("/status", { headers: { cookie } })).text(), "Status")
}
const recountOf = (differences: number, days: number) =>
  asOwner(national.at.database, (transaction) =>
    transaction.insert(recounted).values({ at: sql`now() - make_interval(days => ${days}::integer)`, differences }),
  )

test("a service that has only been started says what was never done, and what can’t be seen from here", async () => {
  expect(await status()).toMatchObject({
    Database: { State: "Good" },
    "Figures counted again": { State: "Look", "What is known": "Never. Run: npm run --silent candour -- recount" },
    "Desks looked at": { State: "Look" },
    "Alarms that stand": { State: "Good", "What is known": "None." },
    "Last contact online": { State: "Look" },
    "Reports that wait in the intake’s spool": { State: "Not known here" },
    "Morning mails": { State: "Not known here" },
    "Mails of alarms": { State: "Look" },
    "Last release": { "What is known": "Nothing was released yet." },
  })
})

test("what was done since is said with its day; a recount that is old, or found something, is to be looked at", async () => {
  await openDesks(national.at.database, ["kent"])
  await storeSample(national.at.database)
  await keepAlarms({ database: national.database, clock: systemClock })
  await asTenant(national.at.database, "kent", (transaction) => transaction.execute(sql`select begin_morning_mail()`))
  await recountOf(0, 8)
  expect((await status())["Figures counted again"]?.State).toBe("Look")
  await recountOf(0, 1)
  expect(await status()).toMatchObject({
    "Figures counted again": { State: "Good" },
    "Desks looked at": { State: "Good" },
    "Last contact online": { State: "Good", "What is known": `${formatDay(TODAY, "en")}.` },
    "Last contact by telephone": { State: "Look" },
    "Morning mails": { State: "Good" },
  })
  await recountOf(2, 0)
  const found = (await status())["Figures counted again"]
  expect([found?.State, found?.["What is known"]]).toEqual(["Look", expect.stringContaining("2 differences")])
})
