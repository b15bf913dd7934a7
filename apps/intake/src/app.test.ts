import { afterAll, beforeAll, expect, test } from "vitest"
import { createApp } from "./app.tsx"
import { fieldsOf, postForm } from "./testing/form.ts"
import { testIntake } from "./testing/test-intake.ts"

let intake: Awaited<ReturnType<typeof testIntake>>
beforeAll(async () => {
  intake = await testIntake()
})
afterAll(() => intake.close())

const PAGES = [
  "/",
  "/line/metropolitan",
  "/find-force",
  "/mailbox",
  "/receipt",
  "/people-who-can-help",
  "/cy/people-who-can-help",
  "/who-can-help",
  "/cy/who-can-help",
  "/stay-safe",
  "/cy/stay-safe",
  "/what-we-can-see",
  "/accessibility",
  "/forces/word-list",
  "/forces/wrong",
  "/nowhere",
]

test("each line has its first page, from which it travels; another line isn't there", async () => {
  const lineAt = async (path: string) => fieldsOf(await (await intake.app.request(path)).text()).line
  expect(await lineAt("/")).toEqual(["national"])
  expect(await lineAt("/line/metropolitan")).toEqual(["metropolitan"])
  expect((await intake.app.request("/line/made-up")).status).toBe(404)
})

test("no page sets a cookie, runs WebAssembly, says where a visitor came from, or loads anything from elsewhere", async () => {
  for (const path of PAGES) {
    const answer = await intake.app.request(path)
    expect(answer.headers.get("set-cookie")).toBeNull()
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer")
    expect(answer.headers.get("content-security-policy")).not.toContain("unsafe")
    const html = await answer.text()
    expect(
      html.match(/(src|href)="https?:[^"]*"/g)?.filter((link) => !link.includes("bbc.co.uk/weather")) ?? [],
    ).toEqual([])
    expect(html).toContain(`id="leave"`)
  }
})

test("the first page leads to the public’s figures where they are, in its language", async () => {
  const app = createApp({ ...intake.services, figures: "https://figures.example/" })
  expect(await (await app.request("/")).text()).toContain('href="https://figures.example/"')
  expect(await (await app.request("/cy")).text()).toContain('href="https://figures.example/cy/"')
  expect(await (await app.request("/mailbox")).text()).not.toContain("figures.example")
})

test("a page that holds something typed says in its title nothing but what anyone may see", async () => {
  const titles = await Promise.all(
    [
      await intake.app.request("/"),
      await postForm(intake.app, "/find-force", { hint: "Kent" }),
      await postForm(intake.app, "/who-reads", { force: "kent", found: "found", reader: "kent" }),
      await intake.app.request("/receipt"),
      await intake.app.request("/mailbox"),
    ].map(async (answer) => (await answer.text()).match(/<title>(.*)<\/title>/)?.[1]),
  )
  expect(titles).toEqual(
    ["Start", "Which area", "Your message", "Your number", "Messages"].map((title) => `${title} – Candour`),
  )
})

test("it is healthy, and stays so while the database is away", async () => {
  expect(await (await intake.app.request("/health")).text()).toBe("ok")
  await intake.cable.cut()
  expect((await intake.app.request("/health")).status).toBe(200)
  await intake.cable.mend()
})

test("a post from another site is refused", async () => {
  const headers = { "sec-fetch-site": "cross-site", "content-type": "application/x-www-form-urlencoded" }
  for (const path of ["/find-force", "/who-reads", "/tell", "/receipt", "/mailbox"]) {
    expect((await intake.app.request(path, { method: "POST", headers, body: "account=x" })).status).toBe(403)
  }
})
