import { asOwner } from "@candour/database/as.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { fieldsOf, postForm } from "../../testing/form.ts"
import { testIntake } from "../../testing/test-intake.ts"

let intake: Awaited<ReturnType<typeof testIntake>>
beforeAll(async () => {
  intake = await testIntake()
})
afterAll(() => intake.close())

const DOVER = { kind: "place", name: "St. Margaret’s-at-Cliffe", said: "kent" }

const post = async (fields: Record<string, string>, path = "/forces/wrong") => {
  const answer = await postForm(intake.app, path, fields)
  return { status: answer.status, html: await answer.text(), headers: answer.headers }
}
const send = (changes: Record<string, string> = {}, path?: string) =>
  post({ ...DOVER, answer: "send", ...changes }, path)
const noted = async () =>
  (
    await asOwner(intake.owner, (transaction) =>
      transaction.execute<{ kind: string; name: string; said: string | null; count: number }>(
        sql`select kind, name, said, count from correction order by name, said`,
      ),
    )
  ).rows
const selected = (html: string) => html.match(/<option value="([^"]*)" selected/)?.[1]

test.each([
  ["/forces/wrong", "What is wrong in the directory?", "Don’t write about a person here."],
  ["/cy/forces/wrong", "Beth sy’n anghywir yn y cyfeiriadur?", "Peidiwch ag ysgrifennu am berson yma."],
])("%s asks with nothing filled in, and has one line to type in", async (path, heading, warning) => {
  const answer = await intake.app.request(path)
  const html = await answer.text()
  expect(answer.headers.get("cache-control")).toBe("no-store")
  expect(html).toContain(heading)
  expect(html).toContain(warning)
  expect(html).not.toContain("<textarea")
  expect(fieldsOf(html)).toEqual({ name: [""] })
  expect(selected(html)).toBe("unknown")
})

test("a force's own link fills in its name; the link of a force that isn't there isn't found", async () => {
  const html = await (await intake.app.request("/forces/wrong/devon-and-cornwall")).text()
  expect(fieldsOf(html)).toEqual({ kind: ["force"], name: ["Devon & Cornwall Police"] })
  expect(selected(html)).toBe("devon-and-cornwall")
  expect(fieldsOf(await (await intake.app.request("/cy/forces/wrong/gwent")).text()).name).toEqual(["Heddlu Gwent"])
  for (const path of ["narnia", "national-desk", "constructor"])
    expect((await intake.app.request(`/forces/wrong/${path}`)).status).toBe(404)
})

test("an answer's button brings its name along, but not what is no name, and notes nothing yet", async () => {
  const named = fieldsOf(await (await postForm(intake.app, "/forces", { hint: "Deal" })).text())
  expect(named.name).toEqual(["Deal"])
  const sentence = fieldsOf(await (await postForm(intake.app, "/forces", { hint: "he is at deal!" })).text())
  expect(sentence.name).toBeUndefined()
  const { status, html } = await post({ name: "Deal", kind: "place" })
  expect(status).toBe(200)
  expect(fieldsOf(html)).toEqual({ kind: ["place"], name: ["Deal"] })
  expect(await noted()).toEqual([])
})

test("what is sent is noted under its folded name, alike in both languages, and counts", async () => {
  expect((await send()).html).toContain("Thank you")
  expect((await send({ name: "st margarets at cliffe" }, "/cy/forces/wrong")).html).toContain("Diolch")
  expect((await send({ said: "unknown" })).status).toBe(200)
  expect((await send({ kind: "elsewhere", name: "PSNI", said: "psni" })).status).toBe(200)
  expect(await noted()).toEqual([
    { kind: "elsewhere", name: "psni", said: "psni", count: 1 },
    { kind: "place", name: "st margarets at cliffe", said: "kent", count: 2 },
    { kind: "place", name: "st margarets at cliffe", said: null, count: 1 },
  ])
})

test.each([
  [{ kind: "" }, "kind", "Choose what is wrong."],
  [{ kind: "person" }, "kind", "Choose what is wrong."],
  [{ name: "  " }, "name", "Type the place or force that it is about."],
  [{ name: "PC 123 (Smith); he hits her" }, "name", "Use only letters, digits, spaces"],
  [{ name: "a@example.org" }, "name", "Use only letters, digits, spaces"],
  [{ name: "..." }, "name", "Use only letters, digits, spaces"],
  [{ name: "Дувр" }, "name", "Use only letters, digits, spaces"],
  [{ name: "a".repeat(61) }, "name", "60 characters or less"],
  [{ name: "&".repeat(30) }, "name", "60 characters or less"],
  [{ said: "narnia" }, "said", "Choose from the list"],
])("%j is asked again at its field, with everything kept, and nothing is noted", async (changes, field, words) => {
  const before = await noted()
  const { status, html } = await send(changes)
  expect(status).toBe(422)
  expect(html).toMatch(new RegExp(`<a href="#${field}">[^<]*${words}`))
  expect(html).toContain(`id="${field}-error"`)
  const typed = { ...DOVER, ...changes }
  expect(fieldsOf(html).name).toEqual([typed.name.trim()])
  expect(await noted()).toEqual(before)
})

test("when a day is full the page says to come back tomorrow, with all that was typed, and reports go on", async () => {
  await asOwner(intake.owner, (transaction) =>
    transaction.execute(sql`
      insert into correction (day, kind, name) select today(), 'missing', 'flood ' || n from generate_series(1, 500) n`),
  )
  const { status, html } = await send({ name: "Walmer" })
  expect(status).toBe(422)
  expect(html).toContain('<a href="#send">So much has been noted today')
  expect(fieldsOf(html).name).toEqual(["Walmer"])
  expect((await send()).status).toBe(200)
  const tell = await postForm(intake.app, "/who-reads", { force: "kent", found: "found", reader: "kent" })
  expect(await tell.text()).toContain("Goes to Kent Police’s team")
  await asOwner(intake.owner, (transaction) =>
    transaction.execute(sql`delete from correction where name like 'flood%'`),
  )
})

test("a flood at one moment is turned away before it takes the database from reports", async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => send({ name: `Village ${at}` })))
  const statuses = answers.map(({ status }) => status)
  expect(statuses).toContain(200)
  expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(10)
  expect((await send({ name: "Village after" })).status).toBe(200)
})

test("while the database is away nothing is noted, and the page says so with all that was typed", async () => {
  await intake.cable.cut()
  const { status, html } = await send({ name: "Ripple" })
  await intake.cable.mend()
  expect(status).toBe(503)
  expect(html).toContain("We couldn’t note that this minute.")
  expect(fieldsOf(html).name).toEqual(["Ripple"])
})

test("a post from another site notes nothing", async () => {
  for (const path of ["/forces", "/forces/wrong", "/cy/forces/wrong"]) {
    const answer = await intake.app.request(path, {
      method: "POST",
      headers: { "sec-fetch-site": "cross-site", "content-type": "application/x-www-form-urlencoded" },
      body: "kind=place&name=Deal&said=kent&answer=send&hint=Deal",
    })
    expect(answer.status).toBe(403)
  }
})
