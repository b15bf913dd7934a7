import { afterAll, beforeAll, expect, test } from "vitest"
import { fieldsOf, postForm } from "../testing/form.ts"
import { testIntake } from "../testing/test-intake.ts"

let intake: Awaited<ReturnType<typeof testIntake>>
beforeAll(async () => {
  intake = await testIntake()
})
afterAll(() => intake.close())

const read = async (fields: Record<string, string>) => {
  const answer = await postForm(intake.app, "/who-reads", { line: "national", found: "found", ...fields })
  return { status: answer.status, html: await answer.text() }
}

test("the force's team reads when it is chosen, and the page says why", async () => {
  const { html } = await read({ force: "kent", reader: "kent" })
  expect(html).toContain("Goes to Kent Police’s team, because it looks into that force.")
  expect(html).toContain(`data-recipient="${intake.inboxes.kent?.recipient}"`)
})

test("anyone may choose the national desk, without a reason", async () => {
  const { html } = await read({ force: "kent", reader: "national-desk" })
  expect(html).toContain("Goes to the national desk, because you chose it.")
  expect(html).not.toContain("kent")
})

test("a force whose desk hasn't opened says so, and the national desk reads meanwhile", async () => {
  const before = await postForm(intake.app, "/find-force", { hint: "Essex" })
  expect(await before.text()).toContain("Essex Police’s team doesn’t take reports here yet.")
  const { html } = await read({ force: "essex", reader: "essex" })
  expect(html).toContain("Goes to the national desk, because Essex Police’s team doesn’t take reports here yet.")
  expect(fieldsOf(html).routedTo).toEqual(["essex"])
})

test("without a choice it is asked again, with everything told and every force found", async () => {
  const found = fieldsOf(
    await (await postForm(intake.app, "/find-force", { hint: "Whitby", account: "He did." })).text(),
  )
  const { status, html } = await read(
    Object.fromEntries(Object.entries(found).map(([name, values]) => [name, values[0] ?? ""])),
  )
  expect(status).toBe(422)
  expect(html).toContain("Choose who should read it.")
  expect(html).toContain("North Yorkshire Police’s team")
  expect(html).toContain("Cheshire Constabulary’s team")
  expect(fieldsOf(html).account).toEqual(["He did."])
})

test("a made-up reader is asked again", async () => {
  expect((await read({ force: "kent", reader: "../essex" })).status).toBe(422)
  expect((await read({ force: "made-up", reader: "made-up" })).html).toContain("Which police force")
})

test("several teams read it when they are chosen together, and the page names each", async () => {
  const { html } = await read({ force: "kent", with: "metropolitan", reader: "kent" })
  expect(html).toContain(
    "Goes to Kent Police’s team and Metropolitan Police Service’s team, because they look into those forces.",
  )
  const { with: others, referral, id } = fieldsOf(html)
  expect(others).toEqual(["metropolitan"])
  expect(referral).toHaveLength(1)
  expect(referral).not.toEqual(id)
})

test("the national desk reads alone where it is chosen over several teams", async () => {
  const { html } = await read({ force: "kent", with: "metropolitan", reader: "national-desk" })
  expect(html).toContain("Goes to the national desk, because you chose it.")
  expect(fieldsOf(html).with).toBeUndefined()
})

test("an added force can be taken off again, and so can the first", async () => {
  const without = async (off: string) => fieldsOf((await read({ force: "kent", with: "metropolitan", off })).html)
  expect(await without("metropolitan")).toMatchObject({ force: ["kent"], found: ["found"] })
  expect((await without("metropolitan")).with).toBeUndefined()
  expect(await without("kent")).toMatchObject({ force: ["metropolitan"] })
  expect((await read({ force: "kent", with: "national-desk", off: "kent" })).html).toContain("Which police force")
})

test("of several teams, each whose desk hasn't opened is named before anything is written, and after", async () => {
  const added = await postForm(intake.app, "/find-force", { hint: "Essex", with: "kent" })
  expect(await added.text()).toContain("Essex Police’s team doesn’t take reports here yet.")
  const { html } = await read({ force: "kent", with: "essex", reader: "kent" })
  expect(html).toContain("Goes to Kent Police’s team and the national desk, because they look into those forces.")
  expect(html).toContain("Essex Police’s team doesn’t take reports here yet. Until it does, the national desk reads")
})

test("without a choice between several, they are asked for again with every team", async () => {
  const { status, html } = await read({ force: "kent", with: "metropolitan" })
  expect(status).toBe(422)
  expect(html).toContain("Kent Police’s team and Metropolitan Police Service’s team")
})
