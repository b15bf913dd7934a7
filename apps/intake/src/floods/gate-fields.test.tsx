import { Hono } from "hono"
import { expect, test } from "vitest"
import { postedOf } from "../posted-form.ts"
import { fieldsOf, postForm } from "../testing/form.ts"
import { createGate, type GateAnswer } from "./gate.ts"
import { GateFields } from "./gate-fields.tsx"
import { gatePostOf, heldBack } from "./gate-post.ts"
import { heldBackWords, messages } from "./messages.ts"

/** A form with one box, behind the gate: as /tell is. */
function page(lang: "en" | "cy" = "en") {
  const gate = createGate({ clock: { now: () => new Date("2026-03-01T12:00:00Z") } })
  const show = async (posted = {}, after?: GateAnswer) => (
    <form method="post">
      <GateFields lang={lang} challenge={await gate.challenge(after)} posted={posted} />
      <textarea name="account">{(posted as { account?: string[] }).account?.[0]}</textarea>
    </form>
  )
  return new Hono()
    .get("/tell", async (c) => c.html(await show()))
    .post("/tell", async (c) => {
      const posted = postedOf(await c.req.parseBody({ all: true }))
      const answer = await gate.admit("tell", gatePostOf(posted))
      if (answer === "in") return c.text("taken")
      const filled = Boolean(gatePostOf(posted).filled)
      const why = heldBackWords(lang, answer, filled)
      return c.html(
        <>
          <p>{why}</p>
          {await show(posted, answer)}
        </>,
        heldBack(c, answer),
      )
    })
}

const open = async (app: Hono) => fieldsOf(await (await app.request("/tell")).text())
const one = (fields: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(fields).map(([name, [value = ""]]) => [name, value]))

test("the box that people don't see is out of the way of keyboard, screen reader and autofill", async () => {
  const html = await (await page().request("/tell")).text()
  expect(html).toMatch(/<div class="candour-empty" aria-hidden="true">/)
  expect(html).toMatch(/name="postal"[^>]*tabindex="-1"[^>]*autocomplete="off"/)
})

test("a flood asks to wait, says for how long, and keeps what was typed", async () => {
  const app = page()
  for (let post = 0; post < 35; post++) await postForm(app, "/tell", one(await open(app)))
  const answer = await postForm(app, "/tell", { ...one(await open(app)), account: "He did." })
  const html = await answer.text()
  expect(answer.status).toBe(503)
  expect(answer.headers.get("retry-after")).toBe("15")
  expect(html).toContain(messages.en.wait)
  expect(fieldsOf(html).account).toEqual(["He did."])
})

test("a filled box is shown and asked about once, then the report is taken", async () => {
  const app = page("cy")
  const answer = await postForm(app, "/tell", { ...one(await open(app)), account: "Fe wnaeth.", postal: "CT16 1AA" })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain(messages.cy.filled)
  expect(html).toContain(messages.cy.empty)
  expect(html).not.toContain("candour-empty")
  const again = one(fieldsOf(html))
  expect(again).toMatchObject({ account: "Fe wnaeth.", postal: "CT16 1AA", asked: "yes" })
  expect(await (await postForm(app, "/tell", again)).text()).toBe("taken")
})

test("a form that was sent before comes back with what was typed, and is then taken", async () => {
  const app = page()
  const form = one(await open(app))
  expect(await (await postForm(app, "/tell", { ...form, id: "one" })).text()).toBe("taken")
  const answer = await postForm(app, "/tell", { ...form, id: "two", account: "He did." })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain(messages.en.again)
  expect(await (await postForm(app, "/tell", one(fieldsOf(html)))).text()).toBe("taken")
})
