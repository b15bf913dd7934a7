import { randomBytes, randomUUID } from "node:crypto"
import { acceptReport } from "@candour/database/accept-report.ts"
import { asTenant } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import { writeMessages } from "@candour/database/mailbox-messages.ts"
import { hashesOf } from "@candour/database/nearness.ts"
import { referReport } from "@candour/database/refer-report.ts"
import { restrictReport } from "@candour/database/restrict-report.ts"
import { setTitle } from "@candour/database/titles.ts"
import { transferReport } from "@candour/database/transfer-report.ts"
import type { Language } from "@candour/domain/contact.ts"
import { addDays, type Day, dayOf } from "@candour/domain/day.ts"
import type { EventCodes, EventKind } from "@candour/domain/event.ts"
import { nearTraitsOf } from "@candour/domain/nearness.ts"
import { traitsOf } from "@candour/domain/person-concerned.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { signDecision } from "@candour/sealing/decision.ts"
import { bytesOf, toBase64url } from "@candour/sealing/encoding.ts"
import { fingerprint, fingerprintKey, nearHash } from "@candour/sealing/fingerprint.ts"
import { sealMessage, sealSigned } from "@candour/sealing/message.ts"
import { mailboxAddress, type ReceiptRoot, threadKey, voice } from "@candour/sealing/receipt.ts"
import { type ReportKey, sealUnder } from "@candour/sealing/report-key.ts"
import { sealCopy } from "@candour/sealing/seal-copy.ts"
import { digestOf } from "@candour/sealing/sealed.ts"
import { sealTitle, titleKeyOf } from "@candour/sealing/title.ts"
import { wrapKey } from "@candour/sealing/wrap.ts"
import { sql } from "drizzle-orm"
import { decide } from "./decide.ts"
import type { Act, Described, Known, Who } from "./demo-story.ts"
import type { SeededDesk, SeededPerson } from "./open-desk.ts"
import type { SealedTold, Told } from "./seal-told.ts"

type ActOf<Does extends Act["does"]> = Extract<Act, { does: Does }>

/** A report as the seed plays it, wherever it is by now. */
export interface PlayedReport {
  id: string
  name: string
  told: Told
  sealedFor: Tenant
  /** Whose it is now. */
  tenant: Tenant
  key: ReportKey
  root: ReceiptRoot | undefined
  /** The last event's number at the desk that has it. */
  number: number
  /** The same at each desk that it has left. */
  left: Map<Tenant, number>
  /** The last event of each kind at the desk that has it. */
  last: Map<EventKind, number>
  restricted: boolean
  fromTeam: number
  fromReporter: number
  previous: Uint8Array | undefined
}

/** Where a story is played: the demo's desks, and its reports so far, by name. */
export interface Stage {
  database: Database
  desks: ReadonlyMap<string, SeededDesk>
  reports: Map<string, PlayedReport>
  today: Day
}

/** Takes a sealed report in, as told at the moment `at`, which the intake's connection plays. */
export async function receive(stage: Stage, name: string, told: Told, sealed: SealedTold, at: Date): Promise<void> {
  const { report, key, root } = sealed
  await acceptReport(stage.database, report, dayOf(at))
  const { id, tenant } = report
  const left = new Map<Tenant, number>()
  const start = { number: 3, left, last: new Map(), restricted: false, fromTeam: 0, fromReporter: 0 }
  stage.reports.set(name, { id, name, told, sealedFor: tenant, tenant, key, root, previous: undefined, ...start })
}

/** Who `who` is at the desk that has the report. */
function personAt(desk: SeededDesk, who: Who): SeededPerson {
  const [lead, officer = lead, second = officer] = desk.people
  const person = { lead, officer, second }[who]
  if (person === undefined) throw new Error("The desk has nobody.")
  return person
}

function deskOf(stage: Stage, tenant: Tenant): SeededDesk {
  const desk = stage.desks.get(tenant)
  if (desk === undefined) throw new Error(`The desk "${tenant}" is not open.`)
  return desk
}

