import { asNational, asTenant } from "@candour/database/as.ts"
import { connect, type Database, type Login } from "@candour/database/connect.ts"
import { setNearness, stopIfNear } from "@candour/database/nearness.ts"
import { playAt, playNoMore } from "@candour/database/play.ts"
import { addDays, dayOf } from "@candour/domain/day.ts"
import { referralGround } from "@candour/domain/event.ts"
import { colleagueTraits } from "@candour/domain/nearness.ts"
import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import { createOpaqueServer } from "@candour/identity/opaque-server.ts"
import { fingerprintKey, nearHash } from "@candour/sealing/fingerprint.ts"
import { nearnessKeyOf, sealNearness } from "@candour/sealing/nearness.ts"
import { type SQL, sql } from "drizzle-orm"
import type { House } from "../house.ts"
import { DEMO_COORDINATORS, DEMO_DESKS, DEMO_FOI_OFFICERS, DEMO_HANDLERS } from "./demo-desks.ts"
import { DEMO_REPORTS } from "./demo-reports.ts"
import { type SeededDesk, type SeededPerson, seedDesk, seedPerson } from "./open-desk.ts"
import { seedReleases } from "./past-releases.ts"
import { seedRequests } from "./past-requests.ts"
import { act, answer, type PlayedReport, receive, type Stage } from "./play-story.ts"
import { sealTold } from "./seal-told.ts"
import { opaqueSetupOf } from "./secrets.ts"

/** Between one act of a report and the next of the same day. */
const MINUTES_APART = 9

/** A seeded sign-in, for whoever tries the demo. */
export interface DemoSignIn {
  app: "triage" | "national"
  tenant: string
  name: string
  shownName: string
  roles: readonly string[]
  passphrase: string
}

/**
 * Opens the demo's desks, invites a call handler and two coordinators, and plays the story of each sample report, every
 * act on its own day, and the releases of past quarters.
 *
 * @param say - told how many of how many steps are done
 */
export async function seedDemo(house: House, say: (done: number, of: number) => void): Promise<DemoSignIn[]> {
  const opaque = createOpaqueServer(await opaqueSetupOf(house.folder))
  const desks = new Map<string, SeededDesk>()
  /** They are granted no inbox key. */
  const withoutReports: SeededPerson[] = []
  const others = [
    ...DEMO_FOI_OFFICERS,
    ...[...DEMO_HANDLERS, ...DEMO_COORDINATORS].map((who) => ({ ...who, tenant: NATIONAL_DESK })),
  ]
  const steps =
    Object.values(DEMO_DESKS).flat().length +
    others.length +
    DEMO_REPORTS.reduce((sum, { story = [] }) => sum + 1 + story.flatMap(({ acts }) => acts).length, 0)
  let done = 0
  for (const [tenant, people] of Object.entries(DEMO_DESKS)) {
    desks.set(tenant, await seedDesk(house.database, opaque, tenant, people))
    done += people.length
    say(done, steps)
  }
  for (const { tenant, ...who } of others) {
    withoutReports.push(await seedPerson(house.database, opaque, tenant, who))
    done += 1
    say(done, steps)
  }

  await setUpKent(house.database, desks)
  // One connection for each login, so that the owner can tell each its day.
  const database = connect({ ...house.address, connections: 1 })
  const now = new Date()
  const stage = { database, desks, reports: new Map<string, PlayedReport>(), today: dayOf(now) }
  try {
    for (const moment of momentsOf(stage, now)) {
      await moment.happens()
      done += 1
      say(done, steps)
    }
    await playNoMore(database)
    await stopSecondOfKent(stage)
    await seeToMetropolitan(
      database,
      now,
      withoutReports.find(({ name }) => name === "coordinator.one"),
    )
  } finally {
    await playNoMore(database)
    await database.close()
  }

  const [one, two] = withoutReports.filter(({ roles }) => roles.includes("coordinator"))
  if (one === undefined || two === undefined) throw new Error("The demo has no two coordinators.")
  await seedReleases(house.address, dayOf(now), [one.person, two.person])
  const kent = withoutReports.find(({ roles }) => roles.includes("figures"))
  if (kent === undefined) throw new Error("The demo has no FOI officer.")
  await seedRequests(house.address, dayOf(now), { kent: kent.person, coordinator: one.person })

  return [...[...desks.values()].flatMap((desk) => desk.people), ...withoutReports].map((each) => ({
    app: each.roles.includes("coordinator") ? "national" : "triage",
    tenant: each.tenant,
    name: each.name,
    shownName: each.shownName,
    roles: each.roles,
    passphrase: each.passphrase,
  }))
}

const NO_GROUNDS = Object.fromEntries(referralGround.options.map((ground) => [`ground-${ground}`, ["no"]]))

/** What Kent's unit decides most often, under the keys from 1 on. */
const USUAL_DECISIONS = [
  ["Poor service: to the complaints team", "set-aside", { why: ["service"] }],
  ["A crime by others: to 101", "set-aside", { why: ["crime"] }],
  [
    "Manner alone, nobody named",
    "assessed",
    {
      ...NO_GROUNDS,
      threat: ["authority"],
      severity: ["practice"],
      persons: ["0"],
      words: ["Manner, and nobody who could be found from it. Kept in case others tell of the same place."],
    },
  ],
  ["Waits for a court", "paused", { why: ["court"] }],
] as const

