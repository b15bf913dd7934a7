import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Hono } from "hono"
import { afterAll, expect, test } from "vitest"
import { readAssets, serveRobots } from "./assets.ts"

const folder = mkdtempSync(join(tmpdir(), "candour-assets-"))
mkdirSync(join(folder, "assets"))
for (const file of ["style-0a.css", "style-0a.css.br", "style-0a.css.gz", "stray.css"]) {
  writeFileSync(join(folder, "assets", file), file)
}
writeFileSync(join(folder, "assets.json"), JSON.stringify({ "style.css": "style-0a.css" }))
afterAll(() => rmSync(folder, { recursive: true }))

const assets = readAssets(folder)
const app = new Hono().get("/assets/:file", assets.serve).get("/robots.txt", serveRobots)
const get = (path: string, encoding = "") => app.request(path, { headers: { "accept-encoding": encoding } })

test("an asset comes compressed as the browser takes it, and is kept for a year", async () => {
  const answer = await get(assets.url("style.css"), "gzip, deflate, br")
  expect(await answer.text()).toBe("style-0a.css.br")
  expect(answer.headers.get("content-encoding")).toBe("br")
  expect(answer.headers.get("content-type")).toContain("text/css")
  expect(answer.headers.get("cache-control")).toContain("immutable")
  expect(await (await get("/assets/style-0a.css", "gzip")).text()).toBe("style-0a.css.gz")
  expect(await (await get("/assets/style-0a.css")).text()).toBe("style-0a.css")
})

test("only built assets are served", async () => {
  expect((await get("/assets/stray.css")).status).toBe(404)
  expect((await get("/assets/..%2Fassets.json")).status).toBe(404)
  expect(() => assets.url("other.css")).toThrow("was the app built?")
})

test("search engines may find the first page and nothing else", async () => {
  expect(await (await get("/robots.txt")).text()).toContain("Disallow: /")
})
