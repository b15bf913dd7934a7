import { acceptReport } from "@candour/database/accept-report.ts"
import { connect } from "@candour/database/connect.ts"
import { playAt, playNoMore } from "@candour/database/play.ts"
import { addDays, dayOf } from "@candour/domain/day.ts"
import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import { createOpaqueServer } from "@candour/identity/opaque-server.ts"
import { sealMessage } from "@candour/sealing/message.ts"
import { receiptRoot, type ThreadKey, threadKey } from "@candour/sealing/receipt.ts"
import type { House } from "../house.ts"
import { assess, type DecidedReport, decide, makeIntelligence } from "./decide.ts"
import { DEMO_COORDINATORS, DEMO_DESKS, DEMO_HANDLERS } from "./demo-desks.ts"
import { DEMO_REPORTS, type DemoReport } from "./demo-reports.ts"
import { type SeededDesk, type SeededPerson, seedDesk, seedPerson } from "./open-desk.ts"
import { sealTold } from "./seal-told.ts"
import { opaqueSetupOf } from "./secrets.ts"

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
 * Opens the demo's four desks, invites a call handler and two coordinators, and tells the sample reports, each on its own day.
 *
 * @param say - told how many of how many steps are done
 */
export async function seedDemo(house: House, say: (done: number, of: number) => void): Promise<DemoSignIn[]> {
  const opaque = createOpaqueServer(await opaqueSetupOf(house.folder))
  const desks = new Map<string, SeededDesk>()
  /** They are granted no inbox key. */
  const withoutReports: SeededPerson[] = []
  const others = [...DEMO_HANDLERS, ...DEMO_COORDINATORS]
  const steps = Object.values(DEMO_DESKS).flat().length + others.length + DEMO_REPORTS.length
  let done = 0
  for (const [tenant, people] of Object.entries(DEMO_DESKS)) {
    desks.set(tenant, await seedDesk(house.database, opaque, tenant, people))
    done += people.length
    say(done, steps)
  }
  for (const who of others) {
    withoutReports.push(await seedPerson(house.database, opaque, NATIONAL_DESK, who))
    done += 1
    say(done, steps)
  }

  const inboxes = new Map([...desks].map(([tenant, desk]) => [tenant, desk.inbox]))
  // One connection for each login, so that the owner can tell each its day.
  const played = connect({ ...house.address, connections: 1 })
  const today = dayOf(new Date())
  const byDay = DEMO_REPORTS.toSorted((one, other) => other.daysAgo - one.daysAgo)
  try {
    for (const sample of byDay) {
      const { report, key, receipt } = await sealTold(sample.told, inboxes)
      const desk = desks.get(report.tenant)
      const day = addDays(today, -sample.daysAgo)
      if (sample.daysAgo > 0) await playAt(played, ["intake", report.tenant], new Date(`${day}T11:00:00Z`))
      else await playNoMore(played)
      await acceptReport(played, report, day)
      if (desk !== undefined) {
        const thread = receipt && threadKey(await receiptRoot(receipt), report.id)
        await progress(sample, { id: report.id, tenant: report.tenant, key, number: 3 }, desk, thread)
      }
      done += 1
      say(done, steps)
    }
  } finally {
    await playNoMore(played)
    await played.close()
  }

  async function progress(
    sample: DemoReport,
    report: DecidedReport,
    { people }: SeededDesk,
    thread?: ThreadKey,
  ): Promise<void> {
    const [lead, officer = lead, second = lead] = people
    const assessment = sample.assessment
    if (assessment === undefined || lead === undefined || officer === undefined || second === undefined) return
    const steps = ["assessed", "intelligence", "investigating", "closed"]
    const far = steps.indexOf(sample.progress)
    await assess(played, report, officer, assessment)
    if (far < 1) return
    if (assessment.severity !== "none") {
      const text = "A police person of this force is said to have used the position against a member of the public."
      await makeIntelligence(played, report, officer, second, assessment, text)
      if (far < 2) return
      await decide(played, report, { who: lead, codes: { kind: "opened", detail: { reason: "review" } } })
      await decide(played, report, { who: lead, codes: { kind: "investigating", detail: {} }, words: "Case 4471/26" })
    } else await decide(played, report, { who: lead, codes: { kind: "opened", detail: { reason: "review" } } })
    if (far < 3) return
    const code = assessment.severity === "none" ? "nfa-unidentified" : "final-warning"
    await decide(played, report, {
      who: lead,
      codes: { kind: "outcome", detail: { person: 1, outcome: code } },
      words: "As found at the meeting.",
    })
    if (thread !== undefined) {
      const text = "Thank you for telling us. We have finished looking into this."
      const place = { tenant: report.tenant, report: report.id }
      const body = { version: 1, text, language: "en" } as const
      const sealed = await sealMessage(thread, place, { from: "team", number: 0 }, body)
      await decide(played, report, { who: lead, codes: { kind: "messaged", detail: { message: 0 } }, sealed })
    }
    await decide(played, report, { who: lead, codes: { kind: "closed", detail: {} }, words: "Nothing further to do." })
  }

  return [...[...desks.values()].flatMap((desk) => desk.people), ...withoutReports].map((each) => ({
    app: each.roles.includes("coordinator") ? "national" : "triage",
    tenant: each.tenant,
    name: each.name,
    shownName: each.shownName,
    roles: each.roles,
    passphrase: each.passphrase,
  }))
}
