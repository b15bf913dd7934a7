import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"
import { asIdentity, asIntake } from "./as.ts"
import type { Connection, Database } from "./connect.ts"

/** A name that the national body gave a force, shown from `from` on. */
export interface ForceName {
  force: Tenant
  from: Day
  name: { en: string; cy: string }
}

const ask = async (connection: Connection): Promise<ForceName[]> => {
  const { rows } = await connection.execute<{ tenant: string; from_day: Day; name_en: string; name_cy: string }>(
    sql`select tenant, from_day::text, name_en, name_cy from force_names()`,
  )
  return rows.map(({ tenant, from_day, name_en, name_cy }) => ({
    force: tenant,
    from: from_day,
    name: { en: name_en, cy: name_cy },
  }))
}

/** The names that forces were given, for the public's door. @throws DatabaseAway */
export const forceNamesForIntake = (database: Database): Promise<ForceName[]> => asIntake(database, ask)

/** The names that forces were given, for the staff apps. @throws DatabaseAway */
export const forceNamesForStaff = (database: Database): Promise<ForceName[]> => asIdentity(database, ask)

/** Milliseconds between two looks for new names. */
const LOOK_EVERY = 60_000

/** Hands the names that forces were given to `take`, now and every minute; while the database is away the last ones stay. */
export async function followForceNames(
  look: () => Promise<ForceName[]>,
  take: (names: ForceName[]) => void,
): Promise<() => void> {
  const again = () => look().then(take, () => undefined)
  await again()
  const timer = setInterval(again, LOOK_EVERY)
  timer.unref()
  return () => clearInterval(timer)
}
