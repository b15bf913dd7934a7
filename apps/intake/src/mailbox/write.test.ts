import { randomUUID } from "node:crypto"
import { asOwner } from "@candour/database/as.ts"
import { mailboxMessages } from "@candour/database/mailbox-messages.ts"
import { mailboxState } from "@candour/database/mailbox-state.ts"
import { beginFile } from "@candour/database/sealed-files.ts"
import { fromBase64url, toBase64url } from "@candour/sealing/encoding.ts"
import { openMessage, sealMessage, verifySigned } from "@candour/sealing/message.ts"
import { mailboxAddress, type Receipt, receiptRoot } from "@candour/sealing/receipt.ts"
import { sealedFromStorage, secretFrom } from "@candour/sealing/sealed.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createUploads } from "../evidence/uploads.ts"
import { fieldsOf, postForm, postOfUnknownLength, postWithFiles } from "../testing/form.ts"
import { tellForm } from "../testing/tell-form.ts"
import { testIntake } from "../testing/test-intake.ts"
import { sealWritten } from "./thread.ts"

let intake: Awaited<ReturnType<typeof testIntake>>
beforeAll(async () => {
  intake = await testIntake()
})
afterAll(() => intake.close())

async function told(more: Record<string, string> = {}) {
  const form = await tellForm(intake.app, "kent", more)
  await postForm(intake.app, "/tell", { ...form, account: "He did." })
  const digits = (form.digits?.[0] ?? "") as Receipt
  const root = await receiptRoot(digits)
  return { id: form.id?.[0] ?? "", digits, root, address: mailboxAddress(root) }
}

const post = async (fields: Record<string, string | string[]>, path = "/mailbox") => {
  const challenge = await intake.services.gate.challenge()
  const answer = await postForm(intake.app, path, { challenge, ...fields })
  return { status: answer.status, html: await answer.text() }
}

/** The form of the mailbox's page for `act`, as a browser without script posts it. */
function formOf(html: string, act: string): Record<string, string[]> {
  const [, form = ""] = html.match(new RegExp(`<form[^>]*id="${act}"[^>]*>(.*?)</form>`, "s")) ?? []
  return fieldsOf(form)
}

/** What the desk reads of the reporter's messages: each must be signed by the voice in the report's own body. */
async function readByDesk(id: string, address: Uint8Array) {
  const body = await intake.read(id)
  const { rows } = await asOwner(intake.owner, (transaction) =>
    transaction.execute<{ number: number; signature: Buffer }>(
      sql`select number, signature from message where report = ${id} and from_reporter order by number`,
    ),
  )
  const stored = (await mailboxMessages(intake.owner, address)).filter(({ from }) => from === "reporter")
  const thread = { tenant: "kent", report: id }
  return Promise.all(
    stored.map(async ({ number, sealed, previous }) => {
      const at = { from: "reporter", number, ...(previous && { previous }) } as const
      const signature = new Uint8Array(rows[number]?.signature ?? [])
      verifySigned(fromBase64url(body.voice), thread, at, sealedFromStorage(sealed), signature)
      return openMessage(secretFrom(fromBase64url(body.thread)), thread, at, sealedFromStorage(sealed))
    }),
  )
}

test("without script a reporter writes, the team reads it as theirs, and sees it again beside the answer", async () => {
  const { id, digits, address } = await told()
  const { html } = await post({ digits })
  const sent = await post({ ...formOf(html, "write"), text: "There is more.\r\nMuch more." })
  expect(sent.status).toBe(200)
  expect(sent.html).toContain("Sent.")
  expect(sent.html).toContain("There is more.\nMuch more.")
  expect(await readByDesk(id, address)).toEqual([{ version: 1, text: "There is more.\nMuch more.", language: "en" }])
})

test("a double press is one message, and a page that is out of date sends nothing twice", async () => {
  const { digits, address } = await told()
  const form = { ...formOf((await post({ digits })).html, "write"), text: "Once." }
  await Promise.all([post(form), post(form)])
  expect(await mailboxMessages(intake.owner, address)).toHaveLength(1)
  const late = await post({ ...form, text: "Another." })
  expect(late.status).toBe(422)
  expect(late.html).toContain("Something else of yours was sent meanwhile")
  expect(late.html).toContain("Another.")
  expect((await post(formOf(late.html, "write"))).html).toContain("Sent.")
})

