import { afterAll, beforeAll, expect, test } from "vitest"
import { history } from "../testing/history.ts"
import { type TestNational, testNational } from "../testing/test-national.ts"

let national: TestNational
let cookie: string
beforeAll(async () => {
  national = await testNational("2024-06-10")
  cookie = await national.cookieOf(["coordinator"])
  const past = await history(national.at)
  await past.on("2022-12-30")
  await past.report({ categories: ["partner", "sexual"] }, "2022-12-30")
  await past.report({ tenant: "kent", categories: ["partner"] }, "2022-12-30")
  await past.on("2024-05-02")
  await past.report({ line: "national", categories: [] }, "2024-04-30")
  await past.close()
})
afterAll(() => national.close())

const get = (address: string) => national.app.request(address, { headers: { cookie } })
const table = async (address: string) => {
  const [head = "", ...rows] = (await (await get(address)).text()).trimEnd().split("\r\n")
  const columns = head.split(",")
  return rows.map((row) => Object.fromEntries(row.split(",").map((value, index) => [columns[index], value])))
}

test("the table, the answer for a program and the page say the same of a day, then and now", async () => {
  for (const [asked, contacts] of [
    ["as-at=2024-04-30&known=then", 2],
    ["as-at=2024-04-30&known=now", 3],
    ["as-at=2022-12-29&known=now", 0],
    ["as-at=2024-06-01&known=now&line=national", 1],
    ["as-at=2024-06-01&known=now&force=kent", 1],
    ["as-at=2024-06-01&known=now&from=2023-01-01", 1],
    ["as-at=2024-06-01&known=now&from=2022-12-30&to=2022-12-30", 2],
  ] as const) {
    const whole = { by: "all", group: "all", figure: "contacts", unit: "contacts" }
    expect(await table(`/figures.csv?${asked}`)).toContainEqual(
      expect.objectContaining({ ...whole, count: `${contacts}` }),
    )
    const answer = (await (await get(`/figures.json?${asked}`)).json()) as { digest: string; rows: unknown[] }
    expect(answer.rows).toContainEqual({ ...whole, count: contacts })
    const page = await (await get(`/?${asked}`)).text()
    expect(page).toContain(`>${contacts}</dd>`)
    expect(page).toContain(answer.digest)
  }
})

test("categories have rows of their own, and every row's figure is defined in both languages", async () => {
  const rows = await table("/figures.csv?as-at=2024-06-01")
  expect(rows).toContainEqual(expect.objectContaining({ by: "category", group: "partner", count: "2" }))
  const { definitions } = (await (await get("/figures.json?as-at=2024-06-01")).json()) as {
    definitions: { figure: string; unit: string; en: { means: string }; cy: { means: string } }[]
  }
  for (const { figure, unit } of rows) {
    const definition = definitions.find((each) => each.figure === figure)
    expect(definition?.unit).toBe(unit)
    expect(definition?.en.means).not.toBe(definition?.cy.means)
  }
})

test("the description of the columns is of those that the table has", async () => {
  const answer = await get("/figures.csv?as-at=2024-06-01")
  expect(answer.headers.get("link")).toContain("</figures.csv-metadata.json>")
  const { tableSchema } = (await (await get("/figures.csv-metadata.json")).json()) as {
    tableSchema: { columns: { name: string }[]; primaryKey: string[] }
  }
  expect(tableSchema.columns.map(({ name }) => name).join(",")).toBe((await answer.text()).split("\r\n")[0])
  const keys = (await table("/figures.csv?as-at=2024-06-01")).map((row) =>
    tableSchema.primaryKey.map((name) => row[name]).join(" "),
  )
  expect(new Set(keys).size).toBe(keys.length)
})

test("the same question has the same digest, until something changes the answer", async () => {
  const digestOf = async (asked: string) =>
    ((await (await get(`/figures.json?${asked}`)).json()) as { digest: string }).digest
  const before = await digestOf("as-at=2024-05-31&known=now")
  expect(await digestOf("as-at=2024-05-31&known=now")).toBe(before)
  const then = await digestOf("as-at=2024-05-31&known=then")
  const past = await history(national.at)
  await past.on("2024-06-09")
  await past.report({}, "2024-05-30")
  await past.close()
  expect(await digestOf("as-at=2024-05-31&known=now")).not.toBe(before)
  expect(await digestOf("as-at=2024-05-31&known=then")).toBe(then)
})

test("what isn't a day is said, and nobody who isn't signed in gets a figure", async () => {
  const wrong = await get("/figures.json?as-at=2024-02-31")
  expect(wrong.status).toBe(422)
  expect(await wrong.json()).toEqual({ problems: { asAt: "Enter a real date, like 15 1 2024." } })
  for (const path of ["/figures.csv", "/figures.json"])
    expect((await national.app.request(path)).headers.get("content-type") ?? "").not.toMatch(/csv|json/)
})
