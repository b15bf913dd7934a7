import { afterAll, beforeAll, expect, test } from "vitest"
import { fieldsOf, postForm } from "../testing/form.ts"
import { testIntake } from "../testing/test-intake.ts"

let intake: Awaited<ReturnType<typeof testIntake>>
beforeAll(async () => {
  intake = await testIntake()
})
afterAll(() => intake.close())

const find = async (fields: Record<string, string>) => {
  const answer = await postForm(intake.app, "/find-force", { line: "national", ...fields })
  return { status: answer.status, html: await answer.text() }
}

test("a force's name leads to who should read, and is not in the address", async () => {
  const { status, html } = await find({ hint: "the Met" })
  expect(status).toBe(200)
  expect(html).toContain("Who should read it?")
  expect(html).toContain("Metropolitan Police Service’s team")
  expect(html).toContain("The national desk")
  expect(html).not.toContain("the Met")
})

test("a place that several forces may mean is asked back", async () => {
  const { html } = await find({ hint: "Newport" })
  expect(html).toContain("Which of these is it?")
  expect(html).toContain("Gwent Police (Newport)")
})

test("a choice that isn't made is asked for again, with the same choices", async () => {
  const { html } = await find({ hint: "Newport" })
  const { among } = fieldsOf(html)
  const again = await find({ among: among?.[0] ?? "", answer: "next" })
  expect(again.status).toBe(422)
  expect(again.html).toContain("Gwent Police")
  expect(again.html).not.toContain("Kent Police")
})

test("a force chosen from all leads to who should read", async () => {
  const all = await find({ answer: "all" })
  expect(all.html.match(/type="radio"/g)?.length).toBeGreaterThan(40)
  const { html } = await find({ among: "all", force: "gwent", answer: "next" })
  expect(html).toContain("Gwent Police’s team")
  expect(fieldsOf(html).found).toEqual(["chosen"])
})

test("who doesn't know tells the national desk", async () => {
  const { html } = await find({ answer: "unknown" })
  expect(html).toContain("Goes to the national desk, because it finds out which force it is.")
})

test("another country's police are looked into by others, and one can go on all the same", async () => {
  const { html } = await find({ hint: "Glasgow" })
  expect(html).toContain("Police Investigations and Review Commissioner")
  expect(html).toContain("It’s about someone in a police force of England or Wales")
})

test("what nobody can place is asked again and stays typed; nothing is guessed", async () => {
  const { status, html } = await find({ hint: 'Nowhere "at all"' })
  expect(status).toBe(422)
  expect(fieldsOf(html).hint).toEqual(['Nowhere "at all"'])
  expect((await find({ hint: " " })).html).toContain("Type a force, a town or a postcode")
  expect((await find({ hint: "ZZ99" })).status).toBe(422)
})

test("the line travels with every step, and a made-up one counts as national", async () => {
  const steps: Record<string, string>[] = [
    { hint: "Kent" },
    { hint: "Newport" },
    { answer: "all" },
    { answer: "unknown" },
    {},
  ]
  for (const step of steps) {
    expect(fieldsOf((await find({ line: "metropolitan", ...step })).html).line).toEqual(["metropolitan"])
    expect(fieldsOf((await find({ line: "made-up", ...step })).html).line).toEqual(["national"])
  }
})

test("what was told before comes along through every step, without script", async () => {
  const told = { account: 'He said "no".\r\nTwice.', danger: "now", name: "Smithy" }
  const steps: Record<string, string>[] = [
    { answer: "again" },
    { hint: "Kent" },
    { hint: "Newport" },
    { answer: "all" },
  ]
  for (const step of steps) {
    const fields = fieldsOf((await find({ ...told, ...step })).html)
    expect(fields.account).toEqual(['He said "no".\r\nTwice.'])
    expect(fields.name).toEqual(["Smithy"])
    expect(fields.danger).toEqual(["now"])
  }
})

test("a step that isn't made as our pages make it starts anew", async () => {
  const { html } = await find({ answer: "elsewhere", among: "", force: "../kent" })
  expect(html).toContain("All forces")
})

test("the address of a step starts again", async () => {
  expect((await intake.app.request("/find-force")).status).toBe(200)
  for (const path of ["/who-reads", "/tell"]) {
    const answer = await intake.app.request(path)
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/"])
  }
})