test("nothing written, and too much, are said at the box with all that was typed", async () => {
  const { digits } = await told()
  const form = formOf((await post({ digits })).html, "write")
  expect((await post({ ...form, text: " " })).html).toContain("Write something first.")
  const long = await post({ ...form, text: "x".repeat(20_001) })
  expect(long.html).toContain("1 letter too long. Send a part, then the rest.")
  expect(long.html).toContain("x".repeat(20_001))
})

test("each team of several is written to, or one alone", async () => {
  const { id, digits, address } = await told({ with: "metropolitan" })
  const { html } = await post({ digits })
  await post({ ...formOf(html, "write"), text: "To both." })
  const after = await post({ digits })
  await post({ ...formOf(after.html, "write"), text: "To Kent.", to: id })
  const messages = await mailboxMessages(intake.owner, address)
  expect(messages.filter(({ report }) => report === id)).toHaveLength(2)
  expect(messages).toHaveLength(3)
  expect((await post({ digits })).html).toContain("From you, to Kent Police’s team")
})

test("whom a message is for stays chosen, whatever comes between", async () => {
  const { id, digits } = await told({ with: "metropolitan" })
  const { html } = await post({ digits })
  const toKent = { ...formOf(html, "write"), text: "To Kent.", to: id }
  const isKept = ({ html: page }: { html: string }) => formOf(page, "write").to?.[0] === id
  expect(isKept(await post({ ...toKent, answer: "language" }, "/cy/mailbox"))).toBe(true)
  expect(isKept(await post(toKent))).toBe(true)
  const taken = await post({ ...toKent, text: "Another." })
  expect([taken.status, isKept(taken)]).toEqual([422, true])
  await intake.cable.cut()
  const away = await post({ ...toKent, text: "More." })
  await intake.cable.mend()
  const asked = formOf(away.html, "mailbox")
  expect(asked).toMatchObject({ text: ["More."], to: [id] })
  expect(isKept(await post(asked))).toBe(true)
})

test("whether the team may write is changed, and signed", async () => {
  const { id, digits, address } = await told()
  const { html } = await post({ digits })
  expect((await post({ ...formOf(html, "may-reply"), mayReply: "no" })).html).toContain("Saved.")
  expect((await mailboxState(intake.owner, address))[0]?.mayReply).toBe("no")
  expect((await readByDesk(id, address))[0]?.mayReply).toBe("no")
})

test("of a finished report one says that it isn't over; removed messages are gone from sight", async () => {
  const { id, digits, address } = await told()
  expect(formOf((await post({ digits })).html, "not-over")).toEqual({})
  await asOwner(intake.owner, (transaction) =>
    transaction.execute(sql`update report set stage = 'closed' where id = ${id}`),
  )
  const { html } = await post({ digits })
  const said = await post({ ...formOf(html, "not-over"), known: "He came again." })
  expect(said.html).toContain("You said that this isn’t over. Someone in charge of the team has to answer.")
  expect((await readByDesk(id, address))[0]).toMatchObject({ text: "He came again.", notOver: true })
  const removing = formOf(said.html, "remove")
  const later = await post({ ...formOf(said.html, "write"), text: "And today." })
  expect(later.html).toContain("And today.")
  const some = await post(removing)
  expect(some.html).toContain("Removed.")
  expect(some.html).toContain("And today.")
  expect(some.html).not.toContain("He came again.")
  const removed = await post(formOf(some.html, "remove"))
  expect(removed.html).toContain("There are no messages.")
  expect(removed.html).not.toContain("And today.")
})

test("what is sealed in the browser is stored as it came, and a repeat is the same message", async () => {
  const { id, root, address } = await told()
  const copy = { report: id, sealedFor: "kent", sent: 0 }
  const { sealed, signature, digest, number } = await sealWritten(root, copy, { kind: "message", text: "Hi." }, "cy")
  const message = { report: id, kind: "message", number, ...encoded({ sealed, signature, digest }) }
  const send = (messages: unknown[]) =>
    intake.app.request("/mailbox/sealed", {
      method: "POST",
      headers: { "content-type": "application/json", "sec-fetch-site": "same-origin" },
      body: JSON.stringify({ address: toBase64url(address), messages }),
    })
  for (const _ of [1, 2]) expect(await (await send([message])).json()).toEqual({ answer: "written" })
  expect(await readByDesk(id, address)).toEqual([{ version: 1, text: "Hi.", language: "cy" }])
  const plain = await send([{ ...message, number: 1, sealed: toBase64url(new TextEncoder().encode("x".repeat(400))) }])
  expect(plain.status).toBe(400)
  const other = await sealWritten(root, copy, { kind: "message", text: "Other." }, "en")
  const taken = await send([{ ...message, ...encoded(other) }])
  expect([taken.status, await taken.json()]).toEqual([409, { answer: "taken" }])
})

