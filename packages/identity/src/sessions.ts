import { asIdentity } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import type { Role } from "@candour/domain/role.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"
import { type Adapter, Lucia, TimeSpan } from "lucia"
import { hashOf } from "./accounts.ts"

/** Who is signed in. */
export interface SignedIn {
  tenant: Tenant
  person: string
  name: string
  shownName: string
  roles: Role[]
}

declare module "lucia" {
  interface Register {
    Lucia: Lucia<SessionAttributes, SignedIn>
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: SignedIn
  }
}

interface SessionAttributes {
  /** The half of the key that keeps the person's key in their browser (keys.md row 5), 32 bytes. */
  sessionKey: Uint8Array
  started: Date
}

/** A session ends after this long without a page, and after this long at the latest. */
const IDLE_MINUTES = 30
const LONGEST_HOURS = 12

type SessionRow = {
  tenant: Tenant
  person: string
  name: string
  shownName: string
  roles: Role[]
  sessionKey: Uint8Array
  started: string
  expires: string
}

/** One of somebody's sessions, as they see it. */
export interface OwnSession {
  /** Whether it is the one that asks. */
  own: boolean
  started: Date
  /** When it was last prolonged: it was used then, and at most a quarter of an hour later. */
  used: Date
}

/** Lucia's storage: the database keeps hashes alone, and lucia must be handed the raw id back, or sign-out misses. */
function adapterOf(database: Database): Adapter {
  const call = <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
    asIdentity(database, (connection) => connection.execute<Row>(query))
  const nothing = async () => {}
  return {
    getSessionAndUser: async (id) => {
      const { rows } = await call<SessionRow>(sql`select tenant, person, name, shown_name as "shownName", roles,
        session_key as "sessionKey", started, expires from session_of(${hashOf(id)})`)
      const row = rows[0]
      if (row === undefined) return [null, null]
      const { sessionKey, started, expires, ...user } = row
      return [
        {
          id,
          userId: row.person,
          expiresAt: new Date(expires),
          attributes: { sessionKey, started: new Date(started) },
        },
        { id: row.person, attributes: user },
      ]
    },
    setSession: async ({ id, userId, expiresAt, attributes }) => {
      await call(sql`select start_session(${hashOf(id)}, ${userId}, ${attributes.sessionKey},
        ${attributes.started.toISOString()}, ${expiresAt.toISOString()})`)
    },
    updateSessionExpiration: async (id, expiresAt) => {
      await call(sql`select extend_session(${hashOf(id)}, ${expiresAt.toISOString()})`)
    },
    deleteSession: async (id) => {
      await call(sql`select end_session(${hashOf(id)})`)
    },
    deleteUserSessions: async (person) => {
      await call(sql`select end_sessions_of(${person})`)
    },
    getUserSessions: async () => [],
    deleteExpiredSessions: nothing, // start_session does
  }
}

/** Sessions of one staff app. Nothing outside this file knows lucia, whose maintainers have ended it as a product. */
export function createSessions(database: Database) {
  const lucia = new Lucia(adapterOf(database), {
    sessionExpiresIn: new TimeSpan(IDLE_MINUTES, "m"),
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  })
  return {
    /** Starts a session; the id is the cookie's value, and known nowhere else. */
    start: async (person: string, sessionKey: Uint8Array): Promise<string> =>
      (await lucia.createSession(person, { sessionKey, started: new Date() })).id,
    /** Who holds session `id`, or undefined where it has ended. Each look prolongs it, up to its longest age. */
    find: async (id: string): Promise<{ who: SignedIn; sessionKey: Uint8Array } | undefined> => {
      const { session, user } = await lucia.validateSession(id)
      if (session === null || user === null) return undefined
      if (Date.now() - session.started.getTime() > LONGEST_HOURS * 3_600_000) {
        await lucia.invalidateSession(id)
        return undefined
      }
      const { tenant, person, name, shownName, roles } = user
      return { who: { tenant, person, name, shownName, roles }, sessionKey: session.sessionKey }
    },
    end: (id: string): Promise<void> => lucia.invalidateSession(id),
    /** Ends every session of a person: the next request with any of them gets nothing. */
    endAll: (person: string): Promise<void> => lucia.invalidateUserSessions(person),
    /** The sessions of whoever holds session `id`, the latest sign-in first. */
    own: async (id: string): Promise<OwnSession[]> => {
      const { rows } = await asIdentity(database, (connection) =>
        connection.execute<{ own: boolean; started: string; expires: string }>(
          sql`select own, started, expires from sessions_with(${hashOf(id)})`,
        ),
      )
      return rows
        .map(({ own, started, expires }) => ({
          own,
          started: new Date(started),
          used: new Date(new Date(expires).getTime() - IDLE_MINUTES * 60_000),
        }))
        .filter(({ started }) => Date.now() - started.getTime() <= LONGEST_HOURS * 3_600_000)
    },
  }
}

export type Sessions = ReturnType<typeof createSessions>
