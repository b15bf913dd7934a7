import { newReceipt } from "@candour/sealing/receipt.ts"
import { receiptDays } from "@candour/web/receipt-days.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { digitsOf, fieldsOf, postForm } from "../testing/form.ts"
import { tellForm } from "../testing/tell-form.ts"
import { testIntake } from "../testing/test-intake.ts"
import { groupsOf, spoken } from "./digits.ts"

let intake: Awaited<ReturnType<typeof testIntake>>
beforeAll(async () => {
  intake = await testIntake()
})
afterAll(() => intake.close())

const at = (moment: string) => receiptDays({ now: () => new Date(moment) }).en

test("a team has one working day to open a report; from 17:00 in London the next day counts", () => {
  expect(at("2026-03-02T16:59:00Z")).toEqual({ openBy: "Tuesday 3 March", lookFrom: "Wednesday 4 March" })
  expect(at("2026-03-02T17:00:00Z")).toEqual({ openBy: "Wednesday 4 March", lookFrom: "Thursday 5 March" })
  // Summer time: 16:30 in UTC is 17:30 in London.
  expect(at("2026-06-01T16:30:00Z").openBy).toBe("Wednesday 3 June")
})

test("weekends and bank holidays are no working days", () => {
  expect(at("2026-04-02T10:00:00Z")).toEqual({ openBy: "Tuesday 7 April", lookFrom: "Wednesday 8 April" })
  expect(at("2026-03-07T10:00:00Z").openBy).toBe("Monday 9 March")
})

test("digits come in five groups of four, and are spoken one by one", () => {
  expect(groupsOf("12345678901234567890")).toEqual(["1234", "5678", "9012", "3456", "7890"])
  expect(spoken("12345678")).toBe("1 2 3 4, 5 6 7 8")
})

const check = async (fields: Record<string, string | string[]>) => {
  const answer = await postForm(intake.app, "/receipt", fields)
  return { status: answer.status, html: await answer.text() }
}

test("the last four can be checked without script, right or wrong, and the receipt stays", async () => {
  const told = { ...(await tellForm(intake.app)), account: "He did.", danger: "now" }
  const shown = await (await postForm(intake.app, "/tell", told)).text()
  const digits = digitsOf(shown) ?? ""
  const right = await check({ ...fieldsOf(shown), last: ` ${digits.slice(-4)} ` })
  expect([right.status, digitsOf(right.html)]).toEqual([200, digits])
  expect(right.html).toContain(">That’s right.<")
  const wrong = await check({ ...fieldsOf(right.html), last: "" })
  expect([wrong.status, digitsOf(wrong.html)]).toEqual([422, digits])
  expect(wrong.html).toContain("Those aren’t the last 4. Look again; nothing is lost.")
  for (const { html } of [right, wrong]) expect(html).toContain("Kent Police’s team has your report.")
})

test("digits of which nothing was stored are checked, and no page says that a team has a report", async () => {
  const told = { ...(await tellForm(intake.app)), account: "He did." }
  const { mark = [] } = fieldsOf(await (await postForm(intake.app, "/tell", told)).text())
  const digits = newReceipt()
  for (const forged of [[], ["x"], mark]) {
    const made = { digits, tenant: "kent", danger: "unknown", mark: forged }
    const right = await check({ ...made, last: digits.slice(-4) })
    const wrong = await check({ ...made, last: "x" })
    expect([right.status, wrong.status]).toEqual([200, 422])
    for (const { html } of [right, wrong]) {
      expect(digitsOf(html)).toBe(digits) // nobody loses theirs to a restart
      expect(html).not.toMatch(/has your report|should open it|Thank you/)
      expect(fieldsOf(html).mark).toBeUndefined()
    }
  }
})

test("a receipt is kept by no cache, and without digits says what can be done", async () => {
  const answer = await intake.app.request("/receipt")
  expect(answer.headers.get("cache-control")).toBe("no-store")
  expect(await answer.text()).toContain("If you’ve lost them, tell us again")
  expect((await postForm(intake.app, "/receipt", { digits: "1" })).status).toBe(303)
})
