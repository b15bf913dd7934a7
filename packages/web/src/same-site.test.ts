import { Hono } from "hono"
import { expect, test } from "vitest"
import { sameSite } from "./same-site.ts"

const publicApp = new Hono().use(sameSite()).all("/", (c) => c.text("taken"))
const staffApp = new Hono().use(sameSite({ strict: true })).all("/", (c) => c.text("taken"))
const post = async (app: Hono, headers: Record<string, string>) =>
  (await app.request("http://candour.test/", { method: "POST", headers })).status

test("a post from another site is refused, a link from there is followed", async () => {
  expect(await post(publicApp, { "sec-fetch-site": "cross-site" })).toBe(403)
  expect(await post(publicApp, { "sec-fetch-site": "same-site" })).toBe(403)
  expect((await publicApp.request("/", { headers: { "sec-fetch-site": "cross-site" } })).status).toBe(200)
})

test("our own page's post is taken, with or without a referrer", async () => {
  expect(await post(staffApp, { "sec-fetch-site": "same-origin", origin: "null" })).toBe(200)
  expect(await post(staffApp, { origin: "http://candour.test" })).toBe(200)
})

test("without Sec-Fetch-Site the origin decides", async () => {
  expect(await post(publicApp, { origin: "http://elsewhere.test" })).toBe(403)
  expect(await post(publicApp, { origin: "no address" })).toBe(403)
})

test("a browser that says nothing may report, and may not act for staff", async () => {
  expect(await post(publicApp, {})).toBe(200)
  expect(await post(publicApp, { origin: "null" })).toBe(200)
  expect(await post(staffApp, {})).toBe(403)
  expect(await post(staffApp, { origin: "null" })).toBe(403)
})
