/**
 * Measures the national view over ten million events, in a house of its own, and prints figures; asserts nothing.
 * Usage: node tests/load/bench-figures.ts [EVENTS] [FOLDER]. With a folder the data is kept for the next time.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { removeState } from "@candour/database/embedded/cluster.ts"
import { openHouse } from "../../apps/operator/src/house.ts"
import { measureNational } from "./national.ts"

const [EVENTS = "10000000", KEPT] = process.argv.slice(2)

const folder = KEPT ?? mkdtempSync(join(tmpdir(), "candour-bench-"))
const house = await openHouse(folder)
try {
  await measureNational(house, Number(EVENTS), (label, value) => console.log(`${label.padEnd(66)}${value}`))
} finally {
  await house.database.close()
  await house.embedded?.stop()
  if (KEPT === undefined) {
    await removeState(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}
