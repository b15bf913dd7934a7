/**
 * Measures Candour on this machine and prints figures with their ratios; asserts nothing.
 * Usage: npm run bench. Load comes from this process, over loopback, so it shares the cores with what it measures.
 */
import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { removeState } from "@candour/database/embedded/cluster.ts"
import { serverEnvironments, startServers } from "../../apps/operator/src/demo/servers.ts"
import { openHouse } from "../../apps/operator/src/house.ts"
import { opaqueSetupOf } from "../../apps/operator/src/seed/secrets.ts"
import { seedDemo } from "../../apps/operator/src/seed/seed-demo.ts"
import { measureAcceptance } from "./acceptance.ts"
import { measureFigures } from "./figures.ts"
import { memoryOf, processOnPort } from "./memory.ts"
import { measurePages } from "./pages.ts"
import { measurePostcodes } from "./postcodes.ts"
import { measureQueue } from "./queue.ts"
import { measureRouting } from "./routing.ts"
import { cookieOf, page } from "./sign-in.ts"
import { measureSlowPhone } from "./slow-phone.ts"
import { measureStart } from "./start.ts"
import { measureSuggestions } from "./suggestions.ts"
import { measureUploads } from "./uploads.ts"

const FIRST_PORT = 4_730
const folder = mkdtempSync(join(tmpdir(), "candour-bench-"))
const house = await openHouse(folder)
const row = (label: string, value: string) => console.log(`${label.padEnd(58)}${value}`)

try {
  console.log("Seeding …")
  const signIns = await seedDemo(house, () => {})
  const environments = serverEnvironments(house, await opaqueSetupOf(folder), FIRST_PORT)

  console.log("\nTime to start (spawn to /health 200)")
  await measureStart(environments, row)

  const servers = await startServers(environments, join(folder, "spool"))
  try {
    const ports = { intake: FIRST_PORT, triage: FIRST_PORT + 1, national: FIRST_PORT + 2 }
    const processes = Object.entries(ports).map(([name, port]) => ({ name, pid: processOnPort(port) }))
    const showMemory = (when: string) => {
      for (const { name, pid } of processes) row(`memory of ${name} ${when}`, `${memoryOf(pid).toFixed(0)} MiB`)
    }
    console.log("\nMemory")
    showMemory("at rest")

    console.log("\nWeight of each intake page (compressed with brotli; requests with script)")
    await measurePages(`http://127.0.0.1:${ports.intake}`, row)

    console.log("\nA slow phone: 400 kbit/s, 400 ms, the processor six times slower")
    await measureSlowPhone(`http://127.0.0.1:${ports.intake}`, row)

    console.log("\nAccepted sealed reports through HTTP, beside a bare INSERT of the same bytes")
    const national = `http://127.0.0.1:${ports.national}`
    const coordinator = signIns.find(({ app }) => app === "national")
    if (coordinator === undefined) throw new Error("The demo has no coordinator.")
    const cookie = await cookieOf(national, coordinator)
    const formSecret = environments.intake.CANDOUR_FORM_SECRET ?? ""
    await measureAcceptance(house, ports.intake, { formSecret, readFigures: () => page(national, cookie) }, row)
    showMemory("after that load")

    console.log("\nFiles of 100 MB, sealed and sent by Chromium")
    await measureUploads(house, ports.intake, row)

    console.log("\nThe queue page of one force")
    await measureQueue(house, ports.triage, signIns, row)

    console.log("\nThe figures page")
    await measureFigures(house, ports.national, signIns, row)
    showMemory("at the end")

    console.log("\nRouting: the hold-out of tests/routing, by class")
    measureRouting(row)
    await measureSuggestions(`http://127.0.0.1:${ports.intake}`, row)
    console.log("\nThe ONS Postcode Directory, generated at its full size")
    await measurePostcodes(row)
  } finally {
    await servers.stop()
  }
} finally {
  await house.database.close()
  await removeState(folder)
  rmSync(folder, { recursive: true, force: true })
}

console.log("\nThe national view over ten million events: each page’s queries, beside a plain GROUP BY")
execFileSync(process.execPath, [join(import.meta.dirname, "bench-figures.ts")], { stdio: "inherit" })
