import { Hono } from "hono"
import { expect, test } from "vitest"
import { noStore, securityHeaders } from "./security-headers.ts"

const headersOf = async (app: Hono, path = "/") => (await app.request(path)).headers

test("a page may load nothing but its own files, and nobody may frame it", async () => {
  const headers = await headersOf(new Hono().use(securityHeaders()).get("/", (c) => c.text("")))
  const policy = headers.get("content-security-policy")
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain("unsafe")
  expect(headers.get("referrer-policy")).toBe("no-referrer")
  expect(headers.get("x-content-type-options")).toBe("nosniff")
})

test("only an app that asks for it may run WebAssembly", async () => {
  const headers = await headersOf(new Hono().use(securityHeaders({ wasm: true })).get("/", (c) => c.text("")))
  expect(headers.get("content-security-policy")).toContain("script-src 'self' 'wasm-unsafe-eval';")
})

test("only a page that the app names may frame another of its pages", async () => {
  const app = new Hono().use(securityHeaders({ framing: (path) => path === "/report" })).get("*", (c) => c.text(""))
  expect((await headersOf(app, "/report")).get("content-security-policy")).toContain("; frame-src 'self'")
  expect((await headersOf(app, "/queue")).get("content-security-policy")).not.toContain("frame-src")
})

test("an error page has the same headers", async () => {
  const app = new Hono()
    .use(securityHeaders())
    .get("/", () => {
      throw new Error("boom")
    })
    .onError((_error, c) => c.text("calm", 500))
  expect((await headersOf(app)).get("content-security-policy")).toContain("default-src 'none'")
  expect((await headersOf(app, "/nowhere")).get("referrer-policy")).toBe("no-referrer")
})

test("what must not come back is kept by no cache", async () => {
  const app = new Hono().use("/tell", noStore()).get("/tell", (c) => c.text(""))
  expect((await headersOf(app, "/tell")).get("cache-control")).toBe("no-store")
})

test("the microphone is for an app that asks for it alone", async () => {
  const permissions = async (options?: { microphone: boolean }) =>
    (await headersOf(new Hono().use(securityHeaders(options)).get("*", (c) => c.text("")))).get("permissions-policy")
  expect(await permissions({ microphone: true })).toContain("microphone=(self)")
  expect(await permissions({ microphone: true })).toContain("camera=()")
  expect(await permissions()).toContain("microphone=()")
})
