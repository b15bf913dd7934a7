import { asOwner, asTenant } from "@candour/database/as.ts"
import { addPerson, openDesks } from "@candour/database/testing/sample-report.ts"
import { type TestDatabase, testDatabase } from "@candour/database/testing/test-database.ts"
import { category } from "@candour/domain/category.ts"
import { addDays, dayOf } from "@candour/domain/day.ts"
import { test as property } from "@fast-check/vitest"
import { sql } from "drizzle-orm"
import fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import { listQueue, type Page, type Reader } from "./list-queue.ts"
import { listWaiting, type WaitingRow } from "./list-waiting.ts"
import type { QueueRow } from "./queue-row.ts"
import { type Asked, askedOf, dangerFilter, NOBODY, openStage, queryOf, view } from "./view.ts"

const today = dayOf(new Date())
const REPORTS = 300
const MOST = 7

let at: TestDatabase
let officer: Reader
let lead: Reader
let colleague = ""
let all: QueueRow[]
beforeAll(async () => {
  at = await testDatabase()
  await openDesks(at.database, ["kent", "essex"])
  officer = { person: await addPerson(at.database, "kent", ["officer"]), roles: ["officer"], today }
  lead = { person: await addPerson(at.database, "kent", ["lead"]), roles: ["lead"], today }
  colleague = await addPerson(at.database, "kent", ["officer"])
  await fill("kent", REPORTS)
  await fill("essex", 20)
  all = await asTenant(at.database, "kent", async (transaction) => {
    const { rows } = await transaction.execute<QueueRow & Record<string, unknown>>(sql`
      select id, urgency, categories, day::text as day, stage, holder, due::text as due, paused, came_from as "cameFrom",
        message_waiting as "messageWaiting", disputed from report`)
    return rows
  })
  expect(all).toHaveLength(REPORTS)
})
afterAll(() => at.close())

/** Fills a desk with reports of every kind, as rows alone: a queue reads nothing else. */
const fill = (tenant: string, count: number) =>
  asOwner(at.database, (transaction) =>
    transaction.execute(sql`
      insert into report (tenant, id, sealed_for, routed_to, line, channel, language, categories, danger, may_reply, day,
          stage, urgency, due, holder, paused, came_from, message_waiting, disputed, opened, last_number)
        select ${tenant}, gen_random_uuid(), ${tenant}, ${tenant}, 'national', 'online', 'en',
          case n % 4 when 0 then '{partner}'::text[] when 1 then '{discrimination,other}' when 2 then '{}' else '{partner,sexual}' end,
          'no', 'yes', ${today}::date - (n * 7) % 40,
          (array['received', 'received', 'assessing', 'intelligence', 'investigating', 'closed'])[1 + n % 6],
          n % 3, ${today}::date + (n * 11) % 60 - 20,
          case n % 5 when 0 then ${officer.person}::uuid when 1 then ${colleague}::uuid end,
          case when n % 13 = 0 then 'court' end, case when n % 17 = 0 then 'gwent' end,
          n % 9 = 0, n % 11 = 0, n % 2 = 0, 3
        from generate_series(1, ${count}) n`),
  )

type List = (after?: string) => Promise<Page<QueueRow>>

/** Every row of a list, page after page, as somebody who presses "Next page" sees them. */
async function everyRow(list: List): Promise<{ rows: QueueRow[]; pages: number }> {
  const rows: QueueRow[] = []
  let place: string | undefined
  for (let pages = 1; ; pages += 1) {
    const page: Page<QueueRow> = await list(place)
    expect(page.rows.length).toBeLessThanOrEqual(MOST)
    rows.push(...page.rows)
    if (page.next === undefined) return { rows, pages }
    expect(page.next).not.toBe(place)
    place = page.next
  }
}

const URGENCY = { now: 0, soon: 1, none: 2 }
const isOpen = ({ stage }: QueueRow) => stage !== "closed"
const IN_VIEW: Record<string, (row: QueueRow) => boolean> = {
  mine: (row) => isOpen(row) && row.holder === officer.person,
  overdue: (row) => isOpen(row) && row.due < today && row.paused === null,
  messages: (row) => row.messageWaiting,
  disputed: (row) => row.disputed,
  unassigned: (row) => isOpen(row) && row.holder === null,
  accept: (row) => isOpen(row) && row.cameFrom !== null,
  all: isOpen,
  closed: (row) => !isOpen(row),
}

/** What a view with its filters should hold, by another way than the database's. */
function expected({ view: chosen, filters }: Asked): string[] {
  const { category: ticked, stage, holder, danger, from, to } = filters
  const key = (row: QueueRow) => {
    if (chosen === "messages" || chosen === "disputed") return `${row.due} ${row.id}`
    return chosen === "closed" ? `${row.day} ${row.id}` : `${row.urgency} ${row.due} ${row.id}`
  }
  const found = all
    .filter(
      (row) =>
        IN_VIEW[chosen]?.(row) &&
        (ticked === undefined || row.categories.includes(ticked)) &&
        (stage === undefined || row.stage === stage) &&
        (holder === undefined || (holder === NOBODY ? row.holder === null : row.holder === holder)) &&
        (danger === undefined || row.urgency === URGENCY[danger]) &&
        (from === undefined || row.day >= from) &&
        (to === undefined || row.day <= to),
    )
    .toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
  return (chosen === "closed" ? found.reverse() : found).map(({ id }) => id)
}

