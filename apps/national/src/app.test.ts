import { connect } from "@candour/database/connect.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { troubleOf } from "./health.ts"
import { type TestNational, testNational } from "./testing/test-national.ts"

const PAGES = [
  "/",
  "/?asAt-day=15&asAt-month=1&asAt-year=2024",
  "/heartbeats",
  "/alarms",
  "/alarms/limits",
  "/releases",
  "/forces",
  "/forces/kent",
  "/directory",
]

let national: TestNational
beforeAll(async () => {
  national = await testNational("2026-03-01")
})
afterAll(() => national.close())

test("nobody sees a page who isn't signed in", async () => {
  for (const page of PAGES) {
    const answer = await national.app.request(page)
    expect(answer.status).toBe(302)
    expect(answer.headers.get("location")).toMatch(/^\/sign-in\?next=/)
  }
})

test("an officer and a lead see no page, a coordinator sees them all", async () => {
  const desk = await national.cookieOf(["officer", "lead"])
  const coordinator = await national.cookieOf(["coordinator"])
  for (const page of PAGES) {
    expect((await national.app.request(page, { headers: { cookie: desk } })).status).toBe(302)
    expect((await national.app.request(page, { headers: { cookie: coordinator } })).status).toBe(200)
  }
})

test("no page is kept, runs inline code, or loads anything from elsewhere", async () => {
  const cookie = await national.cookieOf(["coordinator"])
  for (const page of [...PAGES, "/sign-in", "/first-sign-in", "/nowhere"]) {
    const answer = await national.app.request(page, { headers: { cookie } })
    expect(answer.headers.get("cache-control")).toBe("no-store")
    const policy = answer.headers.get("content-security-policy") ?? ""
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain("unsafe-inline")
    const html = await answer.text()
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//)
    expect(html).not.toMatch(/<style|style="|<script(?![^>]*src=)/)
  }
})

test("signing out ends the session; a post from another site doesn't", async () => {
  const cookie = await national.cookieOf(["coordinator"])
  const signOut = (site: string) =>
    national.app.request("/sign-out", { method: "POST", headers: { cookie, "sec-fetch-site": site } })
  expect((await signOut("cross-site")).status).toBe(403)
  expect((await national.app.request("/", { headers: { cookie } })).status).toBe(200)
  expect((await signOut("same-origin")).status).toBe(303)
  expect((await national.app.request("/", { headers: { cookie } })).status).toBe(302)
})

test("it is healthy while both its logins reach the database", async () => {
  const answer = await national.app.request("/health")
  expect([answer.status, await answer.text()]).toEqual([200, "ok"])

  const { address } = national.at
  const { national: figures = "", identity = "" } = address.logins
  for (const broken of [
    { ...address, url: "postgres://127.0.0.1:9/candour" },
    { ...address, logins: { identity } },
    { ...address, logins: { national: figures } },
  ]) {
    const database = connect(broken)
    expect(await troubleOf({ database })).toBe("The database can’t be reached.")
    await database.close()
  }
})