/** The number that Kent is rung on is one of those that Ofcom keeps for drama. */
async function setUpKent(database: Database, desks: ReadonlyMap<string, SeededDesk>): Promise<void> {
  const lead = desks.get("kent")?.people[0]
  if (lead === undefined) throw new Error("Kent has no lead.")
  await asTenant(database, "kent", async (transaction) => {
    await transaction.execute(
      sql`select set_desk_setting(${lead.person}::uuid, 1, 5, 21, 3, 'holder-and-lead', '01632 960481', null, null)`,
    )
    for (const [index, [name, kind, fields]] of USUAL_DECISIONS.entries())
      await transaction.execute(
        sql`select set_usual_decision(${lead.person}, ${index + 1}, ${name}, ${kind}, ${JSON.stringify(fields)}::jsonb)`,
      )
  })
}

/** One officer of Kent works where a person concerned does, and came to that report. */
async function stopSecondOfKent({ database, desks, reports }: Stage): Promise<void> {
  const kent = desks.get("kent")
  const [lead, , second] = kent?.people ?? []
  const report = reports.get("knife")
  if (kent === undefined || lead === undefined || second === undefined || report === undefined)
    throw new Error("Kent has no second officer, or not the report that is shut to her.")
  const said = { surnames: "Nair", units: "Herne Bay", lineUnits: "", linePeople: "" }
  const { generation } = kent.inbox
  const key = fingerprintKey(kent.inbox)
  await setNearness(database, "kent", {
    person: second.person,
    by: lead.person,
    generation,
    sealed: await sealNearness(
      nearnessKeyOf(kent.inbox, second.person),
      { tenant: "kent", person: second.person },
      JSON.stringify({ version: 1, ...said }),
    ),
    traits: colleagueTraits(said).map(({ why, kind, text }) => ({ why, kind, hash: nearHash(key, kind, text) })),
  })
  if ((await stopIfNear(database, "kent", report.id, second.person)) === undefined)
    throw new Error("Nobody described whom second.kent is too near to.")
}

/** The Metropolitan desk has let a report lie unopened for weeks; a coordinator sees to it, and rang this morning. */
async function seeToMetropolitan(database: Database, now: Date, coordinator?: SeededPerson): Promise<void> {
  if (coordinator === undefined) throw new Error("There is no coordinator.")
  const { person } = coordinator
  const at = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  const entry = (kind: string, rest: SQL) =>
    sql`select add_alarm_entry(${person}, 'metropolitan', 1, 0, ${kind}, null, ${rest})`
  const rang = sql`'the head of standards', ${at(95).toISOString()}::timestamptz`
  const told = "A report has lain unopened at your desk since last month. Whether it is urgent we can’t see."
  const said = "Two officers are ill. She opens what waits herself today."
  for (const [minutes, statement] of [
    [130, sql`select keep_alarms(array['metropolitan'], array['unopened'])`],
    [110, entry("taken", sql`null, null, null, null, null`)],
    [90, entry("rang", sql`${rang}, ${told}, ${said}, null`)],
    [85, entry("done", sql`null, null, null, null, 'I ring again this afternoon if the alarm still stands.'`)],
  ] as const) {
    await playAt(database, ["national"], at(minutes))
    await asNational(database, (transaction) => transaction.execute(statement))
  }
}

/** Something that happens at a moment of the demo's past. */
interface Moment {
  at: number
  happens: () => Promise<void>
}

/** All that happens, in the order in which it does: the acts of one report follow each other by a few minutes. */
function momentsOf(stage: Stage, now: Date): Moment[] {
  const { database, desks, reports, today } = stage
  const inboxes = new Map([...desks].map(([tenant, desk]) => [tenant, desk.inbox]))
  const playedAt = async (login: Login, at: Date) => {
    if (at < now) await playAt(database, [login], at)
    else await playNoMore(database)
  }
  return DEMO_REPORTS.flatMap(({ name, told, daysAgo, hoursAgo, story = [] }, index): Moment[] => {
    let minutes = (index * 7) % 60
    const momentOf = (days: number): Date => {
      minutes += MINUTES_APART
      return days === 0 ? now : new Date(Date.parse(`${addDays(today, -days)}T08:00:00Z`) + minutes * 60_000)
    }
    const toldAt = hoursAgo === undefined ? momentOf(daysAgo) : new Date(now.getTime() - hoursAgo * 3_600_000)
    const arrival = async () => {
      const sealed = await sealTold(told, inboxes)
      await playedAt("intake", toldAt)
      await receive(stage, name, told, sealed, toldAt)
    }
    const acts = story.flatMap((chapter) =>
      chapter.acts.map((next): Moment => {
        const at = momentOf(chapter.daysAgo)
        const happens = async () => {
          const report = reports.get(name)
          if (report === undefined) throw new Error(`"${name}" is not there yet.`)
          try {
            await playedAt(chapter.by === "reporter" ? "intake" : report.tenant, at)
            if (chapter.by !== "reporter") await act(stage, report, chapter.by, next)
            else if (next.does === "answer") await answer(stage, report, next)
          } catch (cause) {
            throw new Error(`In the story "${name}", ${chapter.daysAgo} days ago: ${next.does} failed.`, { cause })
          }
        }
        return { at: at.getTime(), happens }
      }),
    )
    return [{ at: toldAt.getTime(), happens: arrival }, ...acts]
  }).toSorted((one, other) => one.at - other.at)
}
