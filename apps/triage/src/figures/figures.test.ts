import { asTenant } from "@candour/database/as.ts"
import { addDays, dayOf, firstOfMonth } from "@candour/domain/day.ts"
import type { InboxKey } from "@candour/sealing/inbox-key.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { kentAndEssex, type Member, type TestDesk, type ToldReport } from "../testing/test-desk.ts"
import type { OwnScope } from "./asked.ts"
import { ownFigures } from "./own-figures.ts"

let desk: TestDesk
let lead: Member
let officer: Member
let essex: Member
let foi: Member
let inbox: InboxKey
let report: ToldReport
const today = dayOf(new Date())
beforeAll(async () => {
  let essexInbox: InboxKey
  ;({ desk, lead, officer, essex, inbox, essexInbox } = await kentAndEssex())
  foi = await desk.join("kent", "figures.kent", ["figures"])
  report = await desk.tell(inbox)
  await desk.tell(inbox)
  await desk.tell(essexInbox)
  await desk.post(lead, `/report/${report.id}/open`, { reason: "own" })
  const assessment = { threat: "ppda", others: [], severity: "gross", persons: 3, grounds: [] }
  expect((await desk.decide(lead, report, 5, "assessed", assessment, "So.")).status).toBe(200)
  expect((await desk.decide(lead, report, 6, "outcome", { person: 1, outcome: "dismissed" })).status).toBe(200)
  expect((await desk.decide(lead, report, 7, "outcome", { person: 2, outcome: "no-case" })).status).toBe(200)
})
afterAll(() => desk.close())

const own = (tenant: string, scope: Partial<OwnScope> = {}) =>
  ownFigures(desk.database, tenant, { asAt: today, known: "now", ...scope })

test("a force's figures are its own reports' alone, and who is proven, not proven, undetermined and undecided adds up", async () => {
  const kent = await own("kent")
  expect(kent.whole).toMatchObject({
    contacts: 2,
    proven: 1,
    notProven: 1,
    notDetermined: 0,
    notYetDecided: 1,
  })
  expect(kent.months.map(({ contacts, peopleConcerned }) => [contacts, peopleConcerned])).toEqual([[2, 3]])
  expect((await own("essex")).whole).toMatchObject({ contacts: 1, proven: 0, notYetDecided: 0 })
  expect((await own("gwent")).months).toEqual([])
})

test("a force's login reads no row of the cube that another force's figures are made of", async () => {
  const { rows } = await asTenant(desk.database, "essex", (transaction) =>
    transaction.execute<{ tenant: string; routed_to: string }>(sql`select distinct tenant, routed_to from cube`),
  )
  expect(rows).toEqual([{ tenant: "essex", routed_to: "essex" }])
})

test("a FOI officer lands on the figures, and downloads what the page shows", async () => {
  expect((await desk.get(foi, "/")).headers.get("location")).toBe("/figures")
  const page = await (await desk.get(foi, "/figures")).text()
  expect(page).toContain("1 + 1 + 0 + 1 = 3")
  expect(page).not.toContain('href="/queue"')
  const csv = await desk.get(foi, "/figures.csv")
  expect(csv.headers.get("content-disposition")).toBe(`attachment; filename="candour-kent-${today}-known-now.csv"`)
  const rows = (await csv.text()).split("\r\n")
  for (const row of [
    `${today},now,,,all,kent,${today},all,all,contacts,contacts,2`,
    `${today},now,,,all,kent,${today},month,${firstOfMonth(today)},people_concerned,people-concerned,3`,
    `${today},now,,,all,kent,${today},channel,online,reports,reports,2`,
  ])
    expect(rows).toContain(row)
  const json = (await (await desk.get(foi, "/figures.json")).json()) as { digest: string; rows: unknown[] }
  expect(json.rows).toHaveLength(rows.length - 2)
  expect(page).toContain(json.digest)
})

test("figures are those of the days and the line that are asked for, and add up over them", async () => {
  const line = (await own("kent")).tables.by.line[0]?.group ?? ""
  expect((await own("kent", { line })).whole.contacts).toBe(2)
  const other = line === "national" ? "metropolitan" : "national"
  expect((await own("kent", { line: other })).whole.contacts).toBe(0)
  const yesterday = addDays(today, -1)
  expect((await own("kent", { to: yesterday })).whole).toMatchObject({ contacts: 0, peopleConcerned: 0 })
  expect((await own("kent", { from: today })).whole).toMatchObject({ contacts: 2, proven: 1, notYetDecided: 1 })
  const page = await (await desk.get(foi, `/figures?from=${today}&line=${line}&as-at=${today}`)).text()
  for (const said of [
    "What happened from",
    "By one line:",
    "By channel",
    "controlling a partner",
    `from=${today}&amp;line=${line}`,
  ])
    expect(page).toContain(said)
  for (const wrong of [`from=${today}&to=${yesterday}`, "line=none", "from=2026-02-31"])
    expect((await desk.get(foi, `/figures?as-at=${today}&${wrong}`)).status).toBe(422)
})