/** Lets one act of a desk's person happen, as their browser and the server do it between them. */
export async function act(stage: Stage, report: PlayedReport, by: Who, next: Act): Promise<void> {
  const who = personAt(deskOf(stage, report.tenant), by)
  switch (next.does) {
    case "decide": {
      const codes = typeof next.codes === "function" ? next.codes(knownOf(stage, report)) : next.codes
      const words = next.words === undefined ? {} : { words: next.words }
      report.last.set(codes.kind, await decide(stage.database, report, { who, codes, ...words }))
      break
    }
    case "write":
      return write(stage, report, who, next.text)
    case "describe":
      return describe(stage, report, who, next)
    case "title":
      return title(stage, report, who, next.text)
    case "transfer":
      return transfer(stage, report, who, next)
    case "refer":
      return refer(stage, report, who, next)
    case "restrict":
      return restrict(stage, report, who, next)
    case "answer":
      throw new Error("Only the reporter answers.")
  }
}

/** Lets the reporter write, as the mailbox does it. */
export async function answer(stage: Stage, report: PlayedReport, { text, notOver }: ActOf<"answer">): Promise<void> {
  const { root, id, previous } = report
  if (root === undefined) throw new Error("Nobody has this report's receipt.")
  const number = report.fromReporter
  const at = { from: "reporter", number, ...(previous && { previous }) } as const
  const body = { version: 1, text, language: languageOf(report), ...(notOver && { notOver }) } as const
  const keys = { root, key: threadKey(root, id), voice: voice(root) }
  const signed = await sealSigned(keys, { tenant: report.sealedFor, report: id }, at, body)
  const kind = notOver ? "not-over" : "message"
  const stored = await writeMessages(stage.database, mailboxAddress(root), [{ report: id, kind, number, ...signed }])
  if (stored !== "stored") throw new Error(`The reporter's message was not stored: ${stored}.`)
  report.previous = digestOf(signed.sealed)
  report.fromReporter += 1
  report.number += notOver ? 2 : 1
}

const languageOf = ({ told }: PlayedReport): Language => told.language ?? "en"

const knownOf = (stage: Stage, report: PlayedReport): Known => ({
  person: (who) => personAt(deskOf(stage, report.tenant), who).person,
  last: (kind) => {
    const number = report.last.get(kind)
    if (number === undefined) throw new Error(`Nothing of the kind "${kind}" has happened.`)
    return number
  },
  dayIn: (days) => addDays(stage.today, days),
})

async function write(stage: Stage, report: PlayedReport, who: SeededPerson, text: string): Promise<void> {
  if (report.root === undefined) throw new Error("Nobody could read it.")
  const at = { from: "team", number: report.fromTeam } as const
  const thread = { tenant: report.sealedFor, report: report.id }
  const body = { version: 1, text, language: languageOf(report) } as const
  const sealed = await sealMessage(threadKey(report.root, report.id), thread, at, body)
  await decide(stage.database, report, { who, codes: { kind: "messaged", detail: { message: at.number } }, sealed })
  report.fromTeam += 1
}

/** A decision of a kind that a function of the database records: its reason sealed, and signed by its taker. */
async function signedBy(report: PlayedReport, who: SeededPerson, codes: EventCodes, said: string) {
  const { id, tenant, key } = report
  const number = report.number + 1
  const words = await sealUnder(key, { tenant, report: id, part: "event", number }, bytesOf(said))
  const decision = { tenant, report: id, number, kind: codes.kind, detail: codes.detail, words }
  return { report: id, by: who.person, number, words, signature: signDecision(who.key, decision) }
}

const NOT_KNOWN = { name: "", rank: "", number: "", unit: "", car: "", note: "" } satisfies Required<Described>

