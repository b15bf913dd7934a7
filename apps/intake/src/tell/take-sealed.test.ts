import { randomBytes, randomUUID } from "node:crypto"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { newReceipt } from "@candour/sealing/receipt.ts"
import { sealReport } from "@candour/sealing/seal-report.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { postForm } from "../testing/form.ts"
import { testIntake } from "../testing/test-intake.ts"
import { countedBytes } from "./told.ts"

let intake: Awaited<ReturnType<typeof testIntake>>
beforeAll(async () => {
  intake = await testIntake({ now: () => new Date() })
})
afterAll(() => intake.close())

/** A sealed report as the browser posts it. */
async function sealed(account = "He did.", id = randomUUID(), receipt = newReceipt()) {
  const counted = {
    line: "national",
    routedTo: "kent",
    reason: "found",
    channel: "online",
    language: "en",
    categories: ["favours"],
    danger: "no",
    mayReply: "yes",
  } as const
  const { channel: _, ...said } = counted
  const recipient = intake.inboxes.kent?.recipient ?? ""
  const report = await sealReport({
    id,
    tenant: "kent",
    recipient,
    receipt,
    language: "en",
    mayReply: "yes",
    answers: { account },
    counted: countedBytes(counted),
  })
  return {
    counted: {
      ...said,
      id,
      tenant: "kent",
      generation: 1,
      mailboxHash: toBase64url(report.mailboxHash),
      digest: toBase64url(report.digest),
    },
    body: report.body,
    wrap: report.wrap,
  }
}

type Sealed = Awaited<ReturnType<typeof sealed>>

function post({
  counted,
  body,
  wrap,
}: {
  counted: unknown
  body: Uint8Array<ArrayBuffer>
  wrap: Uint8Array<ArrayBuffer>
}) {
  return intake.app.request("/tell/sealed", {
    method: "POST",
    body: JSON.stringify({ counted, body: toBase64url(body), wrap: toBase64url(wrap) }),
    headers: { "sec-fetch-site": "same-origin" },
  })
}

test("a report sealed in the browser is stored, and its team opens it", async () => {
  const report = await sealed()
  const answer = await post(report)
  expect(await answer.json()).toMatchObject({
    answer: "stored",
    openBy: expect.any(String),
    lookFrom: expect.any(String),
  })
  expect((await intake.read(report.counted.id)).answers.account).toBe("He did.")
})

test("sent again, sealed anew or not, it is the same report", async () => {
  const [id, receipt] = [randomUUID(), newReceipt()]
  const first = await sealed("He did.", id, receipt)
  expect(await (await post(first)).json()).toMatchObject({ answer: "stored" })
  expect(await (await post(first)).json()).toMatchObject({ answer: "same" })
  expect(await (await post(await sealed("He did.", id, receipt))).json()).toMatchObject({ answer: "same" })
})

test("another report with its id or its digits is a conflict, without dates to show", async () => {
  const [id, receipt] = [randomUUID(), newReceipt()]
  await post(await sealed("He did.", id, receipt))
  for (const clash of [await sealed("Else.", id, newReceipt()), await sealed("Else.", randomUUID(), receipt)]) {
    const answer = await post(clash)
    expect([answer.status, await answer.json()]).toEqual([409, { answer: "conflict" }])
  }
})

test("what isn't sealed is never taken for a sealed part", async () => {
  const report = await sealed()
  const plain = new TextEncoder().encode("He did.")
  for (const change of [{ body: plain }, { wrap: plain }, { body: new Uint8Array(1_048_577) }]) {
    expect((await post({ ...report, ...change })).status).toBe(400)
  }
  expect(await intake.stored()).not.toContainEqual(expect.objectContaining({ id: report.counted.id }))
})

test("what the database would refuse is refused here, so that no receipt shows while it is away", async () => {
  const report = await sealed()
  await intake.cable.cut()
  const longWrap = new Uint8Array(8_193)
  longWrap.set(report.wrap)
  // A small age file of another kind: sealed under a secret, as bodies are.
  for (const wrap of [longWrap, report.body.slice(0, 999)]) expect((await post({ ...report, wrap })).status).toBe(400)
  for (const change of [{ generation: 2 }, { tenant: "essex" }, { tenant: "nobody" }]) {
    const answer = await post({ ...report, counted: { ...report.counted, ...change } })
    expect([answer.status, await answer.json()]).toEqual([409, { answer: "outdated" }])
  }
  expect(intake.services.spool.waiting()).toEqual([])
  expect((await post(report)).status).toBe(200)
  await intake.cable.mend()
  expect(await intake.services.delivery.deliver()).toBe(true)
})

test("a page that is out of date comes anew with the key of now, and says that nothing was sent", async () => {
  const answer = await postForm(intake.app, "/tell", { line: "national", routedTo: "kent", reason: "found", anew: "y" })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain(`data-recipient="${intake.inboxes.kent?.recipient}"`)
  expect(html).toContain("The team’s lock has changed since you opened this page, so nothing was sent.")
})

test("counted answers that aren't ours are refused", async () => {
  const report: Sealed = await sealed()
  const wrong: Record<string, unknown>[] = [
    { tenant: "Kent; drop" },
    { routedTo: "made-up" },
    { danger: "maybe" },
    { id: "1" },
    // A version 7 id carries a clock.
    { id: "0192f0c4-5b7e-7cc0-8f00-000000000000" },
    { digest: toBase64url(randomBytes(31)) },
    { account: "He did." },
  ]
  for (const change of wrong) {
    expect((await post({ ...report, counted: { ...report.counted, ...change } })).status).toBe(400)
  }
  expect((await intake.app.request("/tell/sealed", { method: "POST", body: "x" })).status).toBe(400)
})

test("a post from another site is refused", async () => {
  const answer = await intake.app.request("/tell/sealed", {
    method: "POST",
    headers: { "sec-fetch-site": "cross-site" },
  })
  expect(answer.status).toBe(403)
})
