import { type ChildProcess, fork } from "node:child_process"
import { randomUUID } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type AcceptedReport, acceptReport } from "@candour/database/accept-report.ts"
import type { Database, DatabaseAddress } from "@candour/database/connect.ts"
import { recipients } from "@candour/database/recipients.ts"
import { startTestCluster, TEST_TENANTS, testDatabase } from "@candour/database/testing/test-database.ts"
import { dayOf } from "@candour/domain/day.ts"
import { newOpaqueSetup } from "@candour/identity/opaque-server.ts"
import { bytesOf } from "@candour/sealing/encoding.ts"
import { newReceipt, type RootOf } from "@candour/sealing/receipt.ts"
import type { Answers } from "@candour/sealing/report-body.ts"
import { sealReport } from "@candour/sealing/seal-report.ts"

/** A desk app of its own, over a database of its own, for one journey. */
export interface TriageHouse {
  url: string
  database: Database
  address: DatabaseAddress
  stop(): Promise<void>
}

/** Starts the built intake over the database of a house; gives its address, and what stops it. */
export async function startIntakeAt({
  address,
}: Pick<TriageHouse, "address">): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), "candour-journey-"))
  const app: ChildProcess = fork(join(import.meta.dirname, "../../apps/intake/dist/main.js"), [], {
    env: {
      PORT: String(port),
      CANDOUR_SPOOL: join(folder, "spool"),
      DATABASE_URL: address.url,
      CANDOUR_LOGINS: JSON.stringify({ intake: address.logins.intake }),
    },
    execArgv: [],
  })
  await new Promise<void>((resolve, refuse) => {
    app.once("message", () => resolve())
    app.once("exit", (status) => refuse(new Error(`apps/intake ended with ${status}: is it built?`)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      const ended = new Promise((resolve) => app.once("exit", resolve))
      app.kill("SIGTERM")
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0))
    })
  })

/** Starts PostgreSQL and the built app, with the logins of `tenants` alone. */
export async function startTriage(tenants: readonly string[] = TEST_TENANTS): Promise<TriageHouse> {
  const stopCluster = await startTestCluster()
  const { database, address, close } = await testDatabase()
  const port = await freePort()
  const logins = Object.fromEntries(["identity", ...tenants].map((login) => [login, address.logins[login]]))
  const app: ChildProcess = fork(join(import.meta.dirname, "../../apps/triage/dist/main.js"), [], {
    env: {
      PORT: String(port),
      DATABASE_URL: address.url,
      CANDOUR_LOGINS: JSON.stringify(logins),
      CANDOUR_OPAQUE_SETUP: await newOpaqueSetup(),
      CANDOUR_SECURE: "0",
    },
    execArgv: [],
  })
  await new Promise<void>((resolve, refuse) => {
    app.once("message", () => resolve())
    app.once("exit", (status) => refuse(new Error(`apps/triage ended with ${status}: is it built?`)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    database,
    address,
    stop: async () => {
      const ended = new Promise((resolve) => app.once("exit", resolve))
      app.kill("SIGTERM")
      await ended
      await close()
      await stopCluster()
    },
  }
}

/**
 * Tells `answers` to a desk that is open, sealed as a reporter's browser does it.
 *
 * @param rootOf - where nobody reads the mailbox: the real root takes a while to derive
 */
export async function tell(
  database: Database,
  tenant: string,
  answers: Answers,
  changes: Partial<AcceptedReport> = {},
  rootOf?: RootOf,
): Promise<string> {
  const inbox = (await recipients(database)).find((each) => each.tenant === tenant)
  if (inbox === undefined) throw new Error(`The desk of ${tenant} isn't open.`)
  const id = randomUUID()
  const told = {
    id,
    tenant,
    recipient: inbox.recipient,
    receipt: newReceipt(),
    language: changes.language ?? "en",
    mayReply: changes.mayReply ?? "yes",
    answers,
    counted: bytesOf("counted"),
  }
  const sealed = await sealReport(told, rootOf)
  const report: AcceptedReport = {
    id,
    tenant,
    routedTo: tenant,
    reason: "found",
    line: "national",
    channel: "online",
    language: "en",
    categories: ["partner", "advantage"],
    danger: "no",
    mayReply: "yes",
    mailboxHash: sealed.mailboxHash,
    digest: sealed.digest,
    body: sealed.body,
    wrap: sealed.wrap,
    generation: inbox.generation,
    ...changes,
  }
  await acceptReport(database, report, dayOf(new Date()))
  return id
}
