import { Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { expect, test } from "vitest"
import { showFailure, showNotFound } from "./failure.tsx"
import { health } from "./health.ts"
import { PublicPage } from "./public-page.tsx"

const traces: string[] = []
const app = new Hono()
  .get("/breaks", () => {
    throw new TypeError("He looked up\n    at my new address", { cause: new RangeError("Essex") })
  })
  .get("/refused", () => {
    throw new HTTPException(403)
  })
  .get(
    "/healthy",
    health(() => undefined),
  )
  .get(
    "/ill",
    health(() => "The spool can’t be written to."),
  )
  .get(
    "/broken",
    health(() => Promise.reject(new TypeError("secret"))),
  )
  .notFound(showNotFound((_c, title, content) => <PublicPage title={title}>{content}</PublicPage>))
  .onError(
    showFailure(
      (_c, title, content) => <PublicPage title={title}>{content}</PublicPage>,
      () => "en",
      (trace) => traces.push(trace),
    ),
  )

test("a failure shows a calm page, and neither page nor trace quotes what was typed", async () => {
  const answer = await app.request("/breaks")
  expect(answer.status).toBe(500)
  const html = await answer.text()
  expect(html).toContain("It isn’t anything you did.")
  expect(html + traces).not.toContain("address")
  expect(html + traces).not.toContain("Essex")
  expect(traces[0]).toMatch(/^TypeError\n\s+at .+\ncaused by RangeError\n/s)
})

test("a refusal says so and is no alarm", async () => {
  const before = traces.length
  const answer = await app.request("/refused")
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain("It didn’t come from a page of this site.")
  expect(traces).toHaveLength(before)
})

test("an address that leads nowhere shows the way to the first page", async () => {
  const answer = await app.request("/nowhere")
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('<a class="govuk-link" href="/">')
})

test("health is ok, or one sentence", async () => {
  expect(await (await app.request("/healthy")).text()).toBe("ok")
  const ill = await app.request("/ill")
  expect([ill.status, await ill.text()]).toEqual([503, "The spool can’t be written to."])
  expect(await (await app.request("/broken")).text()).toBe("The check itself failed: TypeError.")
})
