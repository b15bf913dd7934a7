import { signDecision } from "@candour/sealing/decision.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import type { InboxKey } from "@candour/sealing/inbox-key.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { kentAndEssex, type Member, type TestDesk, type ToldReport } from "../testing/test-desk.ts"
import type { Decided } from "./decide-many.ts"

let desk: TestDesk
let lead: Member
let officer: Member
let essex: Member
let inbox: InboxKey
beforeAll(async () => {
  ;({ desk, lead, officer, essex, inbox } = await kentAndEssex())
})
afterAll(() => desk.close())

const signed = (
  who: Member,
  report: ToldReport,
  number: number,
  kind: string,
  detail: Record<string, unknown> = {},
) => {
  const decision = { tenant: who.tenant, report: report.id, number, kind, detail }
  return { report: report.id, number, kind, detail, signature: toBase64url(signDecision(who.key, decision)) }
}

async function decided(who: Member, ...decisions: unknown[]): Promise<(string | number)[]> {
  const answer = await desk.post(who, "/queue/decide", decisions)
  expect(answer.status).toBe(200)
  const { answers } = (await answer.json()) as { answers: Decided[] }
  return answers.map((each) => ("problem" in each ? each.problem : each.recorded))
}

test("a lead assigns several reports at once, and each has its own signed event", async () => {
  const [one, other] = [await desk.tell(inbox), await desk.tell(inbox)]
  const to = { to: officer.person }
  expect(await decided(lead, signed(lead, one, 4, "assigned", to), signed(lead, other, 4, "assigned", to))).toEqual([
    4, 4,
  ])
  const mine = await (await desk.get(officer, "/queue?view=mine")).text()
  for (const { id } of [one, other]) expect(mine).toContain(`/report/${id}`)
})

test("what is against one report holds up no other, and says why", async () => {
  const [unread, read, changed] = [await desk.tell(inbox), await desk.tell(inbox), await desk.tell(inbox)]
  await desk.post(lead, `/report/${read.id}/open`, { reason: "own" })
  await desk.post(officer, `/report/${changed.id}/open`, { reason: "own" })
  const why = { why: "scotland" }
  expect(
    await decided(
      lead,
      signed(lead, unread, 4, "set-aside", why),
      signed(lead, read, 5, "set-aside", why),
      signed(lead, changed, 4, "set-aside", why),
      signed(lead, { ...read, id: "00000000-0000-4000-8000-000000000000" }, 4, "set-aside", why),
    ),
  ).toEqual(["not-opened", 5, "first", "not-held"])
  expect(await (await desk.get(lead, "/queue?view=closed")).text()).toContain(read.id)
})

test("an officer takes, and neither assigns nor sets aside", async () => {
  const report = await desk.tell(inbox)
  await desk.post(officer, `/report/${report.id}/open`, { reason: "own" })
  expect(await decided(officer, signed(officer, report, 5, "assigned", { to: officer.person }))).toEqual(["wrong-role"])
  expect(await decided(officer, signed(officer, report, 5, "set-aside", { why: "crime" }))).toEqual(["wrong-role"])
  expect(await decided(officer, signed(officer, report, 5, "taken"))).toEqual([5])
})

test("another's signature, a colleague of another desk and another desk's report are refused", async () => {
  const report = await desk.tell(inbox)
  expect(await decided(lead, signed(officer, report, 4, "taken"))).toEqual(["signature"])
  expect(await decided(lead, signed(lead, report, 4, "assigned", { to: essex.person }))).toEqual(["colleague"])
  expect(await decided(essex, signed(essex, report, 4, "taken"))).toEqual(["not-held"])
})

test("more than a page, nothing, and a kind that needs the report to be read are not taken", async () => {
  const report = await desk.tell(inbox)
  const one = signed(lead, report, 4, "taken")
  for (const body of [[], Array(51).fill(one), [signed(lead, report, 4, "closed")], [{ ...one, detail: { to: 1 } }]])
    expect((await desk.post(lead, "/queue/decide", body)).status).toBe(400)
})
