import { referralGround } from "@candour/domain/event.ts"
import type { InboxKey } from "@candour/sealing/inbox-key.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { kentAndEssex, type Member, type TestDesk } from "../testing/test-desk.ts"
import { FORM_KEYS } from "./form-keys.ts"
import { fieldsOf, readUsual } from "./usual-decision.ts"

let desk: TestDesk
let lead: Member
let officer: Member
let essex: Member
let inbox: InboxKey
beforeAll(async () => {
  ;({ desk, lead, officer, essex, inbox } = await kentAndEssex())
})
afterAll(() => desk.close())

const ASSESSMENT = {
  key: "2",
  kind: "assessed",
  name: "Rudeness, no more",
  threat: "vulnerability",
  severity: "none",
  persons: "1",
  words: "Manner alone.",
}
const write = (who: Member, changes: Record<string, string> = {}) =>
  desk.postForm(who, "/settings/usual/write", { ...ASSESSMENT, ...changes })
const pageOf = async (who: Member, path = "/settings/usual") => (await desk.get(who, path)).text()

test("a lead writes one, changes it and takes it away; the unit's officers get it at a report, another force doesn't", async () => {
  expect((await write(lead)).status).toBe(303)
  expect(await pageOf(lead)).toContain("Rudeness, no more")
  const report = await desk.tell(inbox)
  expect(await pageOf(officer, `/report/${report.id}`)).toContain("Rudeness, no more")
  expect(await pageOf(essex)).not.toContain("Rudeness")

  expect((await write(lead, { name: "Manner" })).status).toBe(303)
  expect(await pageOf(lead, "/settings/usual/write?key=2&kind=assessed")).toContain("Manner alone.")
  expect(await pageOf(lead)).not.toContain("Rudeness")

  const danger = await desk.tell(inbox, { danger: "now" })
  const dangerPage = await pageOf(lead, `/report/${danger.id}`)
  expect(dangerPage).toContain("Somebody may be in danger. Act on that first.")
  expect(dangerPage).not.toContain("Manner alone.")

  await desk.postForm(lead, "/settings/usual/remove", { key: "2" })
  expect(await pageOf(lead)).toContain("None yet.")
})

test("a digit that does nothing at a report says why, and one that does is offered", async () => {
  await write(lead)
  const aside = { key: "3", kind: "set-aside", name: "Poor service", why: "service" }
  expect((await desk.postForm(lead, "/settings/usual/write", aside)).status).toBe(303)
  const report = await desk.tell(inbox)
  const at = (who: Member) => pageOf(who, `/report/${report.id}`)
  const assessedAlready = "It has been assessed already. Correct that assessment"
  expect(await at(officer)).toMatch(
    /<kbd>3<\/kbd> Poor service<\/span><p class="govuk-hint">Only a lead can decide this/,
  )
  expect(await at(officer)).toContain('data-key="2"')

  await desk.post(lead, `/report/${report.id}/open`, { reason: "own" })
  const detail = { threat: "vulnerability", others: [], severity: "none", persons: 0, grounds: [] }
  expect((await desk.decide(lead, report, 5, "assessed", detail, "Manner.")).status).toBe(200)
  expect(await at(lead)).toContain(assessedAlready)
  expect(await at(lead)).toContain('data-key="3"')
  expect(await at(lead)).not.toContain('data-key="2"')

  expect((await desk.decide(lead, report, 6, "set-aside", { why: "service" })).status).toBe(200)
  expect(await at(lead)).toContain("This doesn’t follow at the stage “Closed”.")
  for (const key of ["2", "3"]) await desk.postForm(lead, "/settings/usual/remove", { key })
})

test("nobody but a lead reads or writes the unit's, whatever is posted", async () => {
  for (const answer of [
    await write(officer),
    await desk.postForm(officer, "/settings/usual/remove", { key: "2" }),
    await desk.get(officer, "/settings/usual"),
    await desk.get(officer, "/settings/usual/write?key=2&kind=assessed"),
  ])
    expect(answer.status).toBe(403)
})

test("what is wrong is said, and what was typed is kept", async () => {
  const answer = await write(lead, { name: "", threat: "", words: "Manner alone & no more" })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain("Write a name of up to 60 characters.")
  expect(page).toContain("Manner alone &amp; no more")
  expect((await write(lead, { words: "x".repeat(5_000) })).status).toBe(422)
  const wrongs: Record<string, string>[] = [
    { key: "10" },
    { threat: "rudeness" },
    { severity: "dire" },
    { persons: "100" },
  ]
  for (const wrong of wrongs) expect((await write(lead, wrong)).status).toBe(422)
  expect((await write(lead, { kind: "closed" })).status).toBe(422)
  expect((await write(lead, { kind: "assigned", to: essex.person })).status).toBe(422)
})

test("an assessment under a key answers no to everything about the IOPC, whatever was posted", () => {
  const grounds = Object.fromEntries(referralGround.options.map((ground) => [`ground-${ground}`, ["yes"]]))
  const typed = { threat: ["vulnerability"], severity: ["none"], persons: ["0"], words: ["None."], danger: ["yes"] }
  const read = readUsual({ kind: "assessed", fields: fieldsOf("assessed", { ...typed, ...grounds }) })
  expect(read.errors).toEqual({})
  expect(read.detail).toMatchObject({ grounds: [] })
  expect(read.detail).not.toHaveProperty("danger")
})

test("no two forms have one key, and none is the key that opens the dialog", () => {
  const keys = FORM_KEYS.map(({ key }) => key)
  expect(new Set([...keys, "d"]).size).toBe(keys.length + 1)
})

test("what was done about danger has a key, and the first of all", () => {
  expect(FORM_KEYS[0]).toMatchObject({ key: "e", kind: "danger-acted" })
})
