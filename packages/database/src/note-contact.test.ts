import { randomUUID } from "node:crypto"
import { notForUs } from "@candour/domain/not-for-us.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { acceptContact } from "./accept-report.ts"
import { asIdentity, asNational, asOwner, asTenant } from "./as.ts"
import { type NotedContact, noteContact } from "./note-contact.ts"
import { type TestDatabase, testDatabase } from "./testing/test-database.ts"

let at: TestDatabase
let today: `${number}-${number}-${number}`

beforeAll(async () => {
  at = await testDatabase()
  today = (await ask<{ day: typeof today }>(sql`select today()::text as day`))[0]?.day ?? "2026-03-01"
})
afterAll(() => at.close())

const ask = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  (await asOwner(at.database, (transaction) => transaction.execute<Row>(query))).rows
const contact = (changes: Partial<NotedContact> = {}): NotedContact => ({
  id: randomUUID(),
  line: "national",
  why: "crime",
  ...changes,
})
const note = (changes: Partial<NotedContact> = {}) => noteContact(at.database, contact(changes), today)
const recount = () => ask(sql`select * from recount()`)
const cube = async () =>
  (
    await asNational(at.database, (transaction) =>
      transaction.execute<{ measure: string; category: string; tenant: string; count: string }>(sql`
        select measure, category, routed_to as tenant, sum(count) as count from cube
          group by 1, 2, 3 order by 1, 2, 3`),
    )
  ).rows.map(({ measure, category, tenant, count }) => [measure, category, tenant, Number(count)])

test("each reason is counted at the national desk, as a contact and by its reason, and a recount finds no difference", async () => {
  for (const why of notForUs.options) expect(await note({ why })).toBe("stored")
  expect(await note({ why: "service", line: "metropolitan" })).toBe("stored")
  expect(await cube()).toEqual([
    ["contact", "", "national-desk", notForUs.options.length + 1],
    ...notForUs.options
      .toSorted()
      .map((why) => ["contact-not-for-us", why, "national-desk", why === "service" ? 2 : 1]),
  ])
  expect(await recount()).toEqual([])
  await ask(sql`select fold_cube()`)
  expect(await recount()).toEqual([])
})

test("a double press counts once, also where both arrive in one moment", async () => {
  const before = (await cube())[0]?.[3]
  const twice = contact()
  const answers = await Promise.all([1, 2, 3].map(() => noteContact(at.database, twice, today)))
  expect(answers.sort()).toEqual(["same", "same", "stored"])
  expect((await cube())[0]?.[3]).toBe(Number(before) + 1)
})

test("nothing but day, line, channel and reason is stored, and it stands in no queue", async () => {
  const { id } = contact()
  await noteContact(at.database, contact({ id, why: "grievance" }), today)
  expect(await ask(sql`select to_jsonb(e) - 'report' as event from event e where report = ${id}`)).toEqual([
    {
      event: expect.objectContaining({
        tenant: "national-desk",
        kind: "contacted",
        detail: { notForUs: "grievance" },
        at: null,
        person: null,
        words: null,
      }),
    },
  ])
  expect(await ask(sql`select 1 from report where id = ${id}`)).toEqual([])
})

test("a contact without a reason is counted as before, by no reason", async () => {
  const before = (await cube()).filter(([measure]) => measure === "contact-not-for-us")
  await acceptContact(at.database, { id: randomUUID(), tenant: "kent", line: "national", channel: "phone" }, today)
  expect((await cube()).filter(([measure]) => measure === "contact-not-for-us")).toEqual(before)
  expect(await recount()).toEqual([])
})

test.each([
  ["a reason that there isn't", { why: "PC John Smith" as never }],
  ["no reason", { why: null as never }],
  ["a line that there isn't", { line: "made-up" }],
])("%s is refused, and nothing is counted", async (_, changes) => {
  const before = await cube()
  await expect(note(changes)).rejects.toThrow()
  expect(await cube()).toEqual(before)
})

test("nobody but intake counts a contact", async () => {
  const query = sql`select note_contact(${randomUUID()}, 'national', 'online', 'crime', today())`
  const refused = { cause: { message: expect.stringMatching(/permission denied/) } }
  await expect(asNational(at.database, (inside) => inside.execute(query))).rejects.toMatchObject(refused)
  await expect(asIdentity(at.database, (inside) => inside.execute(query))).rejects.toMatchObject(refused)
  for (const tenant of ["kent", "national-desk"])
    await expect(asTenant(at.database, tenant, (inside) => inside.execute(query))).rejects.toMatchObject(refused)
})
