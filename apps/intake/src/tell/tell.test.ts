import { parseReceipt } from "@candour/sealing/receipt.ts"
import { fc, test as property } from "@fast-check/vitest"
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest"
import { createApp } from "../app.tsx"
import { TooManyWait } from "../receipt/root-queue.ts"
import { digitsOf, fieldsOf, postForm } from "../testing/form.ts"
import { tellForm } from "../testing/tell-form.ts"
import { testIntake } from "../testing/test-intake.ts"

let intake: Awaited<ReturnType<typeof testIntake>>
beforeAll(async () => {
  intake = await testIntake()
})
afterAll(() => intake.close())
afterEach(() => vi.restoreAllMocks())

const send = (form: Record<string, string[]>, told: Record<string, string | string[]> = {}) =>
  postForm(intake.app, "/tell", { ...form, account: "He looked up my new address.", ...told })
const turnAway = () => Promise.reject(new TooManyWait())
const storedAs = async (id: string | undefined) => (await intake.stored()).filter((report) => report.id === id)

describe("without script", () => {
  test("a report is sealed for the chosen team, which reads every answer", async () => {
    const form = await tellForm(intake.app, "kent", { line: "metropolitan" })
    const answer = await send(form, {
      account: "He looked up my\r\nnew address.",
      danger: "soon",
      name: "Smithy",
      looks: "Tall",
      ongoing: "yes",
      howKnown: "saw",
      categories: ["partner", "unsure", "made-up"],
      mayReply: "no",
      easier: "Large letters",
    })
    expect(answer.status).toBe(200)
    const id = form.id?.[0] ?? ""
    expect(await storedAs(id)).toEqual([
      {
        id,
        tenant: "kent",
        routed_to: "kent",
        line: "metropolitan",
        channel: "online",
        language: "en",
        categories: ["partner", "unsure"],
        danger: "soon",
        may_reply: "no",
        reason: "found",
      },
    ])
    expect(await intake.read(id)).toMatchObject({
      language: "en",
      mayReply: "no",
      answers: {
        account: "He looked up my\nnew address.",
        who: { name: "Smithy", looks: "Tall" },
        ongoing: "yes",
        howKnown: "saw",
        easier: "Large letters",
      },
    })
  })

  test("the receipt shows the form's own digits, and when to look", async () => {
    const form = await tellForm(intake.app)
    const html = await (await send(form, { danger: "now" })).text()
    expect(digitsOf(html)).toBe(form.digits?.[0])
    expect(parseReceipt(digitsOf(html) ?? "").kind).toBe("receipt")
    expect(html).toContain("Kent Police’s team has your report.")
    expect(html).toContain('<div data-danger="true"><')
    expect(html).toContain("Look here from ")
  })

  test("a double press, a reload or a retry is one report with the same digits", async () => {
    const form = await tellForm(intake.app)
    const answers = await Promise.all([send(form), send(form), send(form)])
    const digits = await Promise.all(answers.map(async (answer) => digitsOf(await answer.text())))
    expect(digits).toEqual(Array(3).fill(form.digits?.[0]))
    expect(await storedAs(form.id?.[0])).toHaveLength(1)
  })

  test("another report with the same numbers shows no receipt, keeps all that was typed, and goes with new ones", async () => {
    const form = await tellForm(intake.app)
    await send(form)
    const clash = await send(form, { account: "Something else.", name: "Jones" })
    expect(clash.status).toBe(409)
    const html = await clash.text()
    expect(digitsOf(html)).toBeUndefined()
    const again = fieldsOf(html)
    expect([again.account, again.name]).toEqual([["Something else."], ["Jones"]])
    expect(again.id).not.toEqual(form.id)
    const receipt = await (await postForm(intake.app, "/tell", again)).text()
    expect(digitsOf(receipt)).toBe(again.digits?.[0])
    expect(digitsOf(receipt)).not.toBe(form.digits?.[0])
  })

  test("when too many tell at once, nothing is sent, nothing typed is lost, and Send works again", async () => {
    const form = await tellForm(intake.app)
    const full = createApp({ ...intake.services, roots: { ...intake.services.roots, forTell: turnAway } })
    const answer = await postForm(full, "/tell", { ...form, account: "He did.", name: "Jones" })
    expect(answer.status).toBe(503)
    const html = await answer.text()
    expect(html).toContain("Many messages are coming in at this moment. Nothing is lost")
    const again = fieldsOf(html)
    expect(again).toMatchObject({ account: ["He did."], name: ["Jones"], id: form.id, digits: form.digits })
    expect(digitsOf(await (await postForm(intake.app, "/tell", again)).text())).toBe(form.digits?.[0])
  })

  test("nothing told is asked for kindly, and all the rest stays typed and ticked", async () => {
    const form = await tellForm(intake.app)
    const answer = await send(form, {
      account: " ",
      name: 'O\'Neil "Oz"',
      danger: "no",
      categories: ["sexual", "other"],
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain("Write what happened. A few words are enough.")
    expect(html).toContain('<a href="#account">')
    expect(fieldsOf(html)).toMatchObject({
      name: ['O\'Neil "Oz"'],
      danger: ["no"],
      categories: ["sexual", "other"],
      id: form.id,
      digits: form.digits,
    })
    expect(await storedAs(form.id?.[0])).toEqual([])
  })

  test("a text that is too long says by how much, and stays typed whole", async () => {
    const long = "é".repeat(100_012)
    const answer = await send(await tellForm(intake.app), { account: long })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain("12 letters too long. Send a part and add the rest with your 20 digits.")
    expect(fieldsOf(html).account).toEqual([long])
  })

  test("every box as full as it may be fits into one report", async () => {
    const form = await tellForm(intake.app)
    const full = Object.fromEntries(
      Object.entries({
        account: 100_000,
        looks: 5_000,
        evidence: 10_000,
        whoElseKnows: 10_000,
        toldBefore: 10_000,
        riskToOthers: 10_000,
      }).map(([name, length]) => [name, "字".repeat(length)]),
    )
    expect((await send(form, full)).status).toBe(200)
  })

  test("more than a form can hold is refused calmly", async () => {
    const answer = await send(await tellForm(intake.app), { account: "x".repeat(5_000_000) })
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain("send a shorter part first")
  })

  test("questions left out count as unknown, and as not safe for details", async () => {
    const form = await tellForm(intake.app)
    await send(form)
    expect(await storedAs(form.id?.[0])).toMatchObject([{ danger: "unknown", may_reply: "careful", categories: [] }])
  })

  test("a force whose desk isn't open has its report held by the national desk, and counted as the force's", async () => {
    const form = await tellForm(intake.app, "essex")
    const html = await (await send(form)).text()
    expect(html).toContain("The national desk has your report.")
    expect(await storedAs(form.id?.[0])).toMatchObject([
      { tenant: "national-desk", routed_to: "essex", reason: "desk-not-open" },
    ])
    expect((await intake.read(form.id?.[0] ?? "")).answers.account).toBe("He looked up my new address.")
  })

  test("the national desk chosen is counted as chosen", async () => {
    const form = await tellForm(intake.app, "national-desk", { force: "kent" })
    await send(form)
    expect(await storedAs(form.id?.[0])).toMatchObject([
      { tenant: "national-desk", routed_to: "national-desk", reason: "reporter-chose-desk" },
    ])
  })

  test("Enter sends nothing: the form's first button is disabled", async () => {
    const page = await (
      await postForm(intake.app, "/who-reads", { force: "kent", found: "found", reader: "kent" })
    ).text()
    const form = page.slice(page.indexOf("<form"))
    expect(form.match(/<button[^>]*>/)?.[0]).toBe('<button type="submit" disabled="" hidden="">')
  })

  test("what was told is written to no log", async () => {
    const logs = ["log", "info", "warn", "error", "debug"] as const
    const spies = logs.map((name) => vi.spyOn(console, name))
    const streams = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, "write"))
    await send(await tellForm(intake.app))
    await send(await tellForm(intake.app), { account: "" })
    expect([...spies, ...streams].flatMap((spy) => spy.mock.calls)).toEqual([])
  })

  test("the page is kept nowhere, remembers nothing and leads nowhere", async () => {
    const answer = await postForm(intake.app, "/who-reads", { force: "kent", found: "found", reader: "kent" })
    expect(answer.headers.get("cache-control")).toBe("no-store")
    const page = await answer.text()
    for (const [field] of page.matchAll(/<(textarea|input class="govuk-input)[^>]*>/g)) {
      expect(field).toContain('autocomplete="off" spellcheck="false" writingsuggestions="false"')
    }
    expect(page.replace(/<template.*<\/template>/s, "").match(/<a /g)).toHaveLength(2) // the skip link and the exit
    expect(page).toContain("<title>Your message – Candour</title>")
  })
})

property.prop(
  { account: fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text.trim() !== "") },
  { numRuns: 15 },
)("the team opens what the reporter wrote, letter by letter", async ({ account }) => {
  const form = await tellForm(intake.app)
  const answer = await send(form, { account })
  expect(answer.status).toBe(200)
  const breaks = account.replaceAll("\r\n", "\n")
  expect((await intake.read(form.id?.[0] ?? "")).answers.account).toBe(breaks)
})
