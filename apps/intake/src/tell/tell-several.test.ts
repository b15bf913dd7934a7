import { asOwner } from "@candour/database/as.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { digitsOf, fieldsOf, formAt, postForm } from "../testing/form.ts"
import type { tellForm } from "../testing/tell-form.ts"
import { testIntake } from "../testing/test-intake.ts"

let intake: Awaited<ReturnType<typeof testIntake>>
beforeAll(async () => {
  intake = await testIntake()
  await intake.openDesk("gwent")
  await intake.services.keys.look()
})
afterAll(() => intake.close())

type Form = Awaited<ReturnType<typeof tellForm>>

/** The tell form for Kent and each further force, as a browser without script gets it. */
async function formFor(...further: string[]): Promise<Form> {
  const fields = { line: "national", found: "found", force: "kent", with: further, reader: "kent" }
  return fieldsOf(await (await postForm(intake.app, "/who-reads", fields)).text())
}
async function send(form: Form, told: Record<string, string | string[]> = {}) {
  const answer = await postForm(intake.app, "/tell", { ...form, account: "He moved and went on.", ...told })
  return { status: answer.status, html: await answer.text() }
}
const stored = async (id = "") => (await intake.stored()).filter((report) => report.id === id)
const measured = async (measure: string) => {
  const { rows } = await asOwner(intake.owner, (transaction) =>
    transaction.execute<{ count: string }>(
      sql`select coalesce(sum(count), 0) as count from cube where measure = ${measure}`,
    ),
  )
  return Number(rows[0]?.count)
}

test("told once without script, each team reads the same words under a number of its own, and one receipt is shown", async () => {
  const before = await measured("contact")
  const form = await formFor("gwent", "metropolitan")
  const { html } = await send(form, { danger: "now" })
  expect(digitsOf(html)).toBe(form.digits?.[0])
  expect(html).toContain(
    "Kent Police’s team, Gwent Police’s team and Metropolitan Police Service’s team have your report.",
  )
  expect(html).toContain("Each team should open it by")
  const [id = ""] = form.id ?? []
  expect(await stored(id)).toMatchObject([{ tenant: "kent", routed_to: "kent", reason: "found" }])
  const referrals = await intake.referrals(id)
  expect(referrals).toEqual([
    { id: form.referral?.[0], tenant: "gwent", routed_to: "gwent" },
    { id: form.referral?.[1], tenant: "metropolitan", routed_to: "metropolitan" },
  ])
  const bodies = await Promise.all([id, ...referrals.map((referral) => referral.id)].map(intake.read))
  expect(bodies.map(({ answers }) => answers.account)).toEqual(Array(3).fill("He moved and went on."))
  expect(new Set(bodies.map(({ thread }) => thread)).size).toBe(3)
  expect(new Set(bodies.map(({ voice }) => voice)).size).toBe(1)
  expect((await measured("contact")) - before).toBe(1)
})

test("the last four digits can be checked without script, and every team is still named", async () => {
  const form = await formFor("gwent")
  const shown = fieldsOf((await send(form)).html)
  const answer = await postForm(intake.app, "/receipt", { ...shown, last: form.digits?.[0]?.slice(-4) ?? "" })
  expect(await answer.text()).toContain("Kent Police’s team and Gwent Police’s team have your report.")
  const forged = await postForm(intake.app, "/receipt", { ...shown, tenant: ["kent", "metropolitan"], last: "" })
  expect(await forged.text()).not.toContain("have your report")
})

test("a double press or a reload is one report with one copy for each team", async () => {
  const form = await formFor("gwent")
  const answers = await Promise.all([send(form), send(form), send(form)])
  expect(answers.map(({ html }) => digitsOf(html))).toEqual(Array(3).fill(form.digits?.[0]))
  expect(await stored(form.id?.[0])).toHaveLength(1)
  expect(await intake.referrals(form.id?.[0] ?? "")).toHaveLength(1)
})

