import { randomUUID } from "node:crypto"
import { acceptContact } from "@candour/database/accept-report.ts"
import { asNational, asOwner } from "@candour/database/as.ts"
import { connect } from "@candour/database/connect.ts"
import { playAt } from "@candour/database/play.ts"
import type { Day } from "@candour/domain/day.ts"
import { protect } from "@candour/figures/protection/protect.ts"
import { readRegister } from "@candour/figures/register/register.ts"
import { makePacks } from "@candour/figures/requests/make-packs.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { history } from "../testing/history.ts"
import { mainText } from "../testing/read-page.ts"
import { type TestNational, testNational } from "../testing/test-national.ts"
import { packMaker } from "./own-requests.tsx"

const TODAY = "2024-06-10"
let national: TestNational
let cookie: string

/** Contacts of each month, to Kent and to Essex. */
const MONTHS: Record<string, [kent: number, essex: number]> = {
  "2024-01": [7, 6],
  "2024-02": [3, 9],
  "2024-03": [6, 8],
}

beforeAll(async () => {
  national = await testNational(TODAY)
  cookie = await national.cookieOf(["coordinator"])
  const past = await history(national.at)
  await past.close()
  for (const [month, [kent, essex]] of Object.entries(MONTHS))
    for (const [force, count] of [
      ["kent", kent],
      ["essex", essex],
    ] as const)
      await contacts(force, `${month}-10`, count)
})
afterAll(() => national.close())

async function contacts(tenant: string, day: string, count: number) {
  const played = connect({ ...national.at.address, connections: 1 })
  await playAt(played, ["intake"], new Date(`${day}T12:00:00Z`))
  for (let index = 0; index < count; index += 1)
    await acceptContact(played, { id: randomUUID(), tenant, line: "national", channel: "phone" }, day as Day)
  await played.close()
}

const get = (address: string, by = cookie) => national.app.request(address, { headers: { cookie: by } })
const post = (address: string, form: Record<string, string>, by = cookie) =>
  national.app.request(address, {
    method: "POST",
    headers: { cookie: by, "sec-fetch-site": "same-origin" },
    body: new URLSearchParams(form),
  })
const make = (today: Day = TODAY, protecting = protect) =>
  makePacks(
    packMaker(
      {
        database: national.database,
        clock: { now: () => new Date(`${today}T12:00:00Z`) },
      },
      protecting,
    ),
  )

let references = 0
async function logged(): Promise<string> {
  references += 1
  const answer = await post("/requests", {
    reference: `01.FOI.24.${references}`,
    question: "How many contacts about Kent Police, by month?",
    "received-day": "3",
    "received-month": "5",
    "received-year": "2024",
  })
  expect(answer.status).toBe(303)
  return (answer.headers.get("location") ?? "").replace("?done=logged", "")
}

const KENT = {
  figure: "contacts",
  force: "kent",
  by: "none",
  every: "month",
  from: "2024-01",
  to: "2024-03",
  "asAt-day": "31",
  "asAt-month": "3",
  "asAt-year": "2024",
  known: "then",
}

/** Asks for a pack and lets it be made; its address. */
async function packOf(request: string, asked: Record<string, string>, today?: Day): Promise<string> {
  const answer = await post(`${request}/make`, asked)
  expect(answer.status).toBe(303)
  expect(await make(today)).toBe(1)
  return answer.headers.get("location") ?? ""
}
const json = async (pack: string) =>
  (await (await get(`${pack}.json`)).json()) as {
    rows: { period: string; group: string | null; count: number | string }[]
    total: number | null
    digest: string
    before: { made: string; changed: unknown[] } | null
  }

test("a request is due on the twentieth working day, and what was done about it is kept", async () => {
  const request = await logged()
  // Bank holidays of 6 and 27 May 2024.
  expect(mainText(await (await get(request)).text())).toContain("4 June 2024")
  expect(mainText(await (await get("/requests")).text())).toContain("Overdue by 4 working days")
  expect((await post(`${request}/hours`, { hours: "1.5", hoursOn: "Reading" })).status).toBe(303)
  expect((await post(`${request}/noted`, { note: "Clarified by mail." })).status).toBe(303)
  const answered = { outcome: "part", "on-day": "10", "on-month": "6", "on-year": "2024" }
  const tooSoon = await post(`${request}/answered`, { ...answered, "on-year": "2001" })
  expect(tooSoon.status).toBe(422)
  expect(await tooSoon.text()).toContain("That is before the request was received.")
  expect((await post(`${request}/answered`, answered)).status).toBe(303)
  const page = mainText(await (await get(request)).text())
  for (const said of ["1.5 hours: Reading", "Clarified by mail.", "Answered on 10 June 2024: In part", "C. Evans"])
    expect(page).toContain(said)
  for (const table of ["foi_request", "foi_step"])
    await expect(
      asOwner(national.at.database, (transaction) =>
        transaction.execute(sql.raw(`delete from ${table} where number = 1`)),
      ),
    ).rejects.toThrow()
})

