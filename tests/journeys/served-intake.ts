import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { chmod, mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { asOwner } from "@candour/database/as.ts"
import { connect } from "@candour/database/connect.ts"
import { type Embedded, startEmbedded } from "@candour/database/embedded/cluster.ts"
import { loginsOf } from "@candour/database/embedded/state-folder.ts"
import { addLine, addTenant, migrate } from "@candour/database/migrate.ts"
import { inboxKey } from "@candour/database/schema.ts"
import { newInboxKey } from "@candour/sealing/inbox-key.ts"
import { test as base } from "@playwright/test"

const DESKS = ["kent", "gwent", "metropolitan", "national-desk"]
const intake = join(import.meta.dirname, "../../apps/intake/dist/main.js")

/** Journeys against the built intake, on a database of its own whose four desks are open; once for each worker. */
export const test = base.extend<object, { served: string }>({
  served: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), "candour-journey-"))
      await chmod(folder, 0o755) // so that PostgreSQL's own user reaches its files
      const postgres = await startEmbedded(join(folder, "state"))
      const port = await freePort()
      const server = await serveIntake(folder, postgres, port)
      await use(`http://127.0.0.1:${port}`)
      server.kill("SIGTERM")
      await once(server, "exit")
      await postgres.stop(true)
      await rm(folder, { recursive: true })
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: ({ served }, use) => use(served),
})

async function serveIntake(folder: string, postgres: Embedded, port: number): Promise<ChildProcess> {
  const logins = loginsOf(join(folder, "state"), ["owner", "intake", "identity", "national", ...DESKS])
  const database = connect({ ...postgres.address, logins })
  await migrate(database, logins)
  for (const id of DESKS) await addTenant(database, { id, opened: "2022-01-01", password: logins[id] ?? "" })
  await addLine(database, { id: "national", opened: "2024-03-14" })
  for (const tenant of DESKS) {
    const { recipient } = await newInboxKey(tenant)
    await asOwner(database, (transaction) => transaction.insert(inboxKey).values({ tenant, generation: 1, recipient }))
  }
  await database.close()
  const server = spawn(process.execPath, [intake], {
    env: {
      PORT: String(port),
      CANDOUR_SPOOL: join(folder, "spool"),
      DATABASE_URL: postgres.address.url,
      CANDOUR_LOGINS: JSON.stringify({ intake: logins.intake }),
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  })
  await once(server, "message")
  return server
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  await new Promise((done) => server.close(done))
  return typeof address === "object" && address ? address.port : 0
}