test("another set of forces under the same numbers is a conflict, and goes with new numbers", async () => {
  const form = await formFor("gwent")
  await send(form)
  for (const further of [[], ["metropolitan"], ["gwent", "metropolitan"]]) {
    const clash = await send({ ...form, with: further })
    expect(clash.status).toBe(409)
    expect(digitsOf(clash.html)).toBeUndefined()
    const again = fieldsOf(clash.html)
    expect(again.with ?? []).toEqual(further)
    expect(again.referral ?? []).not.toContain(form.referral?.[0])
    expect(digitsOf((await send(again)).html)).toBe(again.digits?.[0])
  }
  expect(await intake.referrals(form.id?.[0] ?? "")).toHaveLength(1)
})

test("an error, and a change of mind that comes back, keep the teams and the numbers", async () => {
  const form = await formFor("gwent", "metropolitan")
  const error = await send(form, { account: "" })
  expect(error.status).toBe(422)
  expect(fieldsOf(error.html)).toMatchObject({ with: form.with, referral: form.referral, id: form.id })
  const changed = fieldsOf(
    await (await postForm(intake.app, "/find-force", { ...form, account: "He did.", answer: "change" })).text(),
  )
  expect(changed).toMatchObject({ account: ["He did."], referral: form.referral, id: form.id })
  expect(changed.with).toBeUndefined()
})

test("a desk that isn't open has its copy held by the national desk, once for all that aren't", async () => {
  const form = await formFor("essex", "surrey")
  const { html } = await send(form)
  expect(html).toContain("Kent Police’s team and the national desk have your report.")
  expect(await intake.referrals(form.id?.[0] ?? "")).toEqual([
    { id: form.referral?.[0], tenant: "national-desk", routed_to: "essex" },
  ])
  expect((await intake.read(form.referral?.[0] ?? "")).answers.account).toBe("He moved and went on.")

  const fields = { line: "national", found: "found", force: "essex", with: "surrey", reader: "essex" }
  const page = await (await postForm(intake.app, "/who-reads", fields)).text()
  expect(page).toContain("Goes to the national desk, because Essex Police’s team doesn’t take reports here yet.")
  expect(page).toContain("Surrey Police’s team doesn’t take reports here yet.")
  expect((await send(fieldsOf(page))).html).toContain("The national desk has your report.")
})

test("while the database is away a report and its copies wait together, arrive once, and both teams are shown", async () => {
  const form = await formFor("gwent")
  const look = async () =>
    (
      await postForm(intake.app, "/mailbox", { ...(await formAt(intake.app, "/mailbox")), digits: form.digits ?? [] })
    ).text()
  await intake.cable.cut()
  const { html } = await send(form)
  expect(digitsOf(html)).toBe(form.digits?.[0])
  for (const team of ["Kent", "Gwent"]) expect(await look()).toContain(`${team} Police’s team has it. It came today`)
  await intake.cable.mend()
  expect(await intake.services.delivery.deliver()).toBe(true)
  expect(digitsOf((await send(form)).html)).toBe(form.digits?.[0])
  expect(await stored(form.id?.[0])).toHaveLength(1)
  expect((await intake.referrals(form.id?.[0] ?? "")).map(({ tenant }) => tenant)).toEqual(["gwent"])
  for (const team of ["Kent", "Gwent"]) expect(await look()).toContain(`${team} Police’s team has it. It came today`)
})

test("the mailbox says where each copy stands", async () => {
  const form = await formFor("gwent")
  await send(form)
  await asOwner(intake.owner, (transaction) =>
    transaction.execute(sql`update report set opened = true where id = ${form.referral?.[0]}`),
  )
  const html = await (
    await postForm(intake.app, "/mailbox", { ...(await formAt(intake.app, "/mailbox")), digits: form.digits ?? [] })
  ).text()
  expect(html).toContain("Kent Police’s team has it. It came today, and nobody has opened it yet.")
  expect(html).toContain("Gwent Police’s team has opened it.")
})

test("where the database refuses one copy for good, nothing is stored and no receipt is shown", async () => {
  const form = await formFor("gwent")
  const [before, taken] = [await measured("contact"), await formFor("metropolitan")]
  await send(taken)
  const clash = await send({ ...form, referral: taken.referral ?? [] })
  expect(clash.status).toBe(409)
  expect(await stored(form.id?.[0])).toEqual([])
  expect((await measured("contact")) - before).toBe(1)
})
