import { afterAll, beforeAll, expect, test } from "vitest"
import { fieldsOf, postForm } from "../testing/form.ts"
import { testIntake } from "../testing/test-intake.ts"

let intake: Awaited<ReturnType<typeof testIntake>>
beforeAll(async () => {
  intake = await testIntake()
})
afterAll(() => intake.close())

type Fields = Record<string, string | readonly string[]>
const post = async (path: string, fields: Fields) => {
  const answer = await postForm(intake.app, path, fields)
  const html = await answer.text()
  return { status: answer.status, html, fields: fieldsOf(html) }
}
const find = (fields: Fields) => post("/find-force", { line: "national", ...fields })
const controls = (html: string, type: string) =>
  [
    ...html
      .replaceAll(/<template[\s\S]*?<\/template>/g, "")
      .matchAll(new RegExp(`type="${type}" value="([^"]*)"`, "g")),
  ].map(([, value]) => value)

test("of forces that are named together, more than one can be chosen", async () => {
  const { html, fields } = await find({ hint: "Kent and Essex" })
  expect(html).toContain("Which of these is it? You can choose more than one")
  expect(controls(html, "checkbox")).toEqual(["kent", "essex"])
  const { among = [], several = [] } = fields
  const both = await find({ among, several, force: ["kent", "essex"], answer: "next" })
  expect(both.html).toContain("Both teams")
  expect(both.html).toContain("Kent Police’s team and Essex Police’s team")
  expect(both.fields).toMatchObject({ force: ["kent"], with: ["essex"], found: ["chosen"] })
  const one = await find({ among, several, force: "essex", answer: "next" })
  expect(one.html).not.toContain("Both teams")
  expect(one.fields).toMatchObject({ force: ["essex"] })
  expect(one.fields.with).toBeUndefined()
})

test("where none of them is chosen they are asked for again, each still with its box", async () => {
  const { among = [], several = [] } = (await find({ hint: "Kent and Essex" })).fields
  const { status, html } = await find({ among, several, answer: "next" })
  expect(status).toBe(422)
  expect(controls(html, "checkbox")).toEqual(["kent", "essex"])
  expect(html).toContain("Choose one, or “I don’t know”.")
})

test("a body that isn't ours is a choice too, and leads to who looks into it", async () => {
  const { html, fields } = await find({ hint: "Dover port" })
  expect(controls(html, "radio")).toEqual(["kent", "port-of-dover-police"])
  expect(html).toContain("Port of Dover Police – not one of ours")
  const { among = [] } = fields
  const elsewhere = await find({ among, force: "port-of-dover-police", answer: "next" })
  expect(elsewhere.html).toContain("Others look into this one")
  expect(controls((await find({ among, answer: "next" })).html, "radio")).toEqual(["kent", "port-of-dover-police"])
})

test("a body that isn't ours, chosen beside a force, is said beside that force's team", async () => {
  const { html, fields } = await find({ among: "kent port-of-dover-police", force: ["kent", "port-of-dover-police"] })
  expect(fields.force).toEqual(["kent"])
  expect(html).toContain("We can’t send a report to Port of Dover Police.")
})

test("a list of one asks whether it is this one", async () => {
  const { html } = await find({ among: "kent", answer: "next" })
  expect(html).toContain("Is it this one?")
})

test("the page's script says where it goes: each force and how it was found, or a body elsewhere", async () => {
  const both = await find({ among: "all", answer: "next", found: "found", force: ["kent", "metropolitan"] })
  expect(both.fields).toMatchObject({ force: ["kent"], with: ["metropolitan"], found: ["found"] })
  expect((await find({ among: "all", answer: "next", elsewhere: "psni" })).html).toContain("Police Ombudsman")
})

/** Finds Kent, and asks to add another. */
const addToKent = async (more: Fields = {}) => {
  const kent = (await find({ hint: "Kent Police", ...more })).fields
  return find({ ...kent, answer: "add" })
}

test("another force is added to the first, and the line, what was told and how the first was found come along", async () => {
  const told = { line: "metropolitan", account: "He did.", referral: "x" }
  const asked = await addToKent(told)
  expect(asked.html).toContain("So far it goes to Kent Police’s team.")
  expect(asked.fields).toMatchObject({ with: ["kent"], firstFound: ["found"], account: ["He did."] })
  const all = await find({ ...asked.fields, answer: "all" })
  const both = await find({ ...all.fields, force: "gwent", answer: "next" })
  expect(both.html).toContain("Kent Police’s team and Gwent Police’s team")
  expect(both.fields).toMatchObject({
    force: ["kent"],
    with: ["gwent"],
    found: ["found"],
    line: ["metropolitan"],
    account: ["He did."],
  })
  const third = await find({ ...both.fields, answer: "add" })
  expect(third.fields.with).toEqual(["kent", "gwent"])
  const three = await find({ ...third.fields, hint: "the Met" })
  expect(three.html).toContain("All these teams")
  expect(three.fields).toMatchObject({ force: ["kent"], with: ["gwent", "metropolitan"], found: ["found"] })
})

test("a smaller namesake that was chosen already is the one that another force is added to", async () => {
  const whitby = (await find({ hint: "Whitby" })).fields
  const { fields } = await find({ ...whitby, reader: "cheshire", answer: "add" })
  expect(fields.with).toEqual(["cheshire"])
})

test("beside a force found before, a place of several forces is asked back and not guessed", async () => {
  const { fields } = await addToKent()
  const asked = await find({ ...fields, hint: "Whitby" })
  expect(controls(asked.html, "radio")).toEqual(expect.arrayContaining(["north-yorkshire", "cheshire"]))
  expect(asked.fields.with).toEqual(["kent"])
})

test("a force that is there already is told once", async () => {
  const { fields } = await addToKent()
  const again = await find({ ...fields, hint: "Kent Police" })
  expect(again.html).not.toContain("Both teams")
  expect(again.fields.with).toBeUndefined()
})

test("who doesn't know the other force lets the national desk find out, beside the first", async () => {
  const { fields } = await addToKent()
  const both = await find({ ...fields, answer: "unknown" })
  expect(both.html).toContain("Kent Police’s team and the national desk")
  const told = await post("/who-reads", { ...both.fields, reader: "kent" })
  expect(told.html).toContain("The national desk finds out which other force it is.")
})

test("who adds none after all goes on with the first, and who changes where it goes starts anew", async () => {
  const { fields } = await addToKent()
  const { html } = await find({ ...fields, answer: "enough" })
  expect(html).toContain("Who should read it?")
  expect(fieldsOf(html).force).toEqual(["kent"])
  expect((await find({ ...fields, answer: "change" })).fields.with).toBeUndefined()
  expect((await find({ ...fields, answer: "again" })).fields.with).toEqual(["kent"])
})

test("no more than six forces are told at once, and a made-up one isn't", async () => {
  const six = ["kent", "gwent", "metropolitan", "surrey", "sussex", "dorset"]
  const { html, fields } = await find({ among: "all", force: [...six, "essex"], with: ["made-up"], answer: "next" })
  expect([...(fields.force ?? []), ...(fields.with ?? [])]).toEqual(six)
  expect(html).not.toContain("Add another force")
  expect((await find({ ...fields, answer: "add" })).html).toContain("Who should read it?")
})
