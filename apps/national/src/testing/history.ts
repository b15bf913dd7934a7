import { randomUUID } from "node:crypto"
import { type AcceptedReport, acceptContact, acceptReport } from "@candour/database/accept-report.ts"
import { addEvent } from "@candour/database/add-event.ts"
import { asTenant } from "@candour/database/as.ts"
import { connect } from "@candour/database/connect.ts"
import { playAt } from "@candour/database/play.ts"
import { addPerson, openDesks, sampleReport } from "@candour/database/testing/sample-report.ts"
import type { TestDatabase } from "@candour/database/testing/test-database.ts"
import type { Day } from "@candour/domain/day.ts"
import type { EventCodes } from "@candour/domain/event.ts"

/** Plays past days on a test database, through the functions and the rules that a real day goes through. */
export async function history(at: Pick<TestDatabase, "address" | "database">) {
  const played = connect({ ...at.address, connections: 1 })
  await openDesks(at.database, ["metropolitan", "kent", "essex", "national-desk"])
  const officer = await addPerson(at.database, "metropolitan", ["officer"])
  const second = await addPerson(at.database, "metropolitan", ["officer"])
  const lead = await addPerson(at.database, "metropolitan", ["lead"])
  const add = (report: string, by: string, codes: EventCodes) =>
    asTenant(played, "metropolitan", (transaction) =>
      addEvent(transaction, { tenant: "metropolitan", report, by, codes }),
    )
  const open = (report: string, by: string) => add(report, by, { kind: "opened", detail: { reason: "own" } })
  return {
    on: (day: Day) => playAt(played, ["intake", "metropolitan"], new Date(`${day}T12:00:00Z`)),
    contact: (changes: { line?: string; tenant?: string }, day: Day) =>
      acceptContact(
        played,
        { id: randomUUID(), tenant: "metropolitan", line: "metropolitan", channel: "phone", ...changes },
        day,
      ),
    /** A report to the Metropolitan Police by its own line, unless told otherwise; gives its id. */
    report: async (changes: Partial<AcceptedReport>, day: Day): Promise<string> => {
      const tenant = changes.tenant ?? "metropolitan"
      const report = sampleReport({ line: "metropolitan", ...changes, tenant, routedTo: changes.routedTo ?? tenant })
      await acceptReport(played, report, day)
      return report.id
    },
    /** The first officer reads it and finds two people in it. */
    assess: async (report: string) => {
      await open(report, officer)
      await add(report, officer, {
        kind: "assessed",
        detail: { threat: "ppda", others: ["apsp"], severity: "gross", persons: 2, grounds: [] },
      })
    },
    /** The first officer drafts an intelligence report, and the second makes it. */
    makeIntelligence: async (report: string, draft: number) => {
      await add(report, officer, {
        kind: "intelligence-drafted",
        detail: { grading: { source: "2", information: "A", handling: "P" } },
      })
      await open(report, second)
      await add(report, second, { kind: "intelligence-made", detail: { draft, threat: "ppda", others: ["apsp"] } })
    },
    /** The lead reads it, and what they decide happens. */
    decide: async (report: string, ...decisions: EventCodes[]) => {
      await open(report, lead)
      for (const codes of decisions) await add(report, lead, codes)
    },
    close: () => played.close(),
  }
}
