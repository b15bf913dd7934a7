import { asOwner } from "@candour/database/as.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { mailboxAddress, type Receipt, receiptRoot } from "@candour/sealing/receipt.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { fieldsOf, formAt, postForm } from "../testing/form.ts"
import { tellForm } from "../testing/tell-form.ts"
import { testIntake } from "../testing/test-intake.ts"

let now = new Date()
let intake: Awaited<ReturnType<typeof testIntake>>
beforeAll(async () => {
  intake = await testIntake({ now: () => now })
})
afterAll(() => intake.close())

/** Tells Kent something, and gives the report's id and digits. */
async function told() {
  const form = await tellForm(intake.app)
  await postForm(intake.app, "/tell", { ...form, account: "He did." })
  return { id: form.id?.[0] ?? "", digits: (form.digits?.[0] ?? "") as Receipt }
}
const look = async (fields: Record<string, string>) => {
  const answer = await postForm(intake.app, "/mailbox", { ...(await formAt(intake.app, "/mailbox")), ...fields })
  return { status: answer.status, html: await answer.text() }
}

test("digits typed in any groups show where the report stands, by the day, and nothing of what it says", async () => {
  const { digits } = await told()
  const { status, html } = await look({ digits: digits.replace(/(....)/g, "$1 ") })
  expect(status).toBe(200)
  expect(html).toContain("Kent Police’s team has it. It came today, and nobody has opened it yet.")
  expect(html).not.toContain(digits)
  now = new Date(Date.now() + 9 * 86_400_000)
  expect((await look({ digits })).html).toContain("Nobody has opened it yet: 9 days.")
  now = new Date()
})

test("a browser with script asks by the address alone", async () => {
  const { digits } = await told()
  const address = toBase64url(mailboxAddress(await receiptRoot(digits)))
  expect((await look({ address })).html).toContain("Kent Police’s team has it.")
})

test("an opened and a finished report say so, and a moved one where it is", async () => {
  const { id, digits } = await told()
  const set = (change: string) =>
    asOwner(intake.owner, (transaction) =>
      transaction.execute(sql.raw(`update report set ${change} where id = '${id}'`)),
    )
  await set("opened = true")
  expect((await look({ digits })).html).toContain("The team has opened it.")
  await set("stage = 'closed'")
  expect((await look({ digits })).html).toContain("We’ve finished looking into this.")
  await set("sealed_for = 'national-desk'")
  expect((await look({ digits })).html).toContain("It has moved to Kent Police’s team.")
})

test("a report in the spool is waiting like any other", async () => {
  const form = await tellForm(intake.app)
  await intake.cable.cut()
  await postForm(intake.app, "/tell", { ...form, account: "He did." })
  expect((await look({ digits: form.digits?.[0] ?? "" })).html).toContain("Kent Police’s team has it.")
  await intake.cable.mend()
  await intake.services.delivery.deliver()
})

test("while the database is away nobody can tell, and the digits stay typed", async () => {
  const { digits } = await told()
  await intake.cable.cut()
  const { status, html } = await look({ digits })
  expect(status).toBe(422)
  expect(html).toContain("We can’t look right now. What you told us is safe.")
  expect(html).toContain(`value="${digits}"`)
  await intake.cable.mend()
})

test("too few digits, wrong ones and those of nobody are each said kindly", async () => {
  expect((await look({ digits: "1234 567" })).html).toContain("Type all 20 digits. You’ve typed 7.")
  const { digits } = await told()
  const wrong = digits.slice(0, -1) + ((Number(digits.at(-1)) + 1) % 10)
  expect((await look({ digits: wrong })).html).toContain("Those digits don’t open a mailbox. Check each one.")
  const nobody = toBase64url(new Uint8Array(32))
  expect((await look({ address: nobody })).html).toContain("Those digits don’t open a mailbox.")
})

test("digits in a form that isn't ours are not derived, and come back to be sent again", async () => {
  const { digits } = await told()
  const answer = await postForm(intake.app, "/mailbox", { digits })
  const html = await answer.text()
  expect([answer.status, html.includes(`value="${digits}"`)]).toEqual([422, true])
  expect(html).toContain("Press the button again.")
  expect(await (await postForm(intake.app, "/mailbox", fieldsOf(html))).text()).toContain("Kent Police’s team has it.")
})

test("when too many look without script, more are asked kindly to wait, and others are answered", async () => {
  const { digits } = await told()
  const address = toBase64url(mailboxAddress(await receiptRoot(digits)))
  const looks = await Promise.all(Array.from({ length: 40 }, () => look({ digits })))
  expect(new Set(looks.map(({ status }) => status))).toEqual(new Set([200, 503]))
  const turnedAway = looks.find(({ status }) => status === 503)?.html
  expect(turnedAway).toContain("Many people are looking right now. What you told us is safe.")
  expect(turnedAway).toContain(`value="${digits}"`)
  expect((await look({ address })).status).toBe(200)
})

test("who was asked to wait for a look comes first afterwards", async () => {
  const { digits } = await told()
  const looks = await Promise.all(Array.from({ length: 60 }, () => look({ digits })))
  const waiting = fieldsOf(looks.find(({ status }) => status === 503)?.html ?? "")
  now = new Date(Date.now() + 15_000)
  await Promise.all(Array.from({ length: 40 }, () => look({ digits: "00000000000000000000" })))
  expect((await postForm(intake.app, "/mailbox", waiting)).status).toBe(200)
  now = new Date()
})
