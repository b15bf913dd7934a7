import { asNational } from "@candour/database/as.ts"
import type { Connection, Database } from "@candour/database/connect.ts"
import { heartbeatWeeks } from "../release/heartbeat-weeks.ts"
import type { Release } from "../release/release.ts"
import { listReleases, publishedReleases } from "../release/releases.ts"
import type { Published } from "./site-files.tsx"

/** Reads all that the site may be made of: what is out, and the day of the next release. No count of today. */
export const readPublished = (database: Database): Promise<Published> =>
  asNational(database, async (transaction) => ({
    releases: await publishedReleases(transaction),
    weeks: await heartbeatWeeks(transaction),
    next: nextOf(await listReleases(transaction)),
  }))

/** What {@link readPublished} would give, as a short text: another where anything of it has changed. */
export async function stateOfPublished(transaction: Connection): Promise<string> {
  const releases = await listReleases(transaction)
  const out = releases.filter(({ state }) => state === "published").map(({ number }) => number)
  const weeks = (await heartbeatWeeks(transaction)).map(({ monday }) => monday)
  return JSON.stringify([out, weeks, nextOf(releases)])
}

function nextOf(releases: readonly Release[]): Published["next"] {
  const [next] = releases
    .filter(({ state, revision }) => state !== "published" && state !== "withdrawn" && revision === 0)
    .sort((one, other) => (one.publicationDay < other.publicationDay ? -1 : 1))
  return next && { quarter: next.quarter, publicationDay: next.publicationDay }
}