async function describe(
  stage: Stage,
  report: PlayedReport,
  who: SeededPerson,
  { person, described }: ActOf<"describe">,
): Promise<void> {
  const { tenant } = report
  const { inbox } = deskOf(stage, tenant)
  const said = { version: 1, ...NOT_KNOWN, ...described }
  const codes = { kind: "concerned", detail: { person } } as const
  const { by, number, words, signature } = await signedBy(report, who, codes, JSON.stringify(said))
  const traits = traitsOf(said)
  const key = fingerprintKey(inbox)
  const hashed = traits.map(({ kind, text }) => ({ kind, hash: fingerprint(key, kind, text) }))
  const near = nearTraitsOf(said).map(({ kind, text }) => ({ kind, hash: nearHash(key, kind, text) }))
  const kindsOf = (list: readonly { kind: string }[]) => sql`${sql.param(list.map(({ kind }) => kind))}::text[]`
  await asTenant(stage.database, tenant, (transaction) =>
    transaction.execute(sql`select describe_person(${report.id}, ${by}, ${number}, ${person}, ${inbox.generation},
      ${kindsOf(hashed)}, ${hashesOf(hashed)}, ${kindsOf(near)}, ${hashesOf(near)}, ${words}, ${signature})`),
  )
  report.number = number
}

async function title(stage: Stage, report: PlayedReport, who: SeededPerson, text: string): Promise<void> {
  const { id, tenant, key, restricted } = report
  const { inbox } = deskOf(stage, tenant)
  const sealed = await sealTitle(restricted ? key : titleKeyOf(inbox, id), { tenant, report: id }, text)
  const generation = restricted ? undefined : inbox.generation
  await setTitle(stage.database, tenant, { report: id, by: who.person, generation, sealed })
}

const wrapFor = ({ key, id, sealedFor }: PlayedReport, recipient: string) =>
  wrapKey(recipient, { tenant: sealedFor, report: id }, key)

async function transfer(
  stage: Stage,
  report: PlayedReport,
  who: SeededPerson,
  { to, words, returned }: ActOf<"transfer">,
): Promise<void> {
  const { generation, recipient } = deskOf(stage, to).inbox
  const codes = { kind: "transferred", detail: returned ? { to, returned } : { to } } as const
  const decision = await signedBy(report, who, codes, words)
  const wrap = await wrapFor(report, recipient)
  await transferReport(stage.database, report.tenant, { ...decision, to, generation, wrap, returned })
  report.left.set(report.tenant, decision.number)
  report.number = (report.left.get(to) ?? 0) + 1
  report.tenant = to
  report.last.clear()
}

/** The copy becomes a report of its own, named after the one that it is of. */
async function refer(
  stage: Stage,
  report: PlayedReport,
  who: SeededPerson,
  { to, words }: ActOf<"refer">,
): Promise<void> {
  const { root, told } = report
  if (root === undefined) throw new Error("Its copy would lead to no thread.")
  const { generation, recipient } = deskOf(stage, to).inbox
  const decision = await signedBy(report, who, { kind: "referred", detail: { to } }, words)
  const id = randomUUID()
  const body = {
    version: 1,
    language: languageOf(report),
    mayReply: told.mayReply ?? "yes",
    answers: told.answers,
    thread: toBase64url(threadKey(root, report.id)),
    voice: toBase64url(voice(root).publicKey),
  } as const
  const copy = await sealCopy(body, { id, tenant: to, recipient })
  const place = { tenant: to, report: id, part: "event", number: 1 }
  const wordsThere = await sealUnder(copy.key, place, bytesOf(words))
  await referReport(stage.database, report.tenant, {
    ...decision,
    wordsThere,
    copy: { id, tenant: to, generation, body: copy.body, wrap: copy.wrap, digest: randomBytes(32) },
  })
  report.number = decision.number
}

async function restrict(
  stage: Stage,
  report: PlayedReport,
  who: SeededPerson,
  { to, words }: ActOf<"restrict">,
): Promise<void> {
  const people = to.map((each) => personAt(deskOf(stage, report.tenant), each))
  const codes = { kind: "restricted", detail: { to: people.map(({ person }) => person) } } as const
  const decision = await signedBy(report, who, codes, words)
  const wraps = people.map(async ({ person, recipient }) => ({ person, wrap: await wrapFor(report, recipient) }))
  await restrictReport(stage.database, report.tenant, { ...decision, to: await Promise.all(wraps) })
  report.number = decision.number
  report.restricted = true
}
