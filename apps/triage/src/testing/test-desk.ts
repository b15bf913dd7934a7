import { randomUUID } from "node:crypto"
import { type AcceptedReport, acceptReport } from "@candour/database/accept-report.ts"
import type { Database } from "@candour/database/connect.ts"
import { testDatabase } from "@candour/database/testing/test-database.ts"
import { type Clock, dayOf, systemClock } from "@candour/domain/day.ts"
import type { Role } from "@candour/domain/role.ts"
import { signUp } from "@candour/identity/first-sign-in/sign-up.ts"
import { invite } from "@candour/identity/invite.ts"
import { newOpaqueSetup } from "@candour/identity/opaque-server.ts"
import { createStaffIdentity } from "@candour/identity/staff-identity.ts"
import { signDecision } from "@candour/sealing/decision.ts"
import { bytesOf, toBase64url } from "@candour/sealing/encoding.ts"
import { grantInbox, type InboxKey, newInboxKey } from "@candour/sealing/inbox-key.ts"
import type { PersonKey } from "@candour/sealing/person-key.ts"
import { newReceipt } from "@candour/sealing/receipt.ts"
import { type ReportKey, sealUnder } from "@candour/sealing/report-key.ts"
import { sealReport } from "@candour/sealing/seal-report.ts"
import { createApp } from "../app.tsx"
import { worksHere } from "../services.ts"

/** Somebody who is signed in, with their unlocked key. */
export interface Member {
  tenant: string
  person: string
  key: PersonKey
  recipient: string
  cookie: string
}

/** A report with its key, as whoever opened it holds it. */
export interface ToldReport {
  id: string
  tenant: string
  key: ReportKey
}

/** The app over a real database, with people who are signed in and do what their browsers would. */
export interface TestDesk {
  database: Database
  /** Every path that the app answers. */
  routes: readonly { method: string; path: string }[]
  join(tenant: string, name: string, roles: Role[]): Promise<Member>
  /** A new session of somebody whose other one may have ended. */
  signInAgain(who: Member): Promise<Member>
  /** Makes `first`'s desk its inbox key, through the app. */
  open(first: Member): Promise<InboxKey>
  giveAccess(from: Member, to: Member, inbox: InboxKey): Promise<Response>
  tell(inbox: InboxKey, changes?: Partial<AcceptedReport>): Promise<ToldReport>
  get(who: Member | undefined, path: string): Promise<Response>
  post(who: Member | undefined, path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  /** Posts a form as a browser without script does; a redirect is not followed. */
  postForm(who: Member | undefined, path: string, fields: Record<string, string>): Promise<Response>
  decide(
    who: Member,
    report: ToldReport,
    number: number,
    kind: string,
    detail?: unknown,
    words?: string,
  ): Promise<Response>
  close(): Promise<void>
}

export async function testDesk(
  tenants = ["kent", "essex", "gwent", "national-desk"],
  clock: Clock = systemClock,
  { countsByHand = false } = {},
): Promise<TestDesk> {
  const { database, close } = await testDatabase({ countsByHand })
  const identity = createStaffIdentity({
    database,
    opaqueSetup: await newOpaqueSetup(),
    app: "triage",
    admits: worksHere(tenants),
    secure: false,
  })
  const app = createApp({ database, identity, clock, tenants })
  const get = async (who: Member | undefined, path: string) =>
    app.request(path, { headers: { cookie: who?.cookie ?? "" } })
  const post = async (who: Member | undefined, path: string, body: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: "POST",
      headers: {
        cookie: who?.cookie ?? "",
        "content-type": "application/json",
        "sec-fetch-site": "same-origin",
        ...headers,
      },
      body: JSON.stringify(body),
    })
  return {
    database,
    routes: app.routes,
    get,
    post,
    close,
    async postForm(who, path, fields) {
      return app.request(path, {
        method: "POST",
        headers: { cookie: who?.cookie ?? "", "sec-fetch-site": "same-origin" },
        body: new URLSearchParams(fields),
      })
    },
    async join(tenant, name, roles) {
      const code = await invite(database, { tenant, name, shownName: `Person ${name}`, roles })
      const { person, key, recipient } = await signUp(database, identity.opaque, code)
      const id = await identity.sessions.start(person, new Uint8Array(32))
      return { tenant, person, key, recipient, cookie: `candour-triage=${id}` }
    },
    async signInAgain(who) {
      const id = await identity.sessions.start(who.person, new Uint8Array(32))
      return { ...who, cookie: `candour-triage=${id}` }
    },
    async open(first) {
      const inbox = await newInboxKey(first.tenant)
      const sealed = toBase64url(await grantInbox(inbox, first.person, first.recipient))
      const answer = await post(first, "/open-desk", { recipient: inbox.recipient, sealed })
      if (!answer.ok) throw new Error(`The desk did not open: ${answer.status}`)
      return inbox
    },
    async giveAccess(from, to, inbox) {
      const sealed = toBase64url(await grantInbox(inbox, to.person, to.recipient))
      return post(from, `/people/${to.person}/access`, { generation: 1, recipient: to.recipient, sealed })
    },
    async tell({ tenant, recipient, generation }, changes = {}) {
      const id = randomUUID()
      const told = { id, tenant, recipient, receipt: newReceipt(), language: "en", mayReply: "yes" } as const
      const answers = { account: "He read her number plate into his radio.", howKnown: "saw" }
      const { key, ...sealed } = await sealReport({ ...told, answers, counted: bytesOf("counted") })
      const report: AcceptedReport = {
        ...told,
        ...sealed,
        routedTo: tenant,
        reason: "found",
        line: "national",
        channel: "online",
        categories: ["partner"],
        danger: "no",
        generation,
        ...changes,
      }
      await acceptReport(database, report, dayOf(clock.now()))
      return { id, tenant, key }
    },
    async decide({ key, ...who }, report, number, kind, detail = {}, words) {
      const place = { tenant: who.tenant, report: report.id, part: "event", number }
      const sealed = words === undefined ? undefined : await sealUnder(report.key, place, bytesOf(words))
      const decision = { tenant: who.tenant, report: report.id, number, kind, detail, words: sealed }
      return post({ ...who, key }, `/report/${report.id}/decide`, {
        number,
        kind,
        detail,
        words: sealed && toBase64url(sealed),
        signature: toBase64url(signDecision(key, decision)),
      })
    },
  }
}

/** Two forces side by side, each desk open: Kent with a lead and an officer who has access, Essex with a lead. */
export async function kentAndEssex({ countsByHand = false } = {}) {
  const desk = await testDesk(undefined, undefined, { countsByHand })
  const lead = await desk.join("kent", "lead.kent", ["lead"])
  const officer = await desk.join("kent", "officer.kent", ["officer"])
  const essex = await desk.join("essex", "lead.essex", ["lead"])
  const inbox = await desk.open(lead)
  const essexInbox = await desk.open(essex)
  await desk.giveAccess(lead, officer, inbox)
  return { desk, lead, officer, essex, inbox, essexInbox }
}
