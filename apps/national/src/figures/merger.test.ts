import { asNational } from "@candour/database/as.ts"
import { type Force, forcesEver } from "@candour/routing/directory.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { compareForces } from "../compare/compare.ts"
import { history } from "../testing/history.ts"
import { figuresOn, mainText, tableOn } from "../testing/read-page.ts"
import { type TestNational, testNational } from "../testing/test-national.ts"

/** As if Kent and Essex had gone into the Metropolitan Police on 1 January 2024. */
const FORCES = forcesEver().map(
  (force): Force =>
    force.id === "kent" || force.id === "essex"
      ? { ...force, to: "2023-12-31" }
      : force.id === "metropolitan"
        ? { ...force, from: "2024-01-01", succeeds: ["kent", "essex"] }
        : force,
)

let national: TestNational
let cookie: string
beforeAll(async () => {
  national = await testNational("2024-06-10", { forces: FORCES })
  cookie = await national.cookieOf(["coordinator"])
  const past = await history(national.at)
  await past.on("2023-12-01")
  await past.report({ line: "national", tenant: "kent" }, "2023-12-01")
  await past.report({ line: "national", tenant: "essex" }, "2023-12-01")
  await past.on("2024-02-01")
  const area = { line: "national", tenant: "metropolitan", routedTo: "kent" }
  const held = await past.report(area, "2024-02-01")
  await past.report({ line: "national" }, "2024-02-01")
  await past.assess(held)
  await past.makeIntelligence(held, 6)
  await past.close()
})
afterAll(() => national.close())

const get = async (address: string) => (await national.app.request(address, { headers: { cookie } })).text()

/** The rows by force; a desk that stopped is marked behind its name, which is left out here. */
const byForce = (html: string) =>
  Object.fromEntries(
    Object.entries(tableOn(html, "By force")).map(([name, row]) => [name.replace(/ No figures since.*/, ""), row]),
  )

test("in the boundaries of before, the old series go on, and what has no known area stands by itself", async () => {
  const html = await get("/?as-at=2024-06-01&boundaries=2023-12-31")
  expect(mainText(html)).toContain("In the boundaries of 31 December 2023.")
  const rows = byForce(html)
  expect(rows["Kent Police"]).toMatchObject({ Contacts: "2", "Intelligence reports": "1" })
  expect(rows["Essex Police"]).toMatchObject({ Contacts: "1" })
  const apart = "Metropolitan Police Service: not told apart by the forces of that day"
  expect(rows[apart]).toMatchObject({ Contacts: "1", "Intelligence reports": "0" })
  expect(rows.All).toMatchObject({ Contacts: "4" })
})

test("in the boundaries of the day, the merged force has what the old ones had, and the total is the same", async () => {
  const html = await get("/?as-at=2024-06-01")
  const rows = byForce(html)
  expect(rows["Metropolitan Police Service"]).toMatchObject({ Contacts: "4", "Intelligence reports": "1" })
  expect(rows.All).toMatchObject({ Contacts: "4" })
  expect(Object.keys(rows)).not.toContain("Kent Police")
  expect(html).toContain("1 January 2024: Metropolitan Police Service begins")
})

test("one force is asked about in either", async () => {
  const contactsOf = async (asked: string) => figuresOn(await get(`/?as-at=2024-06-01&${asked}`)).Contacts
  expect(await contactsOf("force=kent&boundaries=2023-12-31")).toBe("2")
  expect(await contactsOf("force=metropolitan&boundaries=2023-12-31")).toBe("1")
  expect(await contactsOf("force=metropolitan&boundaries=2024-01-01")).toBe("4")
})

test("the files say which boundaries they are in", async () => {
  const rowOf = (csv: string, force: string) =>
    csv.split("\r\n").find((row) => row.includes(`,force,${force},contacts,`)) ?? ""
  const before = await get("/figures.csv?as-at=2024-06-01&boundaries=2023-12-31")
  expect(rowOf(before, "kent")).toBe("2024-06-01,now,,,all,all,2023-12-31,force,kent,contacts,contacts,2")
  const after = await get("/figures.csv?as-at=2024-06-01")
  expect(rowOf(after, "kent")).toBe("")
  expect(rowOf(after, "metropolitan")).toBe(
    "2024-06-01,now,,,all,all,2024-06-01,force,metropolitan,contacts,contacts,4",
  )
  const { boundaries } = JSON.parse(await get("/figures.json?as-at=2024-06-01&boundaries=2023-12-31"))
  expect(boundaries).toBe("2023-12-31")
})

test("a merged force stands beside the others with the contacts of those that went into it", async () => {
  const { forces } = await asNational(national.at.database, (transaction) =>
    compareForces(transaction, { asAt: "2024-06-10", known: "now" }, FORCES),
  )
  expect(forces.find(({ force }) => force === "metropolitan")).toMatchObject({ contacts: 4 })
  expect(forces.map(({ force }) => force)).not.toContain("kent")
})
