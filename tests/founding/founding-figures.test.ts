import { randomUUID } from "node:crypto"
import { acceptContact, acceptReport } from "@candour/database/accept-report.ts"
import { addEvent } from "@candour/database/add-event.ts"
import { asOwner, asTenant } from "@candour/database/as.ts"
import { connect } from "@candour/database/connect.ts"
import { playAt } from "@candour/database/play.ts"
import { addPerson, openDesks, sampleReport } from "@candour/database/testing/sample-report.ts"
import type { Day } from "@candour/domain/day.ts"
import type { EventCodes } from "@candour/domain/event.ts"
import { type FigureName, idOf } from "@candour/figures/catalogue.ts"
import { wordsOf } from "@candour/figures/definitions.ts"
import { protect } from "@candour/figures/protection/protect.ts"
import { makePacks } from "@candour/figures/requests/make-packs.ts"
import { packMaker } from "@candour/national/requests/own-requests.tsx"
import { figuresOn } from "@candour/national/testing/read-page.ts"
import { type TestNational, testNational } from "@candour/national/testing/test-national.ts"
import { FOUNDING, type FoundingContact, foundingPlan } from "@candour/operator/seed/founding-plan.ts"
import { route } from "@candour/routing/route.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"

/** The day of the article, on which somebody looks back. */
const TODAY = "2024-03-07"
const FORCE = "metropolitan"

/** Every figure that was ever published of the first line, at its day (domain §1). */
const PUBLISHED: readonly [Day, Partial<Record<FigureName, number>>][] = [
  ["2023-03-31", { otherForces: 55 }],
  ["2023-11-29", { otherForces: 94 }],
  [
    "2024-01-15",
    {
      contacts: 2_400,
      intelligenceReports: 727,
      furtherInvestigation: 217,
      abuseAndDiscrimination: 128,
      otherForces: 95,
    },
  ],
]

let national: TestNational
let cookie: string
beforeAll(async () => {
  national = await testNational(TODAY)
  cookie = await national.cookieOf(["coordinator"])
  await playFoundingHistory()
}, 300_000)
afterAll(() => national.close())

/** The history of fourteen months by the functions and rules of each day, but with bodies that are only bytes. */
async function playFoundingHistory() {
  await openDesks(national.at.database, [FORCE, "kent"])
  const [officer, second, lead] = [
    await addPerson(national.at.database, FORCE, ["officer"]),
    await addPerson(national.at.database, FORCE, ["officer"]),
    await addPerson(national.at.database, FORCE, ["lead"]),
  ]
  const played = connect({ ...national.at.address, connections: 1 })
  const reports = new Map<FoundingContact, string>()
  const add = (contact: FoundingContact, by: string, codes: EventCodes) =>
    asTenant(played, FORCE, (transaction) =>
      addEvent(transaction, { tenant: FORCE, report: reports.get(contact) ?? "", by, codes }),
    )
  const open = (contact: FoundingContact, by: string) => add(contact, by, { kind: "opened", detail: { reason: "own" } })
  const plan = foundingPlan()
  const days = [...new Set(plan.flatMap((each) => [each.day, each.assessedOn, each.madeOn, each.investigatedOn]))]
  for (const day of days.filter((each) => each !== undefined).sort()) {
    await playAt(played, ["intake", FORCE], new Date(`${day}T11:00:00Z`))
    for (const contact of plan.filter((each) => each.day === day)) {
      const { told } = contact
      if (told === undefined) {
        await acceptContact(played, { id: randomUUID(), tenant: FORCE, line: FORCE, channel: "phone" }, day)
        continue
      }
      const found = route(told.hint)
      const isMet = found.kind !== "routed" || found.tenants[0] === FORCE
      const tenant = isMet ? FORCE : "kent"
      const report = sampleReport({ tenant, routedTo: tenant, line: FORCE, categories: [...told.categories] })
      await acceptReport(played, report, day)
      reports.set(contact, report.id)
    }
    for (const contact of plan.filter((each) => each.assessedOn === day)) {
      await open(contact, officer)
      await add(contact, officer, {
        kind: "assessed",
        detail: contact.assessment as NonNullable<typeof contact.assessment>,
      })
    }
    for (const contact of plan.filter((each) => each.madeOn === day)) {
      const { threat = "ppda", others = [] } = contact.assessment ?? {}
      const grading = { source: "2", information: "A", handling: "P" } as const
      await add(contact, officer, { kind: "intelligence-drafted", detail: { grading } })
      await open(contact, second)
      await add(contact, second, { kind: "intelligence-made", detail: { draft: 6, threat, others } })
    }
    for (const contact of plan.filter((each) => each.investigatedOn === day)) {
      await open(contact, lead)
      await add(contact, lead, { kind: "investigating", detail: {} })
    }
  }
  await played.close()
}

