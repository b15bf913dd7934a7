import { openDesks } from "@candour/database/testing/sample-report.ts"
import { takeGivenNames } from "@candour/routing/given-names.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { mainText, tableOn } from "../testing/read-page.ts"
import { type TestNational, testNational } from "../testing/test-national.ts"

/** Rules about days are the database's, which knows no other day than today. */
const TODAY = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(
  new Date(),
) as `${number}-${number}-${number}`

let national: TestNational
let cookie: string
beforeAll(async () => {
  national = await testNational(TODAY)
  await openDesks(national.at.database, ["kent", "national-desk"])
  cookie = await national.cookieOf(["coordinator"])
})
afterAll(async () => {
  takeGivenNames([])
  await national.close()
})

const get = async (address: string) => {
  const answer = await national.app.request(address, { headers: { cookie } })
  return { status: answer.status, html: await answer.text() }
}
const post = async (address: string, fields: Record<string, string>) => {
  const answer = await national.app.request(address, {
    method: "POST",
    headers: { cookie, "sec-fetch-site": "same-origin" },
    body: new URLSearchParams(fields),
  })
  return { status: answer.status, html: await answer.text() }
}

test("every force is there with its desk, and the command that adds one that isn't", async () => {
  const { html } = await get("/forces")
  const rows = tableOn(html, "Forces")
  expect(Object.keys(rows)).toHaveLength(46)
  expect(rows["Kent Police"]).toMatchObject({ State: "Open", Leads: "0", "Inbox key": "There, number 1" })
  expect(rows["Essex Police"]).toMatchObject({ State: "Not open yet", "A lead has signed in": "No" })
  expect(rows["Cheshire Constabulary"]).toMatchObject({ State: "Not added" })
  expect(mainText(html)).toContain("npm run --silent candour -- force add ID")
  expect(mainText((await get("/forces/cheshire")).html)).toContain("candour -- force add cheshire")
  expect(mainText((await get("/forces/kent")).html)).toContain("candour -- staff invite kent --name name.kent")
  expect((await get("/forces/narnia")).status).toBe(404)
})

test("a force is paused and resumed with a reason, and the page says who did it", async () => {
  const without = await post("/forces/kent/pause", { "pause-why": " " })
  expect(without.status).toBe(422)
  expect(mainText(without.html)).toContain("Say why, in up to 500 letters.")
  expect((await post("/forces/kent/pause", { "pause-why": "Its building is closed" })).status).toBe(303)
  const { html } = await get("/forces/kent")
  expect(mainText(html)).toContain("Paused The national desk takes its new reports.")
  expect(mainText(html)).toMatch(/Kent Police Paused Its building is closed C\. Evans/)
  const twice = await post("/forces/kent/pause", { "pause-why": "Again" })
  expect(twice.status).toBe(422)
  expect(mainText(twice.html)).toContain("Somebody has paused it already.")
  expect(twice.html).toMatch(/>\s*Again<\/textarea>/)
  expect((await post("/forces/kent/resume", { "pause-why": "Open again" })).status).toBe(303)
  expect(mainText((await get("/forces/kent")).html)).toContain("Open New reports go to its own desk.")
})

test("a force is renamed from a day on, in both languages, with what was typed kept where it is wrong", async () => {
  const [year = "", month = "", day = ""] = TODAY.split("-")
  const from = { "from-day": day, "from-month": month, "from-year": year }
  const names = { en: "Garden of England Police", cy: "Heddlu Gardd Lloegr" }
  const wrong = await post("/forces/kent/rename", {
    ...names,
    "from-day": "31",
    "from-month": "2",
    "from-year": "2040",
  })
  expect(wrong.status).toBe(422)
  expect(mainText(wrong.html)).toContain("Enter a real date, like 1 4 2030.")
  expect(wrong.html).toContain('value="Heddlu Gardd Lloegr"')
  const past = { ...names, "from-day": "1", "from-month": "1", "from-year": "2020", "rename-why": "By order" }
  expect(mainText((await post("/forces/kent/rename", past)).html)).toContain("Choose today or a later day")
  expect((await post("/forces/kent/rename", { ...names, ...from, "rename-why": "By order" })).status).toBe(303)
  const { html } = await get("/forces")
  expect(Object.keys(tableOn(html, "Forces"))).toContain("Garden of England Police")
  expect(mainText(html)).toContain("Called Garden of England Police (Heddlu Gardd Lloegr) from")
  expect((await get("/?force=kent")).html).toContain("contacts first routed to Garden of England Police")
})

test("an officer and a lead change nothing", async () => {
  const lead = await national.cookieOf(["lead"])
  const answer = await national.app.request("/forces/kent/pause", {
    method: "POST",
    headers: { cookie: lead, "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ "pause-why": "Mine" }),
  })
  expect(answer.status).toBe(401)
  expect(mainText((await get("/forces")).html)).not.toContain("Mine")
})
