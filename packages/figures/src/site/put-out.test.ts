import { randomUUID } from "node:crypto"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { acceptContact, acceptReport } from "@candour/database/accept-report.ts"
import { asNational, asOwner } from "@candour/database/as.ts"
import { connect, type Database } from "@candour/database/connect.ts"
import { playAt } from "@candour/database/play.ts"
import { addPerson, openDesks, sampleReport } from "@candour/database/testing/sample-report.ts"
import { type TestDatabase, testDatabase } from "@candour/database/testing/test-database.ts"
import type { Day } from "@candour/domain/day.ts"
import { sql } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { heartbeatWeeks } from "../release/heartbeat-weeks.ts"
import { prepareWaiting } from "../release/prepare-release.ts"
import { askToPrepare, checkRelease, listReleases, planRelease } from "../release/releases.ts"
import { putsOut } from "./put-out.ts"
import { madeNames } from "./testing/made-site.ts"
import { CURRENT, writeSite } from "./write-site.ts"

let at: TestDatabase
let database: Database
let folder: string
let other: string

const directory = { lineForces: {}, forcesOn: () => ["kent", "essex", "gwent"] }
const makers = (into: string) => ({ database, folder: into, directory, names: madeNames })

beforeEach(async () => {
  at = await testDatabase()
  database = connect({ ...at.address, connections: 1 })
  await openDesks(at.database, ["kent", "essex", "national-desk"])
  folder = mkdtempSync(join(tmpdir(), "candour-figures-"))
  other = mkdtempSync(join(tmpdir(), "candour-figures-"))
  return async () => {
    await database.close()
    await at.close()
  }
})
afterEach(() => {
  for (const each of [folder, other]) rmSync(each, { recursive: true })
})

const on = (moment: string) => playAt(database, ["national", "intake"], new Date(moment))
const report = (tenant: string, day: Day) => acceptReport(database, sampleReport({ tenant, routedTo: tenant }), day)

/** Every file of a site, by its address, as whoever watches it has it. */
function seen(into: string): Map<string, string> {
  const site = join(into, CURRENT)
  const paths = readdirSync(site, { recursive: true }).map(String).sort()
  return new Map(
    paths
      .filter((path) => statSync(join(site, path)).isFile())
      .map((path) => [path, readFileSync(join(site, path), "utf8")]),
  )
}

/** A release of the first quarter of 2024, out on 24 April. */
async function releaseIsOut() {
  const one = await addPerson(at.database, "national-desk", ["coordinator"])
  const two = await addPerson(at.database, "national-desk", ["coordinator"])
  await on("2024-03-20T12:00:00Z")
  for (let count = 0; count < 12; count++)
    await acceptContact(
      database,
      { id: randomUUID(), tenant: "kent", line: "national", channel: "phone" },
      "2024-03-20",
    )
  await on("2024-04-11T12:00:00Z")
  const plan = { quarter: "2024-Q1", asAt: "2024-03-31", knownAt: "2024-04-10", publicationDay: "2024-04-24" } as const
  const number = await asNational(database, (transaction) => planRelease(transaction, plan, one))
  await asNational(database, (transaction) => askToPrepare(transaction, number, one))
  await prepareWaiting(database, directory)
  const [release] = await asNational(database, listReleases)
  await asNational(database, (transaction) =>
    checkRelease(transaction, { number, prepared: release?.prepared ?? "", by: two }),
  )
}

test("whoever watches the figures sees nothing of one more report before the next release", async () => {
  await releaseIsOut()
  const putOut = putsOut(makers(folder))
  await on("2024-04-24T08:29:00Z")
  await putOut()
  expect(seen(folder).has("2024-q1/index.html")).toBe(false)
  expect(seen(folder).get("index.html")).toContain("Wednesday 24 April 2024 at 9:30")
  await on("2024-04-24T08:31:00Z")
  expect(await putOut()).toBe(true)
  const before = seen(folder)
  expect(before.get("2024-q1/figures.csv")).toContain("contacts,contacts,kent,all,all,all,all,all,all,12,")

  await report("kent", "2024-04-24")
  // Written again by who has written it, and anew by somebody else, on another day of that week.
  await on("2024-04-27T20:00:00Z")
  expect(await putOut()).toBe(false)
  await putsOut(makers(other))()
  expect(seen(folder)).toEqual(before)
  expect(seen(other)).toEqual(before)
})

