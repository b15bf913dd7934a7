import { randomBytes } from "node:crypto"
import { asOwner } from "@candour/database/as.ts"
import { connect, type Database } from "@candour/database/connect.ts"
import { type TestDatabase, testDatabase } from "@candour/database/testing/test-database.ts"
import type { Day } from "@candour/domain/day.ts"
import type { Role } from "@candour/domain/role.ts"
import { newOpaqueSetup } from "@candour/identity/opaque-server.ts"
import { createStaffIdentity } from "@candour/identity/staff-identity.ts"
import { sql } from "drizzle-orm"
import { createApp } from "../app.tsx"
import { seesFigures } from "../services.ts"

/** The app on a database of its own, with no more logins than its server has. */
export interface TestNational {
  at: TestDatabase
  database: Database
  app: ReturnType<typeof createApp>
  /** The cookie of somebody of the national desk with these roles, signed in. */
  cookieOf(roles: readonly Role[]): Promise<string>
  close(): Promise<void>
}

/**
 * @param today - the day in Europe/London that the app takes it to be, at noon
 * @param site - the folder of the public's figures
 */
export async function testNational(today: Day, site?: string): Promise<TestNational> {
  const at = await testDatabase()
  const { national = "", identity: identityLogin = "" } = at.address.logins
  const database = connect({ ...at.address, logins: { national, identity: identityLogin } })
  const identity = createStaffIdentity({
    database,
    opaqueSetup: await newOpaqueSetup(),
    app: "national",
    admits: seesFigures,
    secure: false,
  })
  return {
    at,
    database,
    app: createApp({
      database,
      identity,
      clock: { now: () => new Date(`${today}T12:00:00Z`) },
      site,
    }),
    cookieOf: async (roles) => {
      const { rows } = await asOwner(at.database, (transaction) =>
        transaction.execute<{ id: string }>(sql`
          insert into staff (tenant, name, shown_name, roles)
            values ('national-desk', ${`person.${randomBytes(6).toString("hex")}`}, 'C. Evans', ${sql.param([...roles])}::text[])
            returning id`),
      )
      return `candour-national=${await identity.sessions.start(rows[0]?.id ?? "", randomBytes(32))}`
    },
    close: async () => {
      await database.close()
      await at.close()
    },
  }
}
