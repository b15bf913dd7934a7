import { randomBytes } from "node:crypto"
import { asOwner } from "@candour/database/as.ts"
import { connect, type Database } from "@candour/database/connect.ts"
import { type TestDatabase, testDatabase } from "@candour/database/testing/test-database.ts"
import type { Clock, Day } from "@candour/domain/day.ts"
import type { Role } from "@candour/domain/role.ts"
import { newOpaqueSetup } from "@candour/identity/opaque-server.ts"
import { createStaffIdentity } from "@candour/identity/staff-identity.ts"
import { type Force, forcesEver } from "@candour/routing/directory.ts"
import type { SendMail } from "@candour/web/smtp.ts"
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

/** What an app under test is given otherwise. */
interface Given {
  /** How it mails; it has no mail server unless told. */
  send?: SendMail
  /** The time; else it is noon of the day. */
  clock?: Clock
  /** The forces of every day; the directory's, unless a test tries a merger. */
  forces?: readonly Force[]
  /** The folder of the public's figures; it has none unless told. */
  site?: string
}

/** @param today - the day in Europe/London that the app takes it to be */
export async function testNational(
  today: Day,
  { send, clock = noonOf(today), forces = forcesEver(), site }: Given = {},
): Promise<TestNational> {
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
    app: createApp({ database, identity, clock, forces, send, started: clock.now(), site }),
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

const noonOf = (day: Day): Clock => ({ now: () => new Date(`${day}T12:00:00Z`) })