test("a request's days change where it was logged wrong, was clarified, or takes more time", async () => {
  const request = await logged()
  const record = (kind: string, day: string) => {
    const [year = "", month = "", date = ""] = day.split("-")
    return post(`${request}/${kind}`, { [`${kind}-day`]: date, [`${kind}-month`]: month, [`${kind}-year`]: year })
  }
  const page = async () => mainText(await (await get(request)).text())
  const recorded = async (kind: string, day: string) => {
    expect((await record(kind, day)).status).toBe(303)
    return page()
  }
  expect(await page()).toContain("Overdue by 4 working days")
  expect(await recorded("received", "2024-05-13")).toContain("1 working day left")
  // Bank holiday of 27 May 2024.
  expect(await page()).toContain("11 June 2024")
  expect(await recorded("clarified", "2024-06-03")).toContain("1 July 2024")
  expect(await recorded("extended", "2024-07-29")).toContain("29 July 2024")
  for (const [kind, day, said] of [
    ["clarified", "2024-05-12", "before the request was received"],
    ["clarified", "2024-06-11", "hasn’t come yet"],
    ["extended", "2024-07-29", "after the one on which it is due now"],
    ["extended", "2024-08-28", "At most 20 working days"],
    ["received", "2024-06-31", "Enter a real date"],
  ] as const) {
    const refused = await record(kind, day)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(said)
  }
  expect(await page()).toContain("Put off to 29 July 2024")
})

test("what is missing or wrong is said at its field, with all that was typed", async () => {
  const request = await logged()
  const answer = await post("/requests", {
    reference: "",
    question: "Kept?",
    "received-day": "31",
    "received-month": "2",
    "received-year": "2024",
  })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  for (const said of ["Write your reference", "Enter a real date", "Kept?"]) expect(page).toContain(said)
  const wrong: [Record<string, string>, string][] = [
    [{ ...KENT, every: "month", by: "channel" }, "too fine"],
    [{ ...KENT, from: "2024-04" }, "lies before the first"],
    [{ ...KENT, to: "2024-04" }, "lies after the day"],
    [{ ...KENT, from: "" }, "first and the last month"],
    [{ ...KENT, from: "January" }, "like 2024-01"],
    [{ ...KENT, figure: "peopleConcerned" }, "choose nothing to tell it apart by in time"],
    [{ ...KENT, figure: "proven" }, "Choose what is counted"],
    [{ ...KENT, by: "force" }, "Choose every force"],
    [{ ...KENT, "asAt-year": "2031" }, "isn’t over yet"],
    [{ ...KENT, "asAt-day": "10", "asAt-month": "6" }, "isn’t over yet"],
    [{ ...KENT, "asAt-day": "30" }, "the last day of a month"],
    [{ ...KENT, every: "all", by: "channel", "asAt-month": "4", "asAt-day": "30" }, "the last day of a quarter"],
  ]
  for (const [form, said] of wrong) {
    const refused = await post(`${request}/make`, form)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(said)
  }
  expect((await post(`${request}/hours`, { hours: "none", hoursOn: "x" })).status).toBe(422)
  expect((await get("/requests/999999999999")).status).toBe(404)
})

