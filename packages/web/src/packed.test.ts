import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { Hono } from "hono"
import { expect, test } from "vitest"
import { madeOnce, packed } from "./packed.ts"

const text = "He looked up my new address. ".repeat(100)
let made = 0
const app = new Hono()
  .use(packed())
  .get("/page", (c) => c.html(text, 200, { "x-mark": "kept" }))
  .get("/short", (c) => c.html("short"))
  .get("/once/:name", madeOnce(), (c) => {
    made += 1
    return c.req.param("name") === "there" ? c.html(text, 200, { "x-mark": "kept" }) : c.notFound()
  })
const get = (path: string, encoding = "") => app.request(path, { headers: { "accept-encoding": encoding } })

test("a page is packed as the browser takes it, its headers stay, and a short one isn't worth it", async () => {
  const br = await get("/page", "gzip, deflate, br")
  expect(br.headers.get("content-encoding")).toBe("br")
  expect(br.headers.get("x-mark")).toBe("kept")
  expect(brotliDecompressSync(await br.arrayBuffer()).toString()).toBe(text)
  expect(gunzipSync(await (await get("/page", "gzip")).arrayBuffer()).toString()).toBe(text)
  expect(await (await get("/page")).text()).toBe(text)
  expect((await get("/short", "br")).headers.get("content-encoding")).toBeNull()
})

test("a page that is the same for everybody is made once, whatever encoding is asked for", async () => {
  for (const encoding of ["", "br", "gzip", "br", ""]) {
    const answer = await get("/once/there", encoding)
    expect(answer.headers.get("x-mark")).toBe("kept")
    expect(answer.headers.get("content-encoding")).toBe(encoding || null)
    expect(answer.headers.get("vary")).toBe("accept-encoding")
    expect((await answer.arrayBuffer()).byteLength > 0).toBe(true)
  }
  expect(made).toBe(1)
})

test("a page that isn't there is never kept", async () => {
  for (const _ of [1, 2]) expect((await get("/once/else", "br")).status).toBe(404)
  expect(made).toBe(3)
})

test("pages that show a state are made anew when it changes, and only then", async () => {
  let state = "one"
  let times = 0
  const dated = new Hono().get(
    "/:page",
    madeOnce(() => state),
    (c) => {
      times += 1
      return c.text(state)
    },
  )
  const read = async (path: string) => (await dated.request(path)).text()
  expect([await read("/a"), await read("/a"), await read("/b")]).toEqual(["one", "one", "one"])
  state = "two"
  expect([await read("/a"), await read("/a"), await read("/b")]).toEqual(["two", "two", "two"])
  expect(times).toBe(4)
})
