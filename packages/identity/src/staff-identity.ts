import type { Database } from "@candour/database/connect.ts"
import type { Context, MiddlewareHandler } from "hono"
import { deleteCookie, getCookie, setCookie } from "hono/cookie"
import { createOpaqueServer, type OpaqueServer } from "./opaque-server.ts"
import { createSessions, type Sessions, type SignedIn } from "./sessions.ts"

/** What a staff app's identity is made from. */
export interface StaffIdentityOptions {
  database: Database
  opaqueSetup: string
  /** The app's name: it names the cookie, since the apps of one host share their cookies whatever their ports. */
  app: "triage" | "national"
  /** Who may use this app at all. */
  admits: (who: SignedIn) => boolean
  /** Whether pages come over https, as they do everywhere but on one's own machine. */
  secure: boolean
}

/** Identity for one staff app: its sessions and sign-ins. */
export interface StaffIdentity {
  database: Database
  opaque: OpaqueServer
  sessions: Sessions
  admits: (who: SignedIn) => boolean
  /** How many sign-ins of each name wait for their answer. */
  starting: Map<string, number>
  /** Sets the session's cookie: it ends with the browser; the session itself ends by idleness and age. */
  remember(c: Context, id: string): void
  forget(c: Context): void
  sessionId(c: Context): string | undefined
  /** Lets only signed-in staff of this app pass; puts them where {@link whoOf} finds them. */
  required: MiddlewareHandler<{ Variables: StaffVariables }>
}

/** What {@link StaffIdentity.required} leaves with the request. */
export interface StaffVariables {
  who: SignedIn
  sessionKey: Uint8Array
}

/** Builds identity for a staff app. */
export function createStaffIdentity({
  database,
  opaqueSetup,
  app,
  admits,
  secure,
}: StaffIdentityOptions): StaffIdentity {
  const sessions = createSessions(database)
  const cookie = `${secure ? "__Host-" : ""}candour-${app}`
  const sessionId = (c: Context) => getCookie(c, cookie)
  return {
    database,
    opaque: createOpaqueServer(opaqueSetup),
    sessions,
    admits,
    starting: new Map(),
    remember: (c, id) => setCookie(c, cookie, id, { httpOnly: true, secure, sameSite: "Strict", path: "/" }),
    forget: (c) => void deleteCookie(c, cookie, { path: "/", secure }),
    sessionId,
    required: async (c, next) => {
      if (c.get("who") !== undefined) return next() // asked for a whole part of the app already
      const id = sessionId(c)
      const found = id === undefined ? undefined : await sessions.find(id)
      if (found === undefined || !admits(found.who)) {
        // A script's question gets an answer it can read; a person gets the sign-in page, and comes back here.
        if (c.req.method !== "GET" || c.req.header("sec-fetch-dest") === "empty")
          return c.json({ problem: "signed-out" }, 401)
        return c.redirect(
          `/sign-in?next=${encodeURIComponent(new URL(c.req.url).pathname + new URL(c.req.url).search)}`,
        )
      }
      c.set("who", found.who)
      c.set("sessionKey", found.sessionKey)
      c.header("cache-control", "no-store")
      await next()
    },
  }
}
