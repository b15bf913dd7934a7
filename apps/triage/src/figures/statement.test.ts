import { createHash } from "node:crypto"
import { asOwner } from "@candour/database/as.ts"
import { addMonths, type Day, dayOf } from "@candour/domain/day.ts"
import type { InboxKey } from "@candour/sealing/inbox-key.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { kentAndEssex, type Member, type TestDesk } from "../testing/test-desk.ts"
import { monthAsked, statementMonths, statementOf } from "./statement.ts"

const today = dayOf(new Date())
const thisMonth = `${today.slice(0, 7)}-01` as Day

let desk: TestDesk
let lead: Member
let essex: Member
let foi: Member
let inbox: InboxKey
beforeAll(async () => {
  ;({ desk, lead, essex, inbox } = await kentAndEssex())
  foi = await desk.join("kent", "figures.kent", ["figures"])
  const report = await desk.tell(inbox)
  await desk.tell(inbox)
  await desk.post(lead, `/report/${report.id}/open`, { reason: "own" })
  const assessment = { threat: "ppda", others: [], severity: "gross", persons: 2, grounds: [] }
  expect((await desk.decide(lead, report, 5, "assessed", assessment, "So.")).status).toBe(200)
})
afterAll(() => desk.close())

test("each month that has ended since the first line opened has a statement, and no other", () => {
  const months = statementMonths("2023-02-01")
  expect(months).toEqual(["2023-01-01", "2022-12-01", "2022-11-01"])
  expect(statementMonths("2023-01-31")[0]).toBe("2022-12-01")
  expect(monthAsked("2023-01", "2023-02-01")).toBe("2023-01-01")
  for (const typed of ["2023-02", "2022-10", "2023-1", "2023-13", "all", ""])
    expect(monthAsked(typed, "2023-02-01")).toBeUndefined()
})

test("a statement is of the desk alone, and says what the month had and what there was at its end", async () => {
  const kent = await statementOf(desk.database, "kent", thisMonth)
  expect(kent.inMonth).toMatchObject({ contacts: 2, reports: 2, peopleConcerned: 2 })
  expect(kent.upToEnd).toMatchObject({ contacts: 2, notYetDecided: 2 })
  expect((await statementOf(desk.database, "essex", thisMonth)).upToEnd.contacts).toBe(0)
})

test("who isn't decided is among the people of each month until decided, as on the page of figures", async () => {
  const { inMonth } = await statementOf(desk.database, "kent", addMonths(thisMonth, 1))
  expect(inMonth).toMatchObject({ contacts: 0, proven: 0, notYetDecided: 2, peopleConcerned: 2 })
})

test("nothing that is recorded later changes it", async () => {
  const before = await statementOf(desk.database, "kent", thisMonth)
  const add = (recorded: Day) =>
    asOwner(desk.database, (transaction) =>
      transaction.execute(sql`
        insert into cube (tenant, line, routed_to, happened, recorded, measure, category, channel, slot, count)
          values ('kent', 'national', 'kent', ${thisMonth}, ${recorded}, 'contact', '', 'phone', 0, 1)`),
    )
  await add(addMonths(thisMonth, 1))
  const after = await statementOf(desk.database, "kent", thisMonth)
  expect(after.file).toBe(before.file)
  await add(thisMonth)
  expect((await statementOf(desk.database, "kent", thisMonth)).digest).not.toBe(before.digest)
  await asOwner(desk.database, (transaction) => transaction.execute(sql`delete from cube where channel = 'phone'`))
})

test("a FOI officer reads and keeps it, by the digest that its page shows", async () => {
  const [last = thisMonth] = statementMonths(today)
  const page = await (await desk.get(foi, "/figures/statement")).text()
  expect(page).toContain("Kent Police holds these figures.")
  const file = await desk.get(foi, `/figures/statement.csv?month=${last.slice(0, 7)}`)
  expect(file.headers.get("content-disposition")).toContain(`candour-kent-statement-${last.slice(0, 7)}.csv`)
  const table = await file.text()
  expect(page).toContain(createHash("sha256").update(table).digest("hex"))
  const { asAt } = await statementOf(desk.database, "kent", last)
  expect(table).toContain(`${asAt},then,,,all,kent,${asAt},all,all,contacts,contacts,0`)
})

test("a month without a statement isn't found, and nobody reads one signed out", async () => {
  for (const path of ["/figures/statement", "/figures/statement.csv"]) {
    expect((await desk.get(foi, `${path}?month=${today.slice(0, 7)}`)).status).toBe(404)
    expect((await desk.get(undefined, path)).status).not.toBe(200)
    expect((await desk.get(essex, path)).status).toBe(200)
  }
})
