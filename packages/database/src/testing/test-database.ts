import { randomUUID } from "node:crypto"
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { sql } from "drizzle-orm"
import pg from "pg"
import { asOwner } from "../as.ts"
import { connect, type Database, type DatabaseAddress } from "../connect.ts"
import { startEmbedded } from "../embedded/cluster.ts"
import { loginsOf } from "../embedded/state-folder.ts"
import { addLine, addTenant, migrate } from "../migrate.ts"

/** The tenants that every test database has. */
export const TEST_TENANTS = ["kent", "essex", "metropolitan", "gwent", "national-desk"]

/** Names the state folder of this run's cluster, for the processes that a run starts. */
const FOLDER = "CANDOUR_TEST_STATE"

function testStateFolder(): string {
  const folder = process.env[FOLDER]
  if (folder === undefined) throw new Error("The test cluster isn't running: call startTestCluster first.")
  return folder
}

/** A fresh, migrated database for one test file: a clone of a template (35 ms). */
export interface TestDatabase {
  database: Database
  address: DatabaseAddress
  close(): Promise<void>
}

async function once(lock: string, make: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      await pause(50)
    }
  }
  try {
    await make()
  } finally {
    rmdirSync(lock)
  }
}

/**
 * Makes a cluster with its template for one run, and gives what ends it and throws it away. The global set-up of
 * vitest calls it once; another run beside it, or a journey, has its own.
 */
export async function startTestCluster(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "candour-test-"))
  chmodSync(folder, 0o755)
  process.env[FOLDER] = folder
  const embedded = await startEmbedded(folder)
  const logins = loginsOf(folder, ["owner", "intake", "identity", "national", ...TEST_TENANTS])
  const database = connect({ ...embedded.address, logins })
  await migrate(database, logins)
  for (const id of TEST_TENANTS) await addTenant(database, { id, opened: "2022-01-01", password: logins[id] ?? "" })
  await addLine(database, { id: "national", opened: "2024-03-14" })
  await addLine(database, { id: "metropolitan", tenant: "metropolitan", opened: "2022-11-29" })
  await database.close()
  return async () => {
    await embedded.stop(true)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Where the figures differ from the events, with all past days folded. */
const recounted = (database: Database) =>
  asOwner(database, async (transaction) => {
    await transaction.execute(sql`select fold_cube()`)
    return (await transaction.execute(sql`select * from recount()`)).rows
  })

/**
 * @see TestDatabase. Needs {@link startTestCluster} to have run. Closing it counts all events again, and fails where a figure
 * differs from them: whatever a test did, the cube has kept up.
 *
 * @param countsByHand - for a test that writes into the cube itself, past the events
 */
export async function testDatabase({ countsByHand = false } = {}): Promise<TestDatabase> {
  const folder = testStateFolder()
  const { port } = JSON.parse(readFileSync(join(folder, "cluster.json"), "utf8"))
  const logins = loginsOf(folder, [])
  const urlOf = (name: string) => `postgres://127.0.0.1:${port}/${name}`
  const name = `test_${randomUUID().replaceAll("-", "_")}`
  const admin = new pg.Client({
    connectionString: urlOf("postgres").replace("//", `//postgres:${logins.postgres}@`),
  })
  await admin.connect()
  await once(join(folder, "template.lock"), async () => {
    await admin.query(`create database ${name} template candour owner owner`)
    // Privileges on a database are its own, not its template's.
    await admin.query(`revoke all on database ${name} from public`)
    await admin.query(`grant connect on database ${name} to tenant, intake, identity, national`)
  })
  const address = { url: urlOf(name), logins, connections: 10 }
  const database = connect(address)
  return {
    database,
    address,
    close: async () => {
      const differences = countsByHand ? [] : await recounted(database)
      await database.close()
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
      if (differences.length > 0)
        throw new Error(`The figures differ from the events: ${JSON.stringify(differences.slice(0, 5))}`)
    },
  }
}