const anyDay = fc.integer({ min: -45, max: 2 }).map((count) => addDays(today, count))
const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined })
const anyAsked = fc.record({
  view: fc.constantFrom(...view.options.filter((each) => each !== "moved" && each !== "waiting")),
  category: maybe(fc.constantFrom(...category.options)),
  stage: maybe(fc.constantFrom(...openStage.options)),
  holder: maybe(fc.constantFrom(NOBODY, "officer", "colleague")),
  danger: maybe(fc.constantFrom(...dangerFilter.options)),
  from: maybe(anyDay),
  to: maybe(anyDay),
})
const limits = fc.record({ lookedAt: fc.constantFrom(10, 60, 20_000), sorted: fc.constantFrom(0, 40, 2_000) })

property.prop({ drawn: anyAsked, limits }, { numRuns: 60 })(
  "under any view and filters, whatever a page may read, every report is on one page, in order",
  async ({ drawn, limits }) => {
    const holders: Record<string, string> = { officer: officer.person, colleague }
    const holder = drawn.holder && (holders[drawn.holder] ?? drawn.holder)
    const asked = askedOf(Object.fromEntries(Object.entries({ ...drawn, holder }).filter(([, value]) => value)))
    const { rows } = await everyRow((after) =>
      asTenant(at.database, "kent", (transaction) => listQueue(transaction, asked, officer, after, MOST, limits)),
    )
    expect(rows.map(({ id }) => id)).toEqual(expected(asked))
  },
)

property.prop({ drawn: anyAsked })("what is asked survives its address", ({ drawn }) => {
  const asked = askedOf(Object.fromEntries(Object.entries(drawn).filter(([, value]) => value)))
  expect(askedOf(Object.fromEntries(new URLSearchParams(queryOf(asked))))).toEqual(asked)
})

test("an address that was altered narrows nothing, and asks for nothing that isn't there", () => {
  expect(
    askedOf({ view: "everything", category: "murder", holder: "'; drop table report", from: "2026-02-30" }),
  ).toEqual({ view: "all", filters: {} })
  expect(askedOf({ view: "mine", holder: NOBODY, stage: "closed" })).toEqual({ view: "mine", filters: {} })
})

test.each([1, 2, 7, 10])(
  "where a page looks at %i rows alone, none is passed over between two pages",
  async (lookedAt) => {
    for (const query of [
      { view: "all", category: "partner" },
      { view: "messages", category: "partner" },
      { view: "closed", category: "other" },
      { view: "all", holder: NOBODY, category: "partner" },
      { view: "overdue" },
    ]) {
      const asked = askedOf(query)
      const { rows } = await everyRow((after) =>
        asTenant(at.database, "kent", (transaction) =>
          listQueue(transaction, asked, officer, after, MOST, { lookedAt, sorted: 0 }),
        ),
      )
      expect(rows.map(({ id }) => id)).toEqual(expected(asked))
      expect(rows.length).toBeGreaterThan(0)
    }
  },
)

test("a page that ends because it has looked at so many rows says so", async () => {
  const asked = askedOf({ view: "all", category: "sexual" })
  const page = await asTenant(at.database, "kent", (transaction) =>
    listQueue(transaction, asked, officer, undefined, 50, { lookedAt: 30, sorted: 0 }),
  )
  expect(page.lookedAt).toBe(30)
  expect(page.rows.length).toBeLessThan(30)
})

test("what waits for a person is their tasks first, then others' drafts; a lead's also the exports; never their own", async () => {
  const [first, second, third, fourth, kept] = all.map(({ id }) => id)
  await asOwner(at.database, (transaction) =>
    transaction.execute(sql`insert into awaited (tenant, report, number, what, person, author, due) values
      ('kent', ${first}, 4, 'check', null, ${officer.person}, null),
      ('kent', ${second}, 4, 'check', null, ${colleague}, null),
      ('kent', ${second}, 6, 'check', null, ${colleague}, null),
      ('kent', ${third}, 4, 'export', null, ${colleague}, null),
      ('kent', ${third}, 5, 'task', ${officer.person}, ${lead.person}, ${addDays(today, 9)}),
      ('kent', ${fourth}, 4, 'task', ${officer.person}, ${lead.person}, ${addDays(today, 2)}),
      ('kent', ${fourth}, 5, 'task', ${officer.person}, ${lead.person}, ${addDays(today, 4)}),
      ('kent', ${kept}, 4, 'check', null, ${colleague}, null)`),
  )
  await asOwner(at.database, (transaction) =>
    transaction.execute(
      sql`update report set restricted_to = array[${colleague}::uuid, gen_random_uuid()] where id = ${kept}`,
    ),
  )
  const waiting = async (reader: Reader, most: number) =>
    asTenant(at.database, "kent", async (transaction) => {
      const { rows } = await everyRow((after) => listWaiting(transaction, {}, reader, after, most))
      return (rows as WaitingRow[]).map(({ id, what, taskDue }) => [id, what, taskDue])
    })
  const officers = [
    [fourth, "task", addDays(today, 2)],
    [third, "task", addDays(today, 9)],
    [second, "check", null],
  ]
  expect(await waiting(officer, 7)).toEqual(officers)
  expect(await waiting(officer, 1)).toEqual(officers)
  const leads = await waiting(lead, 1)
  expect(leads.map(([id, what]) => [id, what])).toEqual(
    [
      [first, "check"],
      [second, "check"],
      [third, "export"],
    ].toSorted(([one = ""], [other = ""]) => (one < other ? -1 : 1)),
  )
})

test("a desk's views hold nothing of another's", async () => {
  const { rows } = await asTenant(at.database, "essex", (transaction) =>
    everyRow((after) => listQueue(transaction, askedOf({ view: "all" }), officer, after, MOST)),
  )
  expect(rows.length).toBeGreaterThan(0)
  const ours = new Set(all.map(({ id }) => id))
  expect(rows.filter(({ id }) => ours.has(id))).toEqual([])
})
