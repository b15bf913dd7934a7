import { asTenant } from "@candour/database/as.ts"
import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { kentAndEssex, type Member } from "../testing/test-desk.ts"

test("a lead takes a colleague's access away: their session ends, and signing in again opens nothing until it is given anew", async () => {
  const { desk, lead, officer, essex, inbox } = await kentAndEssex()
  const report = await desk.tell(inbox)
  await desk.post(officer, `/report/${report.id}/open`, { reason: "own" })
  expect((await desk.get(officer, `/report/${report.id}/sealed`)).status).toBe(200)
  const take = (who: Member, from: Member) => desk.postForm(who, `/people/${from.person}/take-access`, {})
  expect((await take(officer, lead)).status).toBe(404)
  expect((await take(essex, officer)).status).toBe(404)
  expect((await take(lead, lead)).status).toBe(404)
  expect((await take(lead, officer)).headers.get("location")).toBe(`/people?taken=${officer.person}`)
  expect((await desk.post(officer, `/report/${report.id}/open`, { reason: "own" })).status).toBe(401)

  const again = await desk.signInAgain(officer)
  expect((await desk.get(again, "/queue")).headers.get("location")).toBe("/waiting")
  for (const path of ["open", "decide", "title", "draft", "here", "concerned", "reported-before"]) {
    const answer = await desk.post(again, `/report/${report.id}/${path}`, {})
    expect([path, answer.status, (await answer.json()).problem]).toEqual([path, 404, "no-access"])
  }
  for (const path of [`/report/${report.id}/sealed`, `/search/sealed?reports=${report.id}`])
    expect((await desk.get(again, path)).headers.get("location")).toBe("/waiting")

  await desk.giveAccess(lead, officer, inbox)
  expect((await desk.get(again, "/queue")).status).toBe(200)
  await desk.close()
})

test("nobody takes the last access to a desk away", async () => {
  const { desk, lead, officer } = await kentAndEssex()
  const take = (from: Member) =>
    asTenant(desk.database, "kent", (transaction) =>
      transaction.execute(sql`select take_access(${from.person}, ${lead.person})`),
    )
  await take(officer)
  await expect(take(lead)).rejects.toThrow("last-access")
  await desk.close()
})