test("a question has a letter, a table and a digest, and the same answer on another day", async () => {
  const request = await logged()
  const first = await packOf(request, KENT)
  const answer = await json(first)
  expect(answer.rows).toEqual([
    { period: "2024-01", group: null, count: 7 },
    { period: "2024-02", group: null, count: "c" },
    // Printed beside the other, it would be the small one's way out of the quarter.
    { period: "2024-03", group: null, count: expect.anything() },
  ])
  expect(answer.total).toBeNull()
  const letter = mainText(await (await get(first)).text())
  for (const said of [
    "Kent Police, from January 2024 to March 2024",
    "section 40(2)",
    "section 3(2)(b)",
    answer.digest,
    "3 May 2024",
  ])
    expect(letter).toContain(said)
  expect(await (await get(`${first}?lang=cy`)).text()).toContain("adran 40(2)")
  expect(await (await get(`${first}.csv`)).text()).toContain(
    "2024-03-31,2024-03-31,2024-06-10,contacts,contacts,kent,2024-01,none,all,7,",
  )

  const { last } = await asNational(national.database, readRegister)
  const again = await json(await packOf(request, KENT, "2024-07-01"))
  expect(again.digest).toBe(answer.digest)
  expect(again.before).toEqual({ made: TODAY, changed: [] })
  // Nothing new went out, and nothing that did can be taken back.
  await expect(
    asOwner(national.at.database, (transaction) => transaction.execute(sql`update foi_pack set content = null`)),
  ).rejects.toThrow()
  expect((await asNational(national.database, readRegister)).last).toBe(last)
})

test("several answers to one request make one letter, each question once", async () => {
  const request = await logged()
  expect((await get(`${request}/letter`)).status).toBe(404)
  await packOf(request, KENT)
  await packOf(request, { ...KENT, figure: "reports", every: "all" })
  await packOf(request, KENT)
  expect(await (await get(request)).text()).toContain(`${request}/letter`)
  const letter = mainText(await (await get(`${request}/letter`)).text())
  for (const said of [
    "Contacts, Kent Police, from January 2024 to March 2024",
    "Reports, Kent Police",
    "internal review",
  ])
    expect(letter.split(said)).toHaveLength(2)
  expect(await (await get(`${request}/letter?lang=cy`)).text()).toContain("Deddf Rhyddid Gwybodaeth 2000")
})

test("what was recorded later shows as what changed, or stays hidden where it would tell too much", async () => {
  const request = await logged()
  const now = { ...KENT, force: "essex", known: "now" }
  const before = await json(await packOf(request, now))
  expect(before.rows.map(({ count }) => count)).toEqual([6, 9, 8])
  expect(before.total).toBe(23)
  await contacts("essex", "2024-01-20", 7)
  const after = await json(await packOf(request, now))
  expect(after.before?.changed).toEqual([{ period: "2024-01", group: null, was: 6, is: 13 }])
  expect(after.digest).not.toBe(before.digest)
  await contacts("essex", "2024-02-20", 2)
  const third = await json(await packOf(request, now))
  expect(third.rows[1]?.count).toBe("c")
})

test("within a month figures are given as at its last day and one other, whoever asks", async () => {
  const request = await logged()
  const everyForce = { ...KENT, force: "", every: "all", "asAt-month": "4" }
  const pageOf = async (day: string) =>
    mainText(await (await get(await packOf(request, { ...everyForce, "asAt-day": day }))).text())
  expect(await pageOf("12")).toContain("Up to")
  expect(await pageOf("13")).toContain("Figures of this month went out as at 12 April 2024 already")
  expect(await pageOf("12")).toContain("The answer is the same")
  expect(await pageOf("30")).toContain("Up to")
})

test("neither confirming nor denying says no count and enters nothing", async () => {
  const request = await logged()
  const { last } = await asNational(national.database, readRegister)
  const pack = await packOf(request, { ...KENT, answer: "neither", section: "s31" })
  expect((await json(pack)).rows).toEqual([])
  const letter = mainText(await (await get(pack)).text())
  expect(letter).toContain("section 31(3)")
  expect(letter).not.toContain("January 2024 7")
  expect((await asNational(national.database, readRegister)).last).toBe(last)
})

test("two answers made at once are each protected against the other", async () => {
  const request = await logged()
  for (const by of ["force", "channel"])
    expect((await post(`${request}/make`, { ...KENT, force: "", by, every: "quarter" })).status).toBe(303)
  const { last } = await asNational(national.database, readRegister)
  const made = await Promise.all([make(), make()])
  expect(made).toContain(2)
  const { entries } = await asNational(national.database, readRegister)
  expect(entries).toHaveLength(last + 2)
})

