import { asOwner } from "@candour/database/as.ts"
import { connect, type Database, type DatabaseAddress } from "@candour/database/connect.ts"
import { type Embedded, startEmbedded } from "@candour/database/embedded/cluster.ts"
import { loginsOf, prepareStateFolder, stateFolderPath } from "@candour/database/embedded/state-folder.ts"
import { addLine, addTenant, migrate, noteEnds } from "@candour/database/migrate.ts"
import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import { endsOf } from "@candour/routing/boundaries.ts"
import { forcesEver, today } from "@candour/routing/directory.ts"
import { lines } from "@candour/routing/lines.ts"
import { sql } from "drizzle-orm"

/** The logins of the house itself, beside one for each tenant. */
export const HOUSE_LOGINS = ["owner", "intake", "identity", "national"] as const

/** The database that a command works on, and how to leave it. */
export interface House {
  folder: string
  database: Database
  address: DatabaseAddress
  /** Undefined where DATABASE_URL names a database of the operator's own. */
  embedded: Embedded | undefined
  /** The migrations that opening it applied. */
  applied: string[]
  /** Closes the connections and stops the embedded database, unless another process uses it. */
  close(): Promise<void>
}

/** The first day of a tenant that the directory gives none: the day the first line opened. */
const FIRST_DAY = "2022-11-29"

/**
 * Every tenant of the directory: the forces that have begun, and the national desk. A force that has ended stays: reports
 * are still there, and later ones are first routed to its area.
 */
export const allTenants = (): string[] => [
  ...forcesEver()
    .filter(({ from }) => from === undefined || from <= today())
    .map(({ id }) => id),
  NATIONAL_DESK,
]

/**
 * Opens the database of `folder`, or the one that DATABASE_URL names; starts the embedded one where it isn't running.
 * A new embedded database is migrated and gets every tenant and line of the directory.
 *
 * @param chosen - the state folder asked for; else CANDOUR_STATE, else `.candour`
 * @throws MachineProblem with the sentence to show
 */
export async function openHouse(chosen?: string, say: (progress: string) => void = () => {}): Promise<House> {
  const folder = stateFolderPath(chosen, process.env)
  prepareStateFolder(folder)
  const embedded = process.env.DATABASE_URL === undefined ? await startEmbedded(folder, say) : undefined
  const logins = loginsOf(folder, [...HOUSE_LOGINS, ...allTenants()])
  const address = embedded
    ? { ...embedded.address, logins }
    : ownDatabase(process.env.DATABASE_URL ?? "", logins, process.env.CANDOUR_LOGINS)
  const database = connect(address)
  const close = async () => {
    await database.close()
    await embedded?.stop()
  }
  try {
    const applied = embedded === undefined ? [] : await furnish(database, address, say)
    return { folder, database, address, embedded, applied, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** A database of the operator's own: `owner` comes with the address or with CANDOUR_LOGINS, the rest we keep. */
function ownDatabase(text: string, kept: Record<string, string>, given: string | undefined): DatabaseAddress {
  const url = new URL(text)
  const owner = url.username === "owner" ? { owner: decodeURIComponent(url.password) } : {}
  const logins = { ...kept, ...owner, ...(given === undefined ? {} : JSON.parse(given)) }
  url.username = ""
  url.password = ""
  return { url: url.href, logins }
}

/** Migrates the database and adds every tenant and line of the directory that it doesn't have. */
export async function furnish(
  database: Database,
  { logins }: DatabaseAddress,
  say: (progress: string) => void = () => {},
): Promise<string[]> {
  const applied = await migrate(database, logins)
  const known = await asOwner(database, async (transaction) => {
    const { rows } = await transaction.execute<{ id: string }>(sql`select id from tenant`)
    return new Set(rows.map((row) => row.id))
  })
  const missing = allTenants().filter((id) => !known.has(id))
  if (missing.length > 0) say(`Adding ${missing.length} desks`)
  const firstDays = new Map(forcesEver().map((force) => [force.id, force.from]))
  for (const id of missing)
    await addTenant(database, { id, opened: firstDays.get(id) ?? FIRST_DAY, password: logins[id] ?? "" })
  await noteEnds(database, endsOf(forcesEver()))
  for (const line of lines) await addLine(database, { id: line.id, tenant: line.force, opened: line.opened })
  return applied
}
