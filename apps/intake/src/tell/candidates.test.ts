import { asOwner } from "@candour/database/as.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { fieldsOf, postForm } from "../testing/form.ts"
import { tellForm } from "../testing/tell-form.ts"
import { testIntake } from "../testing/test-intake.ts"

let intake: Awaited<ReturnType<typeof testIntake>>
beforeAll(async () => {
  intake = await testIntake()
})
afterAll(() => intake.close())

const find = async (fields: Record<string, string | readonly string[]>) =>
  fieldsOf(await (await postForm(intake.app, "/find-force", { line: "national", ...fields })).text())

/** Tells by the form as it came, and gives what is kept of where it went. */
async function routedBy(form: Record<string, string[]>) {
  const answer = await postForm(intake.app, "/tell", { ...form, account: "He looked up her address." })
  expect(answer.status).toBe(200)
  const { rows } = await asOwner(intake.owner, (transaction) =>
    transaction.execute<{ tenant: string; routed_to: string; detail: unknown }>(
      sql`select tenant, routed_to, detail from event where kind = 'routed' and report = ${form.id?.[0] ?? ""}`,
    ),
  )
  return rows[0]
}

test("who doesn't know which of several forces it is leaves them to the national desk, and nothing that was typed", async () => {
  const choose = await find({ hint: "the Dartford crossing" })
  const tell = await find({ ...choose, answer: "unknown" })
  expect(tell.maybe).toEqual(["kent", "essex"])
  expect(JSON.stringify(tell)).not.toContain("Dartford")
  expect(await routedBy(tell)).toEqual({
    tenant: "national-desk",
    routed_to: "national-desk",
    detail: { reason: "unknown", candidates: ["kent", "essex"] },
  })
})

test.each(["standards-unit", "chief-officer"])(
  "what is about a force's %s says which force, to the national desk alone",
  async (about) => {
    const routed = await routedBy(await tellForm(intake.app, "kent", { about }))
    expect(routed).toMatchObject({ tenant: "national-desk", detail: { reason: about, candidates: ["kent"] } })
  },
)

test("a report that goes to its force has no candidates, whatever a form holds", async () => {
  const form = await tellForm(intake.app)
  expect(await routedBy({ ...form, maybe: ["essex", "gwent"] })).toEqual({
    tenant: "kent",
    routed_to: "kent",
    detail: { reason: "found" },
  })
  const unknown = await find({ answer: "unknown" })
  expect(await routedBy({ ...unknown, maybe: ["PC Smith", "national-desk"] })).toMatchObject({
    detail: { reason: "unknown" },
  })
})

test("an area that isn't within the force counts for nothing", async () => {
  const form = await tellForm(intake.app, "kent", { area: "essex" })
  expect(form.area).toEqual(["essex"])
  expect(await routedBy(form)).toMatchObject({ tenant: "kent", routed_to: "kent" })
})
