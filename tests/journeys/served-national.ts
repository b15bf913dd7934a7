import { spawn } from "node:child_process"
import { once } from "node:events"
import { chmod, mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { addEvent } from "@candour/database/add-event.ts"
import { asNational, asTenant } from "@candour/database/as.ts"
import { connect, type Database, type DatabaseAddress } from "@candour/database/connect.ts"
import { startEmbedded } from "@candour/database/embedded/cluster.ts"
import { loginsOf } from "@candour/database/embedded/state-folder.ts"
import { addLine, addTenant, migrate } from "@candour/database/migrate.ts"
import { noteCorrection } from "@candour/database/note-correction.ts"
import { playAt, playNoMore } from "@candour/database/play.ts"
import { report } from "@candour/database/schema.ts"
import { addPerson } from "@candour/database/testing/sample-report.ts"
import { systemClock } from "@candour/domain/day.ts"
import type { Role } from "@candour/domain/role.ts"
import { prepareWaiting } from "@candour/figures/release/prepare-release.ts"
import {
  askToPrepare,
  checkRelease,
  listReleases,
  planRelease,
  publishDueReleases,
} from "@candour/figures/release/releases.ts"
import { signUp } from "@candour/identity/first-sign-in/sign-up.ts"
import { invite } from "@candour/identity/invite.ts"
import { createOpaqueServer, newOpaqueSetup } from "@candour/identity/opaque-server.ts"
import { keepAlarms } from "@candour/national/alarms/keep-alarms.ts"
import { history } from "@candour/national/testing/history.ts"
import { figuresDirectory } from "@candour/routing/figures-directory.ts"
import { test as base } from "@playwright/test"

const DESKS = ["kent", "essex", "gwent", "metropolitan", "national-desk"]
const national = join(import.meta.dirname, "../../apps/national/dist/main.js")

/** Somebody who can sign in. */
export interface Account {
  name: string
  passphrase: string
}

/** What the journeys start from. */
export interface ServedNational {
  url: string
  address: DatabaseAddress
  coordinator: Account
  /** Of Kent's desk: may not use this app. */
  officer: Account
  /** Lets an officer of a desk open every report there. */
  openReportsOf(tenant: string): Promise<void>
  /** Looks at the desks, as the server does every few minutes. */
  lookAtDesks(): Promise<void>
}

/**
 * Journeys against the built national view, on a database of its own with a small history; once for each worker. A file
 * whose journeys change what others look at names a `historyOf` its own, which gives it a worker, and so a database.
 */
export const test = base.extend<object, { historyOf: string; national: ServedNational }>({
  historyOf: ["everybody", { option: true, scope: "worker" }],
  national: [
    async ({ historyOf: _ }, use) => {
      const folder = await mkdtemp(join(tmpdir(), "candour-national-"))
      await chmod(folder, 0o755) // so that PostgreSQL's own user reaches its files
      const postgres = await startEmbedded(join(folder, "state"))
      const logins = loginsOf(join(folder, "state"), ["owner", "intake", "identity", "national", ...DESKS])
      const address = { ...postgres.address, logins }
      const database = connect(address)
      await furnish(database, address)
      await playDays(database, address)
      await noteCorrection(database, { kind: "place", name: "dover", said: "sussex" })
      const opaqueSetup = await newOpaqueSetup()
      const sign = async (tenant: string, name: string, roles: Role[]): Promise<Account> => {
        const code = await invite(database, { tenant, name, shownName: "C. Evans", roles })
        return { name, passphrase: (await signUp(database, createOpaqueServer(opaqueSetup), code)).passphrase }
      }
      const coordinator = await sign("national-desk", "evans.coordinator", ["coordinator"])
      const officer = await sign("kent", "jones.kent", ["officer"])

      const port = await freePort()
      const server = spawn(process.execPath, [national], {
        env: {
          PORT: String(port),
          DATABASE_URL: address.url,
          CANDOUR_LOGINS: JSON.stringify({ national: logins.national, identity: logins.identity }),
          CANDOUR_OPAQUE_SETUP: opaqueSetup,
          CANDOUR_SECURE: "0",
          CANDOUR_FIGURES: join(folder, "figures"),
        },
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      })
      await once(server, "message")
      await use({
        url: `http://127.0.0.1:${port}`,
        address,
        coordinator,
        officer,
        openReportsOf: (tenant) => openReports(database, tenant),
        lookAtDesks: async () => void (await keepAlarms({ database, clock: systemClock })),
      })
      server.kill("SIGTERM")
      await once(server, "exit")
      await database.close()
      await postgres.stop(true)
      await rm(folder, { recursive: true })
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: ({ national }, use) => use(national.url),
})

async function furnish(database: Database, { logins }: DatabaseAddress): Promise<void> {
  await migrate(database, logins)
  for (const id of DESKS) await addTenant(database, { id, opened: "2022-01-01", password: logins[id] ?? "" })
  await addLine(database, { id: "national", opened: "2024-03-14" })
  await addLine(database, { id: "metropolitan", tenant: "metropolitan", opened: "2022-11-29" })
}

/** Three contacts by 15 January 2024, one of them known only three days later; one report assessed and one waiting. */
async function playDays(database: Database, address: DatabaseAddress): Promise<void> {
  const past = await history({ database, address })
  await past.on("2023-11-02")
  const assessed = await past.report({ categories: ["partner"], channel: "online" }, "2023-11-02")
  await past.report({ tenant: "kent" }, "2023-11-02")
  await past.on("2023-12-04")
  await past.assess(assessed)
  await past.makeIntelligence(assessed, 6)
  await past.on("2024-01-18")
  await past.contact({}, "2024-01-15")
  await past.on("2025-02-20")
  for (let count = 0; count < 26; count++)
    await past.contact({ tenant: count < 3 ? "essex" : "kent", line: "national" }, "2025-02-20")
  await past.close()
  await releasePast(database, address)
}

/** The first quarter of 2025, prepared, checked by a second person, and out on 24 April. */
async function releasePast(database: Database, address: DatabaseAddress): Promise<void> {
  const [one, two] = [
    await addPerson(database, "national-desk", ["coordinator"]),
    await addPerson(database, "national-desk", ["coordinator"]),
  ]
  const played = connect({ ...address, connections: 1 })
  const plan = { quarter: "2025-Q1", asAt: "2025-03-31", knownAt: "2025-04-10", publicationDay: "2025-04-24" } as const
  await playAt(played, ["national"], new Date("2025-04-11T10:00:00Z"))
  const number = await asNational(played, (transaction) => planRelease(transaction, plan, one))
  await asNational(played, (transaction) => askToPrepare(transaction, number, one))
  await prepareWaiting(played, figuresDirectory)
  const [release] = await asNational(played, listReleases)
  const prepared = release?.prepared ?? ""
  await asNational(played, (transaction) => checkRelease(transaction, { number, prepared, by: two }))
  await playAt(played, ["national"], new Date("2025-04-24T08:30:00Z"))
  await asNational(played, publishDueReleases)
  await playNoMore(played)
  await played.close()
}

async function openReports(database: Database, tenant: string): Promise<void> {
  const by = await addPerson(database, tenant, ["officer"])
  await asTenant(database, tenant, async (transaction) => {
    for (const { id } of await transaction.select({ id: report.id }).from(report))
      await addEvent(transaction, { tenant, report: id, by, codes: { kind: "opened", detail: { reason: "cover" } } })
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  await new Promise((done) => server.close(done))
  return typeof address === "object" && address ? address.port : 0
}
