import { bytesOf, toBase64url } from "@candour/sealing/encoding.ts"
import type { InboxKey } from "@candour/sealing/inbox-key.ts"
import { sealUnder } from "@candour/sealing/report-key.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Present } from "../presence/note-presence.ts"
import type { HandedOut } from "../report/open-report.ts"
import { kentAndEssex, type Member, type TestDesk, type ToldReport } from "../testing/test-desk.ts"

let desk: TestDesk
let lead: Member
let officer: Member
let essex: Member
let inbox: InboxKey
beforeAll(async () => {
  ;({ desk, lead, officer, essex, inbox } = await kentAndEssex())
})
afterAll(() => desk.close())

const sealedDraft = async (report: ToldReport) =>
  toBase64url(
    await sealUnder(
      report.key,
      { tenant: "kent", report: report.id, part: "draft", number: 0 },
      bytesOf('{"noted-words":"Half a"}'),
    ),
  )
/** What `who` is handed of what was typed, as they open the report. */
const draftOf = async (who: Member, { id }: ToldReport) =>
  ((await (await desk.post(who, `/report/${id}/open`, { reason: "other" })).json()) as HandedOut).draft

test("what somebody typed is kept for them alone, sealed, until it is done with", async () => {
  const report = await desk.tell(inbox)
  const sealed = await sealedDraft(report)
  expect(
    (await desk.post(officer, `/report/${report.id}/draft`, { sealed: toBase64url(bytesOf("plain")) })).status,
  ).toBe(400)
  expect((await desk.post(officer, `/report/${report.id}/draft`, { sealed })).status).toBe(200)
  expect(await draftOf(officer, report)).toBe(sealed)
  expect(await draftOf(lead, report)).toBeUndefined()
  expect((await desk.post(essex, `/report/${report.id}/open`, { reason: "other" })).status).toBe(404)
  expect((await desk.post(essex, `/report/${report.id}/draft`, { sealed })).status).toBe(404)
  await desk.post(officer, `/report/${report.id}/draft`, {})
  expect(await draftOf(officer, report)).toBeUndefined()
})

test("two who have a report open see each other, and that something happened; another force sees nobody", async () => {
  const report = await desk.tell(inbox)
  const here = async (who: Member) => (await desk.post(who, `/report/${report.id}/here`, {})).json() as Promise<Present>
  expect((await here(officer)).names).toEqual([])
  const seen = await here(lead)
  expect(seen.names).toEqual(["Person officer.kent"])
  await desk.post(officer, `/report/${report.id}/open`, { reason: "own" })
  expect((await here(lead)).lastNumber).toBe(seen.lastNumber + 1)
  expect((await desk.post(essex, `/report/${report.id}/here`, {})).status).toBe(404)
})
