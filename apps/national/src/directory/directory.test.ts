import { asOwner } from "@candour/database/as.ts"
import { connect, type Database } from "@candour/database/connect.ts"
import { noteCorrection } from "@candour/database/note-correction.ts"
import { playAt } from "@candour/database/play.ts"
import { sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { mainText, tableOn } from "../testing/read-page.ts"
import { type TestNational, testNational } from "../testing/test-national.ts"

const HEADING = "What the public says is wrong in the directory"

let national: TestNational
let visitors: Database
let cookie: string

beforeEach(async () => {
  national = await testNational("2030-06-10")
  visitors = connect({ ...national.at.address, connections: 1 })
  cookie = await national.cookieOf(["coordinator"])
  return async () => {
    await visitors.close()
    await national.close()
  }
})

const on = (day: string) => playAt(visitors, ["intake"], new Date(`${day}T12:00:00Z`))
const get = async (path: string) => (await national.app.request(path, { headers: { cookie } })).text()
const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  national.app.request("/directory", {
    method: "POST",
    headers: {
      cookie,
      "sec-fetch-site": "same-origin",
      "content-type": "application/x-www-form-urlencoded",
      ...headers,
    },
    body: new URLSearchParams(fields),
  })
/** The id in the form of the row about `name`. */
const idOf = (html: string, name: string) =>
  html
    .split("<tr")
    .find((row) => row.includes(`row" class="govuk-table__header">${name}<`))
    ?.match(/name="id" value="([^"]+)"/)?.[1] ?? ""

test("what is said alike is one row with its count and days, newest first, with the names of forces and bodies", async () => {
  await on("2030-06-01")
  await noteCorrection(visitors, { kind: "place", name: "dover", said: "sussex" })
  await noteCorrection(visitors, { kind: "place", name: "dover", said: "sussex" })
  await noteCorrection(visitors, { kind: "missing", name: "peckham", said: null })
  await on("2030-06-02")
  await noteCorrection(visitors, { kind: "place", name: "dover", said: "sussex" })
  await on("2030-06-03")
  await noteCorrection(visitors, { kind: "elsewhere", name: "psni", said: "psni" })
  const table = tableOn(await get("/directory"), HEADING)
  expect(Object.keys(table)).toEqual(["psni", "dover", "peckham"])
  expect(table.dover).toMatchObject({
    "What is wrong": "Policed by another force",
    "Should be": "Sussex Police",
    Times: "3",
    Said: "1 Jun 2030 to 2 Jun 2030",
  })
  expect(table.psni).toMatchObject({ "Should be": "Police Service of Northern Ireland", Said: "3 Jun 2030" })
  expect(table.peckham).toMatchObject({ "Should be": "Didn’t know", Times: "1" })
})

test("a row that is settled is gone with all that said the same, and who settled it is on record", async () => {
  for (const day of ["2030-06-01", "2030-06-02"]) {
    await on(day)
    await noteCorrection(visitors, { kind: "place", name: "dover", said: "sussex" })
    await noteCorrection(visitors, { kind: "place", name: "deal", said: "sussex" })
  }
  const id = idOf(await get("/directory"), "dover")
  const answer = await post({ id, as: "not-right" })
  expect(answer.status).toBe(200)
  const html = await answer.text()
  expect(mainText(html)).toContain("Settled, with all that was said alike on 2 days.")
  expect(Object.keys(tableOn(html, HEADING))).toEqual(["deal"])
  const { rows } = await asOwner(national.at.database, (transaction) =>
    transaction.execute(
      sql`select distinct c.settled, s.shown_name from correction c left join staff s on s.id = c.settled_by order by 1`,
    ),
  )
  expect(rows).toEqual([
    { settled: "not-right", shown_name: "C. Evans" },
    { settled: null, shown_name: null },
  ])
  expect(mainText(await (await post({ id, as: "taken-over" })).text())).toContain("It had been settled already.")
})

test("nothing waiting says so", async () => {
  expect(mainText(await get("/directory"))).toContain("Nothing is waiting.")
})

test("more than fifty go on to another page, which lists each of the others once", async () => {
  for (const [day, count] of [
    ["2030-06-01", 30],
    ["2030-06-02", 40],
  ] as const) {
    await asOwner(national.at.database, (transaction) =>
      transaction.execute(sql`
        insert into correction (day, kind, name) select ${day}::date, 'missing', ${day.slice(-1)} || ' place ' || n
          from generate_series(1, ${count}::int) n`),
    )
  }
  const first = await get("/directory")
  const next = first.match(/href="(\/directory\?after=[^"]+)"/)?.[1] ?? ""
  const second = await get(next)
  const names = [first, second].map((html) => Object.keys(tableOn(html, HEADING)))
  expect(names.map((page) => page.length)).toEqual([50, 20])
  expect(new Set(names.flat()).size).toBe(70)
  expect(names[0]?.slice(0, 40).every((name) => name.startsWith("2 "))).toBe(true)
  expect(second).toContain('href="/directory" rel="prev"')
  expect(second).not.toContain('rel="next"')
  expect(Object.keys(tableOn(await get("/directory?after=nowhere"), HEADING))).toHaveLength(50)
})

test("nobody settles anything from another site, unsigned, or with a form that isn't ours", async () => {
  await on("2030-06-01")
  await noteCorrection(visitors, { kind: "place", name: "dover", said: "sussex" })
  const id = idOf(await get("/directory"), "dover")
  const whole = { id, as: "not-right" }
  expect((await post(whole, { "sec-fetch-site": "cross-site" })).status).toBe(403)
  expect((await post(whole, { cookie: "" })).status).toBe(401)
  expect((await post(whole, { cookie: await national.cookieOf(["officer", "lead"]) })).status).toBe(401)
  for (const wrong of [{ id }, { id, as: "deleted" }, { ...whole, id: "1" }]) {
    expect((await post(wrong as never)).status).toBe(303)
  }
  expect(Object.keys(tableOn(await get("/directory"), HEADING))).toEqual(["dover"])
})

test("a body that has left the directory is shown by its id", async () => {
  await on("2030-06-01")
  await noteCorrection(visitors, { kind: "place", name: "dover", said: "a-body-that-is-gone" })
  expect(tableOn(await get("/directory"), HEADING).dover).toMatchObject({
    "Should be": "a-body-that-is-gone",
  })
})
