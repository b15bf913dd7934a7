import { randomUUID } from "node:crypto"
import { asOwner } from "@candour/database/as.ts"
import { notForUs } from "@candour/domain/not-for-us.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { fieldsOf, postForm } from "../testing/form.ts"
import { testIntake } from "../testing/test-intake.ts"
import { createContactCount } from "./count-contacts.ts"
import { places } from "./places.ts"

let intake: Awaited<ReturnType<typeof testIntake>>
beforeAll(async () => {
  intake = await testIntake()
})
afterAll(() => intake.close())

const contacts = async () =>
  (
    await asOwner(intake.owner, (transaction) =>
      transaction.execute<{ why: string; line: string; count: string }>(sql`
        select detail ->> 'notForUs' as why, line, count(*) from event where kind = 'contacted' group by 1, 2 order by 1, 2`),
    )
  ).rows.map(({ why, line, count }) => [why, line, Number(count)])
const page = async (path = "/who-can-help") => fieldsOf(await (await intake.app.request(path)).text())
const choose = async (fields: Record<string, string>, path = "/who-can-help") => {
  const answer = await postForm(intake.app, path, fields)
  return { status: answer.status, html: await answer.text() }
}

test("each page has an id of its own, and keeps the line that led to it", async () => {
  const [one, other] = [await page(), await page("/who-can-help?line=metropolitan")]
  expect(one.id).not.toEqual(other.id)
  expect([one.line, other.line]).toEqual([["national"], ["metropolitan"]])
  expect(await page("/who-can-help?line=made-up")).toMatchObject({ line: ["national"] })
})

test.each(notForUs.options)("%s is answered in both languages with who can help, and counted", async (why) => {
  for (const [lang, path] of [
    ["en", "/who-can-help"],
    ["cy", "/cy/who-can-help"],
  ] as const) {
    const { status, html } = await choose({ why, line: "national", id: randomUUID() }, path)
    expect(status).toBe(200)
    for (const { name, reach } of places[why]) {
      expect(html).toContain(name[lang])
      expect(html).toContain(reach[lang])
    }
    expect(html).toContain(lang === "cy" ? "Dweud wrthym" : "Tell us")
  }
  expect(await contacts()).toContainEqual([why, "national", 2])
})

test("military police are answered from the directory", async () => {
  const { html } = await choose({ why: "military", line: "national", id: randomUUID() })
  expect(html).toContain("Royal Military Police")
  expect(html).toContain("Service Police Complaints Commissioner")
})

test("a double press counts once, on its own line", async () => {
  const id = randomUUID()
  const before = await contacts()
  await Promise.all([1, 2].map(() => choose({ why: "data", line: "metropolitan", id })))
  await choose({ why: "data", line: "metropolitan", id })
  expect(await contacts()).toEqual([...before, ["data", "metropolitan", 1]].sort())
})

test("who finds nothing that fits is led to tell us, and isn't counted as not for us", async () => {
  const before = await contacts()
  const { status, html } = await choose({ why: "unsure", line: "metropolitan", id: randomUUID() })
  expect(status).toBe(200)
  expect(html).toMatch(
    /<form method="post" action="\/find-force"><input type="hidden" name="line" value="metropolitan"/,
  )
  expect(await contacts()).toEqual(before)
})

test.each([[{}], [{ why: "" }], [{ why: "He is PC Smith" }]])(
  "%j is asked again at its question, with the same id, and not counted",
  async (fields) => {
    const before = await contacts()
    const id = randomUUID()
    const { status, html } = await choose({ ...fields, line: "national", id } as Record<string, string>)
    expect(status).toBe(422)
    expect(html).toContain('<a href="#why">Choose what it is about')
    expect(fieldsOf(html).id).toEqual([id])
    expect(await contacts()).toEqual(before)
  },
)

test("nobody waits for help because the database refuses to count them", async () => {
  const count = createContactCount(intake.services.database)
  const contact = { id: randomUUID(), line: "no-such-line", why: "crime" } as const
  await expect(count(contact, "2026-11-20")).resolves.toBeUndefined()
})

test("while the database is away everybody is answered, and counted when it is back, on the day they came", async () => {
  const count = createContactCount(intake.services.database, 50)
  const contact = { line: "national", why: "scotland" } as const
  const [before] = (await contacts()).filter(([why]) => why === "scotland")
  await intake.cable.cut()
  for (const _ of [1, 2, 3]) await count({ ...contact, id: randomUUID() }, "2026-11-20")
  expect((await choose({ why: "crime", line: "national", id: randomUUID() })).status).toBe(200)
  await intake.cable.mend()
  await vi.waitFor(async () => {
    expect(await contacts()).toContainEqual(["scotland", "national", Number(before?.[2]) + 3])
  }, 10_000)
})
