import { asTenant } from "@candour/database/as.ts"
import { grantAccess } from "@candour/identity/inbox-access.ts"
import { type SQL, sql } from "drizzle-orm"
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

test("who took access and when is on the page, and only a lead gives it again, whoever the browser says it is", async () => {
  const { desk, lead, officer, inbox } = await kentAndEssex()
  const second = await desk.join("kent", "second.kent", ["officer"])
  await desk.giveAccess(lead, second, inbox)
  const people = async (who: Member) => (await desk.get(who, "/people")).text()
  expect(await people(officer)).not.toContain("Taken away")
  await desk.postForm(lead, `/people/${second.person}/take-access`, {})

  const shown = await people(officer)
  expect(shown).toMatch(/Taken away by Person lead\.kent at \d\d:\d\d on \d+ \w+ \d{4}/)
  expect(shown).toContain("Only a lead can give it again.")
  expect(shown).not.toContain(`data-person="${second.person}"`)
  const refused = await desk.giveAccess(officer, second, inbox)
  expect([refused.status, (await refused.json()).problem]).toEqual([403, "lead-only"])
  const grant = { generation: 1, person: second.person, sealed: new Uint8Array(2171) }
  for (const grantedBy of [officer.person, second.person])
    await expect(grantAccess(desk.database, "kent", { ...grant, grantedBy })).rejects.toThrow("wrong-role")
  const waiting = await (await desk.get(await desk.signInAgain(second), "/waiting")).text()
  expect(waiting).toContain("A lead took your access")
  expect(waiting).not.toContain("Person officer.kent")

  expect(await people(lead)).toContain(`data-person="${second.person}"`)
  expect((await desk.giveAccess(lead, second, inbox)).status).toBe(200)
  expect(await people(officer)).toContain("Given again by Person lead.kent")
  // It is there now: an officer puts right one that doesn't open, as before.
  expect((await desk.giveAccess(officer, second, inbox)).status).toBe(200)
  expect(await people(officer)).toContain("Given again by Person lead.kent")
  await desk.close()
})

test("nobody changes the record of who took access, and another force reads none of it", async () => {
  const { desk, lead, officer } = await kentAndEssex()
  await desk.postForm(lead, `/people/${officer.person}/take-access`, {})
  await desk.postForm(lead, `/people/${officer.person}/take-access`, {})
  const as = (tenant: string, query: SQL) =>
    asTenant(desk.database, tenant, (transaction) => transaction.execute(query))
  const read = sql`select person, number, taken_by from taken_access`
  expect((await as("kent", read)).rows).toEqual([{ person: officer.person, number: 1, taken_by: lead.person }])
  expect((await as("essex", read)).rows).toEqual([])
  for (const change of [sql`delete from taken_access`, sql`update taken_access set taken_by = person`])
    await expect(as("kent", change)).rejects.toThrow()
  await desk.close()
})

test("who only reads figures is listed, and is asked for nothing that opens a report", async () => {
  const { desk, lead, officer } = await kentAndEssex()
  const counts = await desk.join("kent", "counts.kent", ["figures"])
  for (const who of [lead, officer]) {
    const shown = await (await desk.get(who, "/people")).text()
    expect(shown).toContain("Person counts.kent")
    expect(shown).toContain("Figures only")
    expect(shown).not.toContain(counts.person)
  }
  await desk.close()
})