const get = (address: string) => national.app.request(address, { headers: { cookie } })
const post = (address: string, form: Record<string, string>) =>
  national.app.request(address, {
    method: "POST",
    headers: { cookie, "sec-fetch-site": "same-origin" },
    body: new URLSearchParams(form),
  })
const cases = PUBLISHED.flatMap(([day, figures]) =>
  (Object.entries(figures) as [FigureName, number][]).map(([figure, count]) => ({ day, figure, count })),
)

test.each(cases)("$count: $figure as at $day, on the page, in the table and in the program's answer", async (each) => {
  for (const known of ["then", "now"]) {
    const asked = `as-at=${each.day}&known=${known}`
    const page = figuresOn(await (await get(`/?${asked}`)).text())
    expect(page[wordsOf(each.figure).name]).toBe(each.count.toLocaleString("en"))
    expect(await (await get(`/figures.csv?${asked}`)).text()).toMatch(
      new RegExp(`,all,all,${idOf(each.figure)},[a-z-]+,${each.count}\r\n`),
    )
    const { rows } = (await (await get(`/figures.json?${asked}`)).json()) as { rows: unknown[] }
    expect(rows).toContainEqual(
      expect.objectContaining({ by: "all", group: "all", figure: idOf(each.figure), count: each.count }),
    )
  }
})

test("each that the article gives is the answer to a request, and one that differs from it by one is not", async () => {
  const logged = await post("/requests", {
    reference: "01.FOI.23.034971",
    question: "How many contacts, and what became of them?",
    "received-day": "16",
    "received-month": "1",
    "received-year": "2024",
  })
  expect(logged.status).toBe(303)
  const services = {
    database: national.database,
    clock: { now: () => new Date(`${TODAY}T12:00:00Z`) },
  }
  const ofTheArticle = cases.filter(({ day }) => day !== "2023-11-29")
  for (const { day, figure, count } of [...ofTheArticle, { day: "2023-11-29", figure: "otherForces", count: "[c]" }]) {
    const [year = "", month = "", date = ""] = day.split("-")
    const asked = await post("/requests/1/make", {
      figure,
      by: "none",
      every: "all",
      "asAt-day": date,
      "asAt-month": month,
      "asAt-year": year,
      known: "then",
    })
    expect(asked.status).toBe(303)
    expect(await makePacks(packMaker(services, protect))).toBe(1)
    const pack = asked.headers.get("location")
    expect(await (await get(`${pack}`)).text()).toContain(`>${count.toLocaleString("en")}</td>`)
    const counted = { period: null, group: null, count: count === "[c]" ? "c" : count }
    expect(await (await get(`${pack}.json`)).json()).toMatchObject({ rows: [counted] })
  }
})

test("how many were proven is no longer a question without an answer", async () => {
  const page = figuresOn(await (await get(`/?as-at=${FOUNDING.to}&known=then`)).text())
  const [proven, notProven, notDetermined, notYet, all] = (
    ["proven", "notProven", "notDetermined", "notYetDecided", "peopleConcerned"] as const
  ).map((name) => Number(page[wordsOf(name).name]?.replaceAll(",", "")))
  expect(proven).toBe(0)
  expect((proven ?? 0) + (notProven ?? 0) + (notDetermined ?? 0) + (notYet ?? 0)).toBe(all)
  expect(all).toBe(FOUNDING.intelligence)
})

test("the recount finds no difference", async () => {
  const { rows } = await asOwner(national.at.database, (transaction) =>
    transaction.execute(sql`select * from recount()`),
  )
  expect(rows).toEqual([])
})
