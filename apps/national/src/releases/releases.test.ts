import { randomUUID } from "node:crypto"
import { acceptContact } from "@candour/database/accept-report.ts"
import { asOwner } from "@candour/database/as.ts"
import { connect, type Database } from "@candour/database/connect.ts"
import { playAt } from "@candour/database/play.ts"
import { prepareWaiting } from "@candour/figures/release/prepare-release.ts"
import { figuresDirectory } from "@candour/routing/figures-directory.ts"
import { sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { mainText } from "../testing/read-page.ts"
import { type TestNational, testNational } from "../testing/test-national.ts"

const TODAY = "2030-04-15"

let national: TestNational
let intake: Database
let one: string
let two: string
beforeEach(async () => {
  national = await testNational(TODAY)
  intake = connect({ ...national.at.address, connections: 1 })
  one = await national.cookieOf(["coordinator"])
  two = await national.cookieOf(["coordinator"])
  await playAt(intake, ["intake"], new Date("2030-02-10T12:00:00Z"))
  for (const [tenant, count] of [
    ["kent", 9],
    ["essex", 3],
    ["gwent", 30],
  ] as const)
    for (let each = 0; each < count; each++)
      await acceptContact(intake, { id: randomUUID(), tenant, line: "national", channel: "phone" }, "2030-02-10")
  // The server's own connections live in the time of the machine: the database's rules are asked on the played day.
  await asOwner(national.at.database, (transaction) =>
    transaction.execute(
      sql.raw(`create or replace function moment() returns timestamptz language sql stable security definer
      set search_path = public, pg_temp return timestamptz '${TODAY} 12:00:00+00'`),
    ),
  )
  return async () => {
    await intake.close()
    await national.close()
  }
})

const get = async (path: string, cookie = one) => (await national.app.request(path, { headers: { cookie } })).text()
const post = (path: string, fields: Record<string, string>, cookie = one) =>
  national.app.request(path, {
    method: "POST",
    headers: { cookie, "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  })
const day = (name: string, text: string) => {
  const [year = "", month = "", number = ""] = text.split("-")
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: number }
}
const PLAN = {
  quarter: "2030-Q1",
  ...day("asAt", ""),
  ...day("knownAt", "2030-04-10"),
  ...day("day", "2030-04-24"),
  reasonEn: "",
  reasonCy: "",
}

test("a coordinator plans and prepares a release, sees what is hidden, and another checks it", async () => {
  const planned = await post("/releases", PLAN)
  expect([planned.status, planned.headers.get("location")]).toEqual([303, "/releases/1"])
  expect(mainText(await get("/releases/1"))).toContain(
    "State Planned Comes out 24 April 2030, 9:30 As at 31 March 2030",
  )

  expect((await post("/releases/1/prepare", {})).status).toBe(303)
  expect(mainText(await get("/releases/1"))).toContain("Being prepared")
  await prepareWaiting(national.database, figuresDirectory)
  const html = await get("/releases/1")
  expect(mainText(html)).toContain("Waits for a second person")
  expect(mainText(html)).toContain("Contacts: 42")
  expect(mainText(html)).toMatch(/Essex Police 3 \[c\]/)
  expect(mainText(html)).toMatch(/\d+ \[c\] protects/)

  const prepared = /name="prepared" value="([^"]*)"/.exec(html)?.[1] ?? ""
  const alone = await post("/releases/1/check", { prepared })
  expect(alone.status).toBe(409)
  expect(mainText(await alone.text())).toContain("You prepared it: another coordinator has to check it.")
  expect((await post("/releases/1/check", { prepared }, two)).status).toBe(303)
  expect(mainText(await get("/releases"))).toContain("January to March 2030 Checked, comes out on its day")

  const late = await post("/releases/1/prepare", {})
  expect(mainText(await late.text())).toContain("Somebody has checked, published or withdrawn it meanwhile.")
  expect((await post("/releases/1/withdraw", {}, two)).status).toBe(303)
  expect(mainText(await get("/releases/1"))).toContain("State Withdrawn")
})

test("what can be put right is said at its field, with all that was typed", async () => {
  const wrong = await post("/releases", { ...PLAN, ...day("knownAt", "2030-02-31"), reasonEn: "A fault" })
  expect(wrong.status).toBe(422)
  const html = await wrong.text()
  expect(html).toContain('<a href="#knownAt">As recorded by: enter a real date, like 10 4 2026.</a>')
  expect(html).toContain("A fault")
  const early = await (await post("/releases", { ...PLAN, ...day("day", TODAY) })).text()
  expect(early).toContain('<a href="#day">Choose a day after today: the day is set ahead.</a>')
  const noRevision = await (await post("/releases", { ...PLAN, reasonEn: "A fault", reasonCy: "Nam" })).text()
  expect(noRevision).toContain('<a href="#reasonEn">Leave the reason empty')
  expect((await post("/releases", { ...PLAN, quarter: "1999-Q1" })).status).toBe(422)
})

test("a release that isn’t there is not found, and nobody without the role sees one", async () => {
  expect((await national.app.request("/releases/7", { headers: { cookie: one } })).status).toBe(404)
  expect((await national.app.request("/releases/x", { headers: { cookie: one } })).status).toBe(404)
  const officer = await national.cookieOf(["officer", "lead"])
  for (const path of ["/releases", "/releases/1"])
    expect((await national.app.request(path, { headers: { cookie: officer } })).status).toBe(302)
  expect((await post("/releases", PLAN, officer)).status).toBe(401)
})