test("of one report that nobody opens, the week’s heartbeat shows only that it crosses a band", async () => {
  await on("2024-04-22T12:00:00Z")
  const putOut = putsOut(makers(folder))
  await putOut()
  await report("kent", "2024-04-22")
  await report("kent", "2024-04-23")
  const bandOn = async (moment: string) => {
    await on(moment)
    await putOut()
    return JSON.parse(seen(folder).get("heartbeats/weeks.json") ?? "").weeks[0]
  }
  const quiet = { essex: "within-7", gwent: "not-open", "national-desk": "within-7" }
  // Sunday 28 April: 4 working days. Sunday 5 May: 9. Then the bank holiday of 6 May is none.
  expect(await bandOn("2024-04-29T08:29:00Z")).toMatchObject({ monday: "2024-04-22" })
  expect(await bandOn("2024-04-29T08:31:00Z")).toEqual({ monday: "2024-04-29", bands: { ...quiet, kent: "within-7" } })
  expect(await bandOn("2024-05-06T10:00:00Z")).toEqual({ monday: "2024-05-06", bands: { ...quiet, kent: "over-7" } })
  const page = seen(folder).get("heartbeats/2024-05-06/index.html")
  expect(page).toContain("One has waited over 7 working days")
  expect(page).not.toMatch(/2024-04-23|23 April/)
  // Sunday 2 June: 27. Sunday 9 June: 32.
  expect(await bandOn("2024-06-03T10:00:00Z")).toMatchObject({ monday: "2024-06-03", bands: { kent: "over-7" } })
  expect(await bandOn("2024-06-10T10:00:00Z")).toMatchObject({ monday: "2024-06-10", bands: { kent: "over-28" } })
})

test("a week is frozen once, for the week it is, from Monday 9:30 on, and in bands alone", async () => {
  const freeze = async (monday: Day, bands: object) => {
    const { rows } = await asNational(database, (transaction) =>
      transaction.execute<{ frozen: boolean }>(
        sql`select freeze_heartbeats(${monday}::date, ${JSON.stringify(bands)}::jsonb) as frozen`,
      ),
    )
    return rows[0]?.frozen
  }
  await on("2024-04-22T08:00:00Z")
  expect(await freeze("2024-04-22", { kent: "over-7" })).toBe(false)
  await on("2024-04-23T08:00:00Z")
  expect(await freeze("2024-04-15", { kent: "over-7" })).toBe(false)
  await expect(freeze("2024-04-22", { kent: 12 })).rejects.toThrow()
  expect(await freeze("2024-04-22", { kent: "over-7" })).toBe(true)
  expect(await freeze("2024-04-22", { kent: "within-7" })).toBe(false)
  expect(await asNational(database, heartbeatWeeks)).toEqual([{ monday: "2024-04-22", bands: { kent: "over-7" } }])
  for (const statement of [sql`update heartbeat_week set bands = '{}'`, sql`delete from heartbeat_week`])
    await expect(asOwner(at.database, (transaction) => transaction.execute(statement))).rejects.toThrow()
})

test("a new site takes the place of the old one whole, which is kept for whoever is reading it", () => {
  expect(writeSite(folder, new Map([["a/index.html", "one"]]))).toBe(true)
  expect(writeSite(folder, new Map([["a/index.html", "one"]]))).toBe(false)
  const [first] = readdirSync(folder).filter((name) => name.startsWith("site-"))
  expect(writeSite(folder, new Map([["b/index.html", "two"]]))).toBe(true)
  expect([...seen(folder)]).toEqual([["b/index.html", "two"]])
  expect(readdirSync(folder)).toContain(first)
  expect(writeSite(folder, new Map([["c/index.html", "three"]]))).toBe(true)
  expect(readdirSync(folder)).not.toContain(first)
  expect(readdirSync(folder).filter((name) => name.startsWith("making-"))).toEqual([])
})

test("what another process is writing is left to it, and what somebody left behind long ago is taken away", () => {
  mkdirSync(join(folder, "making-now"))
  mkdirSync(join(folder, "making-once"))
  const yesterday = new Date(Date.now() - 24 * 60 * 60_000)
  utimesSync(join(folder, "making-once"), yesterday, yesterday)
  expect(writeSite(folder, new Map([["d/e/index.html", "four"]]))).toBe(true)
  expect([...seen(folder)]).toEqual([["d/e/index.html", "four"]])
  expect(readdirSync(folder).filter((name) => name.startsWith("making-"))).toEqual(["making-now"])
})
