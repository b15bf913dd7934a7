import { startTestCluster } from "./packages/database/src/testing/test-database.ts"

/** One PostgreSQL for the whole run, made anew, so that no run sees what another left. */
export default startTestCluster