const encoded = ({ sealed, signature, digest }: Record<"sealed" | "signature" | "digest", Uint8Array>) => ({
  sealed: toBase64url(sealed),
  signature: toBase64url(signature),
  digest: toBase64url(digest),
})

test("a message that somebody else put into the thread is shown as what it is", async () => {
  const { id, digits } = await told()
  const forged = await sealMessage(
    secretFrom(new Uint8Array(32)),
    { tenant: "kent", report: id },
    { from: "team", number: 0 },
    {
      version: 1,
      text: "Come to the station.",
      language: "en",
    },
  )
  await asOwner(intake.owner, (transaction) =>
    transaction.execute(sql`insert into message (tenant, report, from_reporter, number, day, sealed)
      values ('kent', ${id}, false, 0, current_date, ${forged})`),
  )
  const { html } = await post({ digits })
  expect(html).toContain("This message can’t be opened here.")
  expect(html).not.toContain("Come to the station.")
})

test("the other language keeps what is typed, and a message has the language of its page", async () => {
  const { id, digits, address } = await told()
  const form = formOf((await post({ digits })).html, "write")
  const welsh = await post({ ...form, text: "Mae mwy.", answer: "language" }, "/cy/mailbox")
  expect(welsh.html).toContain('<html lang="cy"')
  expect(welsh.html).toContain("Mae mwy.</textarea>")
  expect(await mailboxMessages(intake.owner, address)).toEqual([])
  expect((await post(formOf(welsh.html, "write"), "/cy/mailbox")).html).toContain("Wedi’i anfon.")
  expect((await readByDesk(id, address))[0]).toEqual({ version: 1, text: "Mae mwy.", language: "cy" })
  const asking = await post({ digits: "1234", answer: "language" }, "/cy/mailbox")
  expect(asking.html).toContain('value="1234"')
  expect(asking.html).not.toContain("Mae problem")
})

test("while the database is away nothing that is typed is lost", async () => {
  const { digits } = await told()
  const form = formOf((await post({ digits })).html, "write")
  await intake.cable.cut()
  const away = await post({ ...form, text: "There is more." })
  expect(away.status).toBe(422)
  expect(away.html).toContain("There is more.")
  await intake.cable.mend()
})

/** The write form as a browser without script posts it with a file. */
async function formWithFile(digits: string, text: string, file = new File(["x"], "chat.txt")) {
  const form = new FormData()
  for (const [name, values] of Object.entries(formOf((await post({ digits })).html, "write")))
    for (const value of values) form.append(name, value)
  form.set("text", text)
  form.append("files", file)
  return form
}
const filesOf = async (address: Uint8Array) =>
  (
    await asOwner(intake.owner, (transaction) =>
      transaction.execute(
        sql`select f.id from sealed_file f join mailbox m on m.report = f.report where m.hash = sha256(${address})`,
      ),
    )
  ).rows

test("without script a file comes with a message, sealed as it arrives, and the team gets its name and key", async () => {
  const { id, digits, address } = await told()
  const photo = new File([new Uint8Array(300_000).fill(7)], "chat.png", { type: "image/png" })
  const sent = await postWithFiles(intake.app, "/mailbox/with-files", await formWithFile(digits, "See this.", photo))
  expect(sent.status).toBe(200)
  const html = await sent.text()
  expect(html).toContain("Sent.")
  expect(html).toContain("1 file")
  const [message] = await readByDesk(id, address)
  expect(message?.text).toBe("See this.")
  expect(message?.files).toMatchObject([{ name: "chat.png", type: "image/png", bytes: 300_000, cleaned: "no" }])
})

test("without script, why a file failed is said beside what is missing", async () => {
  const { id, digits, address } = await told()
  const begin = () => beginFile(intake.services.database, { address, report: id, file: randomUUID() }, 1)
  expect((await Promise.all(Array.from({ length: 41 }, begin))).filter((answer) => answer === "full")).toHaveLength(1)
  const fields = formOf((await post({ digits })).html, "write")
  const form = new FormData()
  for (const [name, values] of Object.entries(fields)) for (const value of values) form.append(name, value)
  form.append("files", new File(["x"], "chat.txt"))
  const sent = await postWithFiles(intake.app, "/mailbox/with-files", form)
  expect(sent.status).toBe(422)
  const html = await sent.text()
  expect(html).toContain("This report has as many files as it can hold.")
  expect(html).toContain("Write something first.")
})

