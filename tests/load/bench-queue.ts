/**
 * Measures the queue alone, in a house of its own, and prints figures; asserts nothing.
 * Usage, after a build: node tests/load/bench-queue.ts.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { removeState } from "@candour/database/embedded/cluster.ts"
import { serverEnvironments, startServers } from "../../apps/operator/src/demo/servers.ts"
import { openHouse } from "../../apps/operator/src/house.ts"
import { opaqueSetupOf } from "../../apps/operator/src/seed/secrets.ts"
import { seedDemo } from "../../apps/operator/src/seed/seed-demo.ts"
import { measureQueue } from "./queue.ts"

const FIRST_PORT = 4_760
const folder = mkdtempSync(join(tmpdir(), "candour-bench-"))
const house = await openHouse(folder)
try {
  const signIns = await seedDemo(house, () => {})
  const environments = serverEnvironments(house, await opaqueSetupOf(folder), FIRST_PORT)
  const servers = await startServers(environments, join(folder, "spool"))
  try {
    await measureQueue(house, FIRST_PORT + 1, signIns, (label, value) => console.log(`${label.padEnd(66)}${value}`))
  } finally {
    await servers.stop()
  }
} finally {
  await house.database.close()
  await removeState(folder)
  rmSync(folder, { recursive: true, force: true })
}