test("what a desk's login wrote by hand is no question, or about another force: it keeps nobody waiting", async () => {
  const request = await logged()
  const own = {
    question: { figure: "closed", by: "none", every: "all", asAt: "2024-05-31", known: "now" },
    answer: "counts",
    section: "s40",
  }
  const odd = [
    { question: { force: "kent" } },
    { ...own, question: { ...own.question, force: "essex" } },
    { ...own, question: { ...own.question, force: "kent", asAt: "2024-05-30" } },
  ]
  for (const [index, question] of odd.entries())
    await asOwner(national.at.database, (transaction) =>
      transaction.execute(sql`
        with request as (insert into foi_request (tenant, number, reference, question, received, due, logged, logged_by)
          values ('kent', ${index + 1}, ${`By hand ${index}`}, 'x', '2024-06-01', '2024-07-01', now(), gen_random_uuid()))
        insert into foi_pack (tenant, request, number, question, asked, asked_by)
          values ('kent', ${index + 1}, 1, ${JSON.stringify(question)}::jsonb, now(), gen_random_uuid())`),
    )
  expect((await post(`${request}/make`, { ...KENT, figure: "reports", every: "all" })).status).toBe(303)
  expect(await make()).toBe(4)
  expect(await json(`${request}/packs/1`)).toMatchObject({ rows: [{ count: 0 }] })
  const { rows } = await asOwner(national.at.database, (transaction) =>
    transaction.execute(sql`select content, problem from foi_pack where tenant = 'kent'`),
  )
  for (const row of rows) expect(row).toEqual({ content: null, problem: expect.stringContaining("own force") })
})

test("an answer that can't be made says why, and keeps no other waiting", async () => {
  const request = await logged()
  for (const figure of ["closed", "transfers"])
    expect((await post(`${request}/make`, { ...KENT, figure, every: "all" })).status).toBe(303)
  let refusals = 0
  const refusing: typeof protect = async (tables, register) => {
    refusals += 1
    if (refusals === 1) throw new RangeError("closed force=kent has two values.")
    if (refusals === 2) throw new Error("The thread ended.")
    return protect(tables, register)
  }
  expect(await make(TODAY, refusing)).toBe(2)
  expect(mainText(await (await get(`${request}/packs/1`)).text())).toContain("closed force=kent has two values.")
  expect(mainText(await (await get(`${request}/packs/2`)).text())).toContain("Tell whoever runs it.")
  expect((await get(`${request}/packs/1.json`)).status).toBe(404)
})

test("nothing enters the register without an answer that goes out", async () => {
  const request = await logged()
  expect((await post(`${request}/make`, KENT)).status).toBe(303)
  const number = Number(request.split("/").at(-1))
  const give = (content: string | null, problem: string | null) =>
    asNational(national.database, async (transaction) => {
      const { last } = await readRegister(transaction)
      await transaction.execute(sql`select give_pack('national', ${number}::integer, 1, ${content}::jsonb, ${problem},
        ${last}::integer, '[]'::jsonb)`)
    })
  await expect(give(null, "It can’t be.")).rejects.toThrow()
  await expect(give(null, null)).rejects.toThrow()
  expect(await make()).toBe(1)
})

test("a page of figures takes its question along, to a request that is there or is logged now", async () => {
  const figures = await (await get("/?from=2024-01-05&to=2024-03-20&as-at=2024-04-12&known=then&force=kent")).text()
  const [, address = ""] = /href="(\/requests\?[^"]+)"/.exec(figures) ?? []
  const query = "every=month&amp;force=kent&amp;from=2024-01&amp;to=2024-03&amp;as-at=2024-03-31&amp;known=then"
  expect(address).toBe(`/requests?${query}`)
  const list = await (await get(address.replaceAll("&amp;", "&"))).text()
  expect(list).toContain(`/requests/1/make?${query}`)
  const form = {
    reference: "Carried",
    question: "?",
    "received-day": "3",
    "received-month": "5",
    "received-year": "2024",
  }
  const carried = query.replaceAll("&amp;", "&")
  const there = await post("/requests", { ...form, carried: `${carried}&done=no` })
  const make = there.headers.get("location") ?? ""
  expect(make).toMatch(new RegExp(`^/requests/\\d+/make\\?${carried}$`))
  const page = await (await get(make)).text()
  for (const filled of ['value="2024-01"', 'value="kent" selected', 'value="month" selected', 'value="31"'])
    expect(page).toContain(filled)
  const wrong = await (await post("/requests", { ...form, reference: "", carried })).text()
  expect(wrong).toContain(`value="${query}"`)
})

test("nobody but a coordinator sees the log here", async () => {
  const officer = await national.cookieOf(["officer"])
  expect((await get("/requests", officer)).status).not.toBe(200)
  expect((await get("/requests", "")).status).not.toBe(200)
})
