import { randomUUID } from "node:crypto"
import { category } from "@candour/domain/category.ts"
import { callEnd, routingReason } from "@candour/domain/contact.ts"
import {
  dangerAction,
  eventDetails,
  eventKinds,
  exportFormat,
  linkReason,
  milestone,
  nearness,
  openingReason,
  paper,
  pauseReason,
  referralGround,
} from "@candour/domain/event.ts"
import { notForUs } from "@candour/domain/not-for-us.ts"
import { outcome } from "@candour/domain/outcome.ts"
import { sign } from "@candour/domain/sign.ts"
import { severity } from "@candour/domain/stage.ts"
import { anyEvent } from "@candour/domain/testing/any-event.ts"
import { threat } from "@candour/domain/threat.ts"
import { sql } from "drizzle-orm"
import fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import { asOwner } from "./as.ts"
import { type TestDatabase, testDatabase } from "./testing/test-database.ts"

let at: TestDatabase
beforeAll(async () => {
  at = await testDatabase()
})
afterAll(() => at.close())

/** What the database says of each, beside what the domain says. */
async function verdicts(details: readonly { kind: string; detail: unknown }[]) {
  const { rows } = await asOwner(at.database, (transaction) =>
    transaction.execute<{ fits: boolean }>(sql`
      select detail_fits(d ->> 'kind', d -> 'detail') as fits
        from jsonb_array_elements(${JSON.stringify(details)}::jsonb) with ordinality e (d, place) order by place`),
  )
  return details.map(({ kind, detail }, index) => ({
    kind,
    detail,
    database: rows[index]?.fits,
    domain: eventDetails[kind as keyof typeof eventDetails].safeParse(detail).success,
  }))
}

const assessed = { threat: "ppda", others: [], severity: "gross", persons: 1, grounds: [] }
const grading = { source: "2", information: "A", handling: "C", action: "A1", sanitising: "S2" }

const everyCode = [
  { kind: "contacted", detail: {} },
  ...notForUs.options.map((why) => ({ kind: "contacted", detail: { notForUs: why } })),
  ...category.options.map((each) => ({ kind: "reported", detail: { categories: [each] } })),
  ...callEnd.options.map((why) => ({ kind: "call-ended", detail: { why } })),
  ...routingReason.options.map((reason) => ({ kind: "routed", detail: { reason } })),
  ...openingReason.options.map((reason) => ({ kind: "opened", detail: { reason } })),
  ...dangerAction.options.map((did) => ({ kind: "danger-acted", detail: { did } })),
  ...threat.options.map((each) => ({ kind: "assessed", detail: { ...assessed, threat: each, others: [each] } })),
  ...severity.options.map((each) => ({ kind: "assessed", detail: { ...assessed, severity: each } })),
  ...referralGround.options.map((each) => ({ kind: "iopc-decided", detail: { refer: true, grounds: [each] } })),
  ...outcome.options.map((each) => ({ kind: "outcome", detail: { person: 1, outcome: each } })),
  ...notForUs.options.map((why) => ({ kind: "set-aside", detail: { why } })),
  ...pauseReason.options.map((why) => ({ kind: "paused", detail: { why } })),
  ...milestone.options.map((which) => ({ kind: "milestone", detail: { which } })),
  ...paper.options.map((each) => ({ kind: "printed", detail: { paper: each } })),
  ...exportFormat.options.map((format) => ({ kind: "export-asked", detail: { format } })),
  ...nearness.options.map((why) => ({ kind: "stopped", detail: { why } })),
  { kind: "assessed", detail: { ...assessed, danger: true, conflict: false } },
  ...sign.options.map((each) => ({ kind: "assessed", detail: { ...assessed, signs: [each] } })),
  { kind: "let-in", detail: { who: randomUUID() } },
  { kind: "concerned", detail: { person: 3 } },
  { kind: "matched", detail: { person: 1, report: randomUUID(), other: 2, same: false } },
  ...linkReason.options.map((why) => ({ kind: "linked", detail: { report: randomUUID(), why } })),
  { kind: "unlinked", detail: { report: randomUUID() } },
  { kind: "noted", detail: { nature: "opinion" } },
  { kind: "tasked", detail: { for: randomUUID(), due: "2026-03-02" } },
  { kind: "task-done", detail: { task: 4 } },
  { kind: "restricted", detail: { to: [randomUUID(), randomUUID()] } },
  { kind: "quarantined", detail: { file: randomUUID() } },
  { kind: "quarantine-lifted", detail: { file: randomUUID() } },
  { kind: "export-allowed", detail: { asked: 4 } },
  { kind: "exported", detail: { asked: 4 } },
  { kind: "transferred", detail: { to: "kent", returned: true } },
  { kind: "intelligence-drafted", detail: { grading } },
  { kind: "intelligence-drafted", detail: { grading: { source: "1", information: "E", handling: "P" } } },
  { kind: "intelligence-returned", detail: { draft: 4 } },
  { kind: "iopc-answered", detail: { mode: "directed" } },
  { kind: "assigned", detail: { to: randomUUID() } },
  { kind: "transferred", detail: { to: "avon-and-somerset" } },
  { kind: "arrived", detail: { from: "national-desk", number: 5 } },
  { kind: "arrived", detail: { from: "kent" } },
  { kind: "arrived", detail: { from: "kent", referral: true } },
  { kind: "referred", detail: { to: "essex" } },
  { kind: "messaged", detail: { message: 0 } },
  { kind: "stage-released", detail: { stage: "investigating" } },
]

