import { randomUUID } from "node:crypto"
import { acceptContact, acceptReport } from "@candour/database/accept-report.ts"
import { asOwner } from "@candour/database/as.ts"
import { connect, type Database } from "@candour/database/connect.ts"
import { playAt, playNoMore } from "@candour/database/play.ts"
import { recipients } from "@candour/database/recipients.ts"
import type { Day } from "@candour/domain/day.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { createOpaqueServer } from "@candour/identity/opaque-server.ts"
import { sql } from "drizzle-orm"
import { CommandProblem } from "../failure.ts"
import type { House } from "../house.ts"
import { assess, type DecidedReport, decide, makeIntelligence } from "./decide.ts"
import { FOUNDING, type FoundingContact, foundingPlan } from "./founding-plan.ts"
import { type SeededPerson, seedDesk, seedPerson } from "./open-desk.ts"
import { type OpenInbox, sealTold } from "./seal-told.ts"
import { opaqueSetupOf } from "./secrets.ts"

const FORCE = "metropolitan"

/** Those who decide in the history. Every person is invented, and their six words are thrown away. */
const STAFF = {
  [FORCE]: [
    { name: "founding.lead", shownName: "History: lead", roles: ["lead"] },
    { name: "founding.officer", shownName: "History: officer", roles: ["officer"] },
    { name: "founding.second", shownName: "History: second officer", roles: ["officer"] },
  ],
  [NATIONAL_DESK]: [{ name: "founding.desk", shownName: "History: national desk", roles: ["officer"] }],
} as const

/**
 * Plays {@link FOUNDING} through the real routing, sealing and deciding, each event on its own day.
 *
 * @param say - told how many of how many days are played
 * @throws CommandProblem where it was played before
 */
export async function seedFounding(house: House, say: (done: number, of: number) => void): Promise<void> {
  const before = await asOwner(house.database, (transaction) =>
    transaction.execute(sql`select from event where line = ${FORCE} and happened <= ${FOUNDING.to} limit 1`),
  )
  if (before.rows.length > 0) throw new CommandProblem("The founding history is there already.")

  const people = new Map<Tenant, SeededPerson[]>()
  const opaque = createOpaqueServer(await opaqueSetupOf(house.folder))
  const open = new Map<Tenant, OpenInbox>((await recipients(house.database)).map((each) => [each.tenant, each]))
  for (const [tenant, staff] of Object.entries(STAFF)) {
    if (open.has(tenant))
      people.set(tenant, await Promise.all(staff.map((who) => seedPerson(house.database, opaque, tenant, who))))
    else {
      const desk = await seedDesk(house.database, opaque, tenant, staff)
      open.set(tenant, desk.inbox)
      people.set(tenant, desk.people)
    }
  }
  const inboxes = new Map([...open].filter(([tenant]) => tenant in STAFF))
  const [lead, officer, second] = people.get(FORCE) ?? []
  const [deskOfficer] = people.get(NATIONAL_DESK) ?? []
  if (!lead || !officer || !second || !deskOfficer) throw new Error("The history has no people.")

  const contacts = foundingPlan()
  const days = [...new Set(contacts.flatMap(({ day, ...on }) => [day, on.assessedOn, on.madeOn, on.investigatedOn]))]
    .filter((day) => day !== undefined)
    .sort()
  const reports = new Map<FoundingContact, DecidedReport>()
  const played = connect({ ...house.address, connections: 1 })
  try {
    for (const [index, day] of days.entries()) {
      await playAt(played, ["intake", FORCE, NATIONAL_DESK], new Date(`${day}T11:00:00Z`))
      const on = (key: "day" | "assessedOn" | "madeOn" | "investigatedOn") =>
        contacts.filter((each) => each[key] === day)
      await Promise.all(on("day").map((contact) => arrive(played, contact, day)))
      for (const contact of on("assessedOn")) await assess(played, reportOf(contact), officer, assessmentOf(contact))
      for (const contact of on("madeOn"))
        await makeIntelligence(played, reportOf(contact), officer, second, assessmentOf(contact), "Sanitised text.")
      for (const contact of on("investigatedOn")) {
        await decide(played, reportOf(contact), { who: lead, codes: { kind: "opened", detail: { reason: "review" } } })
        await decide(played, reportOf(contact), {
          who: lead,
          codes: { kind: "investigating", detail: {} },
          words: "Case",
        })
      }
      say(index + 1, days.length)
    }
  } finally {
    await playNoMore(played)
    await played.close()
  }

  async function arrive(database: Database, contact: FoundingContact, day: Day): Promise<void> {
    if (contact.told === undefined) {
      await acceptContact(database, { id: randomUUID(), tenant: FORCE, line: FORCE, channel: "phone" }, day)
      return
    }
    const { report, key } = await sealTold(contact.told, inboxes, contact.receipt)
    await acceptReport(database, report, day)
    const decided = { id: report.id, tenant: report.tenant, key, number: 3 }
    reports.set(contact, decided)
    if (report.tenant === NATIONAL_DESK && deskOfficer)
      await decide(database, decided, { who: deskOfficer, codes: { kind: "opened", detail: { reason: "own" } } })
  }
  function reportOf(contact: FoundingContact): DecidedReport {
    const report = reports.get(contact)
    if (report === undefined) throw new Error("A decision comes before its report.")
    return report
  }
}

function assessmentOf({ assessment }: FoundingContact) {
  if (assessment === undefined) throw new Error("A report without an assessment is decided.")
  return assessment
}