test("a day that isn't one is asked for again, with what was typed", async () => {
  const answer = await desk.get(foi, "/figures?asAt-day=31&asAt-month=2&asAt-year=2026")
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain("Enter a real date")
  expect(page).toContain('value="31"')
  expect((await desk.get(foi, "/figures?asAt-day=1&asAt-month=1&asAt-year=2999")).status).toBe(422)
  expect((await desk.get(foi, "/figures.csv?known=maybe")).status).toBe(422)
  expect(await (await desk.get(foi, "/figures?asAt-day=1&asAt-month=1&asAt-year=2025")).text()).toContain(
    "0 + 0 + 0 + 0 = 0",
  )
})

/** Paths that need nobody to be signed in, or are anybody's own. */
const OPEN = [
  "/health",
  "/assets",
  "/robots.txt",
  "/viewer",
  "/sign-in",
  "/first-sign-in",
  "/sign-out",
  "/session-key",
  "/sessions",
]

test("a FOI officer gets nothing of any other path of the app", async () => {
  const routes = desk.routes
    .filter(({ method, path }) => ["GET", "POST"].includes(method) && !path.includes("*"))
    .filter(({ path }) => !OPEN.some((open) => path === open || path.startsWith(`${open}/`)))
    .filter(({ path }) => path !== "/" && !/^\/(figures|requests)/.test(path))
  const asked = new Set(routes.map(({ method, path }) => `${method} ${path}`))
  expect(asked.size).toBeGreaterThan(40)
  for (const each of asked) {
    const [method = "", pattern = ""] = each.split(" ")
    const path = pattern
      .replace(":id", report.id)
      .replace(":person", officer.person)
      .replace(/:\w+(\{.*?\})?/g, "0")
    const answer = await (method === "GET" ? desk.get(foi, path) : desk.post(foi, path, {}))
    expect([each, answer.status]).toEqual([each, expect.toSatisfy((status) => [403, 404].includes(status))])
  }
})

test("the database refuses a FOI officer whatever an app with a fault would ask for", async () => {
  const asKent = (statement: ReturnType<typeof sql>) =>
    asTenant(desk.database, "kent", (transaction) => transaction.execute(statement))
  const { id } = report
  for (const kind of ["opened", "indexed", "taken", "noted", "printed"]) {
    const detail = { opened: { reason: "own" }, noted: { nature: "fact" }, printed: { paper: "report" } }[kind] ?? {}
    await expect(
      asKent(sql`insert into event (tenant, report, kind, person, detail)
        values ('kent', ${id}, ${kind}, ${foi.person}, ${JSON.stringify(detail)})`),
    ).rejects.toMatchObject({ refusal: "wrong-role" })
  }
  for (const statement of [
    sql`select * from read_body(${id}, ${foi.person})`,
    sql`select * from read_bodies(array[${id}]::uuid[], ${foi.person})`,
    sql`select read_file_piece(${id}, ${foi.person}, ${id}, 0)`,
    sql`select set_title(${id}, ${foi.person}, 1, '\x61'::bytea)`,
    sql`select let_read_figures(${foi.person}, ${officer.person}, true)`,
    sql`select set_nearness(${foi.person}, ${officer.person}, 1, '\x61'::bytea, '{}', '{}', '{}')`,
  ])
    await expect(asKent(statement)).rejects.toThrow()
  expect((await asKent(sql`select * from index_reports(array[${id}]::uuid[], ${foi.person})`)).rows).toEqual([])
  expect((await asKent(sql`select * from who_is_near(${foi.person}, ${id})`)).rows).toEqual([])
  expect((await asKent(sql`select * from nearness_said_of(${foi.person}, null)`)).rows).toEqual([])
})

test("a lead lets a colleague read the figures, and no longer; nobody else does, and nobody is left without a role", async () => {
  expect((await desk.get(officer, "/figures")).status).toBe(404)
  const may = (by: Member, of: Member, answer: string) =>
    desk.postForm(by, `/people/${of.person}/figures`, { may: answer })
  expect((await may(officer, officer, "yes")).status).toBe(403)
  expect((await may(essex, officer, "yes")).status).toBe(403)
  expect((await may(lead, officer, "yes")).headers.get("location")).toBe("/people")
  expect((await desk.get(officer, "/figures")).status).toBe(200)
  expect((await desk.get(officer, "/queue")).status).toBe(200)
  expect((await may(lead, officer, "no")).status).toBe(303)
  expect((await desk.get(officer, "/figures")).status).toBe(404)
  expect((await may(lead, foi, "no")).status).toBe(403)
  expect((await desk.get(foi, "/figures")).status).toBe(200)
})
