import { rmSync } from "node:fs"
import { startTestCluster, testStateFolder } from "./packages/database/src/testing/test-database.ts"

/** One PostgreSQL for the whole run, made anew, so that no run sees what another left. */
export default async function setup() {
  rmSync(testStateFolder(), { recursive: true, force: true })
  return startTestCluster()
}
