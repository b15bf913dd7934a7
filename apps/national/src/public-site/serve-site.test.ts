import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { writeSite } from "@candour/figures/site/write-site.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type TestNational, testNational } from "../testing/test-national.ts"

let national: TestNational
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "candour-figures-"))
  writeFileSync(join(folder, "secret.html"), "not for you")
  writeSite(
    folder,
    new Map([
      ["index.html", "<p>Figures</p>"],
      ["2024-q1/figures.csv", "a,b\r\n"],
    ]),
  )
  national = await testNational("2024-06-10", { site: folder })
})
afterAll(async () => {
  await national.close()
  rmSync(folder, { recursive: true })
})

test("anybody gets the public’s figures, without a sign-in or a cookie, and may keep them", async () => {
  const page = await national.app.request("/figures/")
  expect([page.status, await page.text()]).toEqual([200, "<p>Figures</p>"])
  expect(page.headers.get("cache-control")).toBe("public, max-age=300")
  expect(page.headers.get("set-cookie")).toBeNull()
  const csv = await national.app.request("/figures/2024-q1/figures.csv")
  expect(csv.headers.get("content-type")).toContain("text/csv")
  expect(csv.headers.get("link")).toContain("figures.csv-metadata.json")
  expect((await national.app.request("/figures")).headers.get("location")).toBe("/figures/")
})

test("nothing else is got by it: no other file, no folder, and no page of staff", async () => {
  for (const address of [
    "/figures/secret.html",
    "/figures/..%2fsecret.html",
    "/figures/../secret.html",
    "/figures/%2e%2e/secret.html",
    "/figures/2024-q1",
    "/figures/nothing/",
    "/figures//etc/passwd",
  ]) {
    const answer = await national.app.request(address)
    expect([address, [302, 404].includes(answer.status)]).toEqual([address, true])
    expect(await answer.text()).not.toContain("not for you")
  }
})

test("a server without a folder has no public figures", async () => {
  const without = await testNational("2024-06-10")
  expect((await without.app.request("/figures/")).status).toBe(404)
  await without.close()
})
