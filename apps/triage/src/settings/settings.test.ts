import type { InboxKey } from "@candour/sealing/inbox-key.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Member, type TestDesk, testDesk } from "../testing/test-desk.ts"

let desk: TestDesk
let lead: Member
let officer: Member
let national: Member
let inbox: InboxKey

beforeAll(async () => {
  desk = await testDesk()
  lead = await desk.join("kent", "lead.kent", ["lead"])
  officer = await desk.join("kent", "officer.kent", ["officer"])
  national = await desk.join("national-desk", "officer.desk", ["officer"])
  inbox = await desk.open(lead)
  await desk.open(national)
  await desk.giveAccess(lead, officer, inbox)
})
afterAll(() => desk.close())

const SETTING = {
  acknowledge: "0",
  assess: "2",
  update: "14",
  review: "1",
  opening: "unit",
  onCall: "01622 690690",
  divertFrom: "",
  divertTo: "",
}
const page = async (who: Member, path: string) => (await desk.get(who, path)).text()

test("a lead sets the desk's own days and who opens what; an officer can't, and nothing typed is lost", async () => {
  expect((await desk.postForm(officer, "/settings", SETTING)).status).toBe(403)
  const wrong = await desk.postForm(lead, "/settings", {
    ...SETTING,
    assess: "5",
    divertFrom: "22:00",
    onCall: "ring me",
  })
  expect(wrong.status).toBe(422)
  const html = await wrong.text()
  expect(html).toContain('value="ring me"')
  expect(html).toContain('value="22:00"')
  expect(html).toContain("Write both hours")
  expect((await desk.postForm(lead, "/settings", { ...SETTING, assess: "6" })).status).toBe(422)

  const report = await desk.tell(inbox)
  await desk.post(officer, `/report/${report.id}/open`, { reason: "own" })
  await desk.decide(officer, report, 5, "taken")
  expect((await desk.post(lead, `/report/${report.id}/open`, { reason: "own" })).status).toBe(422)
  expect((await desk.postForm(lead, "/settings", SETTING)).status).toBe(303)
  expect((await desk.post(lead, `/report/${report.id}/open`, { reason: "own" })).status).toBe(200)
  expect(await page(officer, `/report/${report.id}`)).toContain("Acknowledge")
  expect(await page(officer, "/settings")).not.toContain("Ring")
})

test("one's own address is kept, shown to oneself alone, and taken away", async () => {
  expect((await desk.postForm(officer, "/settings/mail", { mail: "no address" })).status).toBe(422)
  expect((await desk.postForm(officer, "/settings/mail", { mail: "Dan@Kent.example" })).status).toBe(303)
  expect(await page(officer, "/settings")).toContain('value="dan@kent.example"')
  expect(await page(lead, "/settings")).not.toContain("dan@kent.example")
  await desk.postForm(officer, "/settings/mail", { mail: "" })
  expect(await page(officer, "/settings")).not.toContain("dan@kent.example")
})

test("the national desk sees whom to ring, nothing of a report, and takes a force's new reports for some hours", async () => {
  const report = await desk.tell(inbox, { danger: "now" })
  expect(await page(national, "/on-call")).toContain("01622 690690")
  const shown = await page(national, "/on-call")
  expect(shown).not.toContain(report.id.slice(0, 8))
  expect((await desk.get(lead, "/on-call")).status).toBe(404)
  expect((await desk.postForm(lead, "/on-call", { tenant: "kent", hours: "4" })).status).toBe(404)

  await desk.postForm(national, "/on-call", { tenant: "kent", hours: "4" })
  expect(await page(national, "/on-call")).toContain("Come here until")
  await desk.postForm(national, "/on-call", { tenant: "kent", hours: "0" })
  expect(await page(national, "/on-call")).not.toContain("Come here until")
})