test("every code of the domain fits", async () => {
  for (const each of await verdicts(everyCode)) expect(each).toMatchObject({ database: true, domain: true })
})

test("words, made-up numbers and anything more or less are refused by both", async () => {
  const wrong = [
    { kind: "contacted", detail: { notForUs: "PC John Smith" } },
    { kind: "contacted", detail: { notForUs: null } },
    { kind: "contacted", detail: { notForUs: "crime", by: "somebody" } },
    { kind: "assessed", detail: {} },
    { kind: "assessed", detail: { ...assessed, persons: 2_000_000_000 } },
    { kind: "assessed", detail: { ...assessed, persons: 1.5 } },
    { kind: "assessed", detail: { ...assessed, persons: null } },
    { kind: "assessed", detail: { ...assessed, signs: ["He works with victims."] } },
    { kind: "assessed", detail: { ...assessed, signs: "exposure" } },
    { kind: "assessed", detail: { ...assessed, signs: null } },
    { kind: "assessed", detail: { ...assessed, note: "He is PC John Smith." } },
    { kind: "intelligence-made", detail: { draft: 4, threat: "PC John Smith", others: [] } },
    { kind: "outcome", detail: { person: 0, outcome: "dismissed" } },
    { kind: "outcome", detail: { person: "1", outcome: "dismissed" } },
    { kind: "closed", detail: { why: "words" } },
    { kind: "call-ended", detail: { why: "He rang from 07700 900123." } },
    { kind: "call-ended", detail: {} },
    { kind: "intelligence-drafted", detail: { grading: { ...grading, handling: "P" } } },
    { kind: "intelligence-drafted", detail: { grading: { source: "1", information: "E", handling: "C" } } },
    { kind: "transferred", detail: { to: "Kent Police" } },
    { kind: "reported", detail: { categories: ["other", 3] } },
    { kind: "arrived", detail: { from: "kent", referral: false } },
    { kind: "arrived", detail: { from: "kent", referral: "true" } },
    { kind: "arrived", detail: { from: "kent", number: 5, referral: true } },
    { kind: "arrived", detail: { referral: true } },
    { kind: "messaged", detail: { message: -1 } },
    { kind: "messaged", detail: { message: 1, words: "PC Smith" } },
    { kind: "stage-released", detail: { stage: "received" } },
  ]
  for (const each of await verdicts(wrong)) expect(each).toMatchObject({ database: false, domain: false })
})

test("whatever is asked, the database and the domain say the same", async () => {
  const detail = fc.oneof(
    anyEvent.map((each) => each.detail),
    fc.object({ maxDepth: 2, maxKeys: 3 }),
  )
  const asked = fc.sample(fc.record({ kind: fc.constantFrom(...eventKinds), detail }), 600)
  const known = JSON.parse(JSON.stringify(asked).replaceAll("\\u0000", "")) as typeof asked
  for (const each of await verdicts(known)) expect(each.database).toBe(each.domain)
})
