import { randomBytes, randomUUID } from "node:crypto"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { newReceipt } from "@candour/sealing/receipt.ts"
import { sealReport } from "@candour/sealing/seal-report.ts"
import { sealTold } from "@candour/sealing/seal-told.ts"
import { countedBytes } from "@candour/sealing/told.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { postForm } from "../testing/form.ts"
import { testIntake } from "../testing/test-intake.ts"
import { SEALED_POST_BYTES } from "./take-sealed.ts"

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

const fresh = async () => ({ challenge: await intake.services.gate.challenge() })

type Sealed = Awaited<ReturnType<typeof sealed>>

async function post({
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
    body: JSON.stringify({ counted, body: toBase64url(body), wrap: toBase64url(wrap), gate: await fresh() }),
    headers: { "sec-fetch-site": "same-origin" },
  })
}

test("a report sealed in the browser is stored, and its team opens it", async () => {
  const report = await sealed()
  const answer = await post(report)
  expect(await answer.json()).toMatchObject({
    answer: "stored",
    days: { en: { openBy: expect.any(String) }, cy: { lookFrom: expect.any(String) } },
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

/** A report for Kent with a copy for the Metropolitan Police, as the browser posts it. */
async function sealedTwice(id = randomUUID(), copy = randomUUID(), receipt = newReceipt()) {
  const to = { id, receipt, tenant: "kent", recipient: intake.inboxes.kent?.recipient ?? "" }
  const met = { routedTo: "metropolitan", tenant: "metropolitan", generation: 1 }
  const referrals = [{ ...met, id: copy, recipient: intake.inboxes.metropolitan?.recipient ?? "" }]
  const counted = {
    line: "national",
    routedTo: "kent",
    reason: "found",
    channel: "online",
    language: "en",
    categories: [],
    danger: "no",
    mayReply: "yes",
  } as const
  const { report, referrals: sealed } = await sealTold({ ...to, referrals }, { account: "He moved." }, counted)
  const { channel: _, ...said } = counted
  return {
    counted: {
      ...said,
      id,
      tenant: "kent",
      generation: 1,
      mailboxHash: toBase64url(report.mailboxHash),
      digest: toBase64url(report.digest),
    },
    body: toBase64url(report.body),
    wrap: toBase64url(report.wrap),
    referrals: sealed.map(({ digest, body, wrap, ...rest }) => ({
      ...rest,
      digest: toBase64url(digest),
      body: toBase64url(body),
      wrap: toBase64url(wrap),
    })),
  }
}

const postAll = async (report: object) =>
  intake.app.request("/tell/sealed", {
    method: "POST",
    body: JSON.stringify({ ...report, gate: await fresh() }),
    headers: { "sec-fetch-site": "same-origin" },
  })

test("a report and its copy, sealed in the browser, are stored together, and each team opens its own", async () => {
  const [id, copy, receipt] = [randomUUID(), randomUUID(), newReceipt()]
  expect(await (await postAll(await sealedTwice(id, copy, receipt))).json()).toMatchObject({ answer: "stored" })
  expect(await (await postAll(await sealedTwice(id, copy, receipt))).json()).toMatchObject({ answer: "same" })
  expect(await intake.referrals(id)).toEqual([{ id: copy, tenant: "metropolitan", routed_to: "metropolitan" }])
  const [one, other] = [await intake.read(id), await intake.read(copy)]
  expect([one.answers.account, other.answers.account]).toEqual(["He moved.", "He moved."])
  expect(other.thread).not.toBe(one.thread)
  const clash = await postAll(await sealedTwice(id, randomUUID(), receipt))
  expect([clash.status, await clash.json()]).toEqual([409, { answer: "conflict" }])
})

test("a copy under a key that is no longer its team's makes the whole page out of date", async () => {
  const report = await sealedTwice()
  for (const change of [{ generation: 2 }, { tenant: "essex" }]) {
    const [copy] = report.referrals
    const answer = await postAll({ ...report, referrals: [{ ...copy, ...change }] })
    expect([answer.status, await answer.json()]).toEqual([409, { answer: "outdated" }])
  }
  expect(await intake.referrals(report.counted.id)).toEqual([])
})

test("copies that aren't ours are refused: six, two for one desk, one without an id or not sealed", async () => {
  const report = await sealedTwice()
  const [copy] = report.referrals
  const wrong: unknown[][] = [
    Array.from({ length: 6 }, (_, at) => ({ ...copy, tenant: `force-${"abcdef"[at]}` })),
    [copy, { ...copy, id: randomUUID() }],
    [{ ...copy, tenant: "kent" }],
    [{ ...copy, id: "1" }],
    [{ ...copy, body: toBase64url(Buffer.from("He did.")) }],
    [{ ...copy, routedTo: "made-up" }],
    [{ ...copy, account: "He did." }],
  ]
  for (const referrals of wrong) expect((await postAll({ ...report, referrals })).status).toBe(400)
})

test("six copies as large as each may be fit into one post, and no more", async () => {
  const report = await sealedTwice()
  const sized = (bytes: number) => postAll({ ...report, body: "A".repeat(bytes) })
  expect((await sized(SEALED_POST_BYTES - 20_000)).status).toBe(400) // read, and refused for its one body
  expect((await sized(SEALED_POST_BYTES)).status).toBe(413)
})