test("changing the language sends no file", async () => {
  const { digits, address } = await told()
  const form = await formWithFile(digits, "")
  form.set("answer", "language")
  const answerFirst = new FormData()
  for (const [name, value] of [...form].toReversed().filter(([name]) => name !== "files"))
    answerFirst.append(name, value)
  answerFirst.append("files", new File(["x"], "chat.txt"))
  const shown = await postWithFiles(intake.app, "/cy/mailbox/with-files", answerFirst)
  expect(await shown.text()).not.toContain("Mae problem")
  expect(await filesOf(address)).toEqual([])
})

test("where too many send files, the thread is shown with what was typed, and the message waits for its file", async () => {
  const { digits, address } = await told()
  const form = await formWithFile(digits, "See this.")
  const { uploads } = intake.services
  intake.services.uploads = createUploads({ parts: 1, forms: 0 })
  const busy = await postWithFiles(intake.app, "/mailbox/with-files", form)
  intake.services.uploads = uploads
  const html = await busy.text()
  expect(busy.status).toBe(422)
  expect(html).toContain("Many people are sending files at this moment, so nothing was sent.")
  expect(html).toContain("See this.</textarea>")
  expect(await mailboxMessages(intake.owner, address)).toEqual([])
})

test("while the database is away a form with a file comes back with what was typed", async () => {
  const { digits, address } = await told()
  const form = await formWithFile(digits, "See this.")
  await intake.cable.cut()
  const away = await postWithFiles(intake.app, "/mailbox/with-files", form)
  const html = await away.text()
  await intake.cable.mend()
  expect(away.status).toBe(422)
  expect(html).toContain("See this.")
  expect(html).toContain(`value="${digits}"`)
  expect([await mailboxMessages(intake.owner, address), await filesOf(address)]).toEqual([[], []])
})

test("only a form that brings files may be large, and only where it says how large", async () => {
  const { digits } = await told()
  const chunked = await postOfUnknownLength(intake.app, "/mailbox/with-files", await formWithFile(digits, "See this."))
  expect(chunked.status).toBe(411)
  for (const path of ["/mailbox", "/mailbox/with-files"])
    expect((await post({ text: "x".repeat(5 * 1_048_576) }, path)).status).toBe(413)
})

test("a message that the report's move kept from being stored is not said to be sent", async () => {
  const { id, digits, address } = await told()
  const form = { ...formOf((await post({ digits })).html, "write"), text: "There is more." }
  const { writing } = await asOwner(intake.owner, async (transaction) => {
    await transaction.execute(sql`update report set tenant = 'essex' where id = ${id}`)
    const writing = post(form)
    await expect
      .poll(async () => (await transaction.execute(sql`select from pg_locks where not granted`)).rows.length)
      .toBeGreaterThan(0)
    return { writing }
  })
  const { status, html } = await writing
  expect(status).toBe(422)
  expect(html).toContain("so this wasn’t sent")
  expect(html).toContain("There is more.</textarea>")
  expect(html).not.toContain("Sent.")
  await asOwner(intake.owner, (transaction) =>
    transaction.execute(sql`update mailbox set holder = 'essex' where report = ${id}`),
  )
  expect(await mailboxMessages(intake.owner, address)).toEqual([])
})

test("while a desk holds the report's row, what is typed comes back", async () => {
  const { id, digits } = await told()
  const form = { ...formOf((await post({ digits })).html, "write"), text: "There is more." }
  const { status, html } = await asOwner(intake.owner, async (transaction) => {
    await transaction.execute(sql`select from report where id = ${id} for update`)
    return post(form)
  })
  expect(status).toBe(422)
  expect(html).toContain("There is more.</textarea>")
  expect(html).toContain("Try again in a few minutes.")
})

test("that it isn't over, said of a report that was taken up again meanwhile, comes back as it was typed", async () => {
  const { id, digits, address } = await told()
  const stage = (name: string) =>
    asOwner(intake.owner, (transaction) => transaction.execute(sql`update report set stage = ${name} where id = ${id}`))
  await stage("closed")
  const form = formOf((await post({ digits })).html, "not-over")
  await stage("assessing")
  const { status, html } = await post({ ...form, known: "He came again." })
  expect(status).toBe(422)
  expect(html).toContain("It was taken up again meanwhile")
  expect(html).toContain("He came again.</textarea>")
  expect(await mailboxMessages(intake.owner, address)).toEqual([])
})
