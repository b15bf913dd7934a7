import { addEvent } from "@candour/database/add-event.ts"
import { asTenant } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import type { EventCodes } from "@candour/domain/event.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { signDecision } from "@candour/sealing/decision.ts"
import { bytesOf } from "@candour/sealing/encoding.ts"
import { type ReportKey, sealUnder } from "@candour/sealing/report-key.ts"
import type { SeededPerson } from "./open-desk.ts"

/** A report in the hands of a desk that decides about it. */
export interface DecidedReport {
  id: string
  tenant: Tenant
  key: ReportKey
  /** The number of the last event: a report has three when it arrives. */
  number: number
}

/** What one person decides, with the reason in words where there is one. */
export interface Step {
  who: SeededPerson
  codes: EventCodes
  words?: string
  /** Sealed under another key than the report's, as a message is under the thread's. */
  sealed?: Uint8Array
}

/** Lets `step` happen as the desk's page does: words sealed under the report's key, the decision signed by its taker. */
export async function decide(
  database: Database,
  report: DecidedReport,
  { who, codes, ...said }: Step,
): Promise<number> {
  const { id, tenant, key } = report
  const number = report.number + 1
  const place = { tenant, report: id, part: "event", number }
  const words = said.sealed ?? (said.words === undefined ? undefined : await sealUnder(key, place, bytesOf(said.words)))
  const decision = { tenant, report: id, number, kind: codes.kind, detail: codes.detail, words }
  await asTenant(database, tenant, (transaction) =>
    addEvent(transaction, {
      tenant,
      report: id,
      by: who.person,
      codes,
      number,
      words,
      signature: codes.kind === "opened" ? undefined : signDecision(who.key, decision),
    }),
  )
  report.number = number
  return number
}

const GRADING = { source: "2", information: "A", handling: "C", action: "A1", sanitising: "S2" } as const
type Assessment = Extract<EventCodes, { kind: "assessed" }>["detail"]

/** Opens and assesses a report. */
export async function assess(database: Database, report: DecidedReport, who: SeededPerson, detail: Assessment) {
  await decide(database, report, { who, codes: { kind: "opened", detail: { reason: "own" } } })
  await decide(database, report, { who, codes: { kind: "assessed", detail }, words: "Assessed on what was told." })
}

/** Makes an intelligence report of an assessed report: `author` drafts it, `second` reads and checks it. */
export async function makeIntelligence(
  database: Database,
  report: DecidedReport,
  author: SeededPerson,
  second: SeededPerson,
  { threat, others }: Pick<Assessment, "threat" | "others">,
  text: string,
) {
  const draft = await decide(database, report, {
    who: author,
    codes: { kind: "intelligence-drafted", detail: { grading: GRADING } },
    words: text,
  })
  await decide(database, report, { who: second, codes: { kind: "opened", detail: { reason: "review" } } })
  await decide(database, report, {
    who: second,
    codes: { kind: "intelligence-made", detail: { draft, threat, others } },
  })
}
