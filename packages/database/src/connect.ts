import type { Tenant } from "@candour/domain/tenant.ts"
import { Pool as NeonPool, neonConfig } from "@neondatabase/serverless"
import { drizzle as drizzleNeon } from "drizzle-orm/neon-serverless"
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres"
import pg from "pg"
import WebSocket from "ws"
import { translated } from "./errors.ts"
import * as schema from "./schema.ts"

/** A database login: one of the four of the house, or a tenant by its id. */
export type Login = "owner" | "intake" | "identity" | "national" | Tenant

/** What a query runs on: the same for every driver, inside or outside a transaction. */
export type Connection = Omit<NodePgDatabase<typeof schema>, "$client">

/** One handle over all logins. A login's pool opens with its first query and closes when it has been idle. */
export interface Database {
  /** Runs `work` in one transaction as `login`; rolls back when it throws. @throws DatabaseAway */
  transaction<Result>(login: Login, work: (transaction: Connection) => Promise<Result>): Promise<Result>
  /** Runs `work` as `login`, each statement a transaction of its own. @throws DatabaseAway */
  statement<Result>(login: Login, work: (connection: Connection) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** Where the database is, and the password of each login that this process may use. */
export interface DatabaseAddress {
  /** `postgres://host:port/database`, without user or password. A Neon host goes over WebSocket. */
  url: string
  logins: Readonly<Record<Login, string>>
  /** Connections for each login at most; 4 unless told. */
  connections?: number
}

/** `address.url` with the user and password of `login`. @throws where this process has no password of it */
export function loginUrl(address: DatabaseAddress, login: Login): string {
  const password = address.logins[login]
  if (password === undefined) throw new Error(`This process holds no database login "${login}".`)
  const url = new URL(address.url)
  url.username = encodeURIComponent(login)
  url.password = encodeURIComponent(password)
  return url.href
}

/** Whether `url` is a Neon database, which is reached over WebSocket. */
export const isNeon = (url: string): boolean => new URL(url).hostname.endsWith(".neon.tech")

/**
 * Neon's driver throws what its socket's listener is given: an ErrorEvent, in which nobody finds the refused connection.
 * This one gives it the error itself, with its code.
 */
class ErrorGivingSocket extends WebSocket {
  override addEventListener<Kind extends keyof WebSocket.WebSocketEventMap>(
    kind: Kind,
    listener: (event: WebSocket.WebSocketEventMap[Kind]) => void,
    options?: WebSocket.EventListenerOptions,
  ): void {
    const given = kind === "error" ? (event: { error: never }) => listener(event.error) : listener
    super.addEventListener(kind, given as typeof listener, options)
  }
}

const CONNECT_MILLISECONDS = 3_000
const IDLE_MILLISECONDS = 30_000

interface Pooled {
  connection: NodePgDatabase<typeof schema>
  end(): Promise<void>
}

/**
 * Lets the process outlive a connection that breaks: an idle one is replaced by the next query, and one in the middle
 * of a transaction fails that transaction's next statement. Unheard, either error would end the process.
 */
function survive(pool: pg.Pool | NeonPool): void {
  pool.on("error", () => {})
  pool.on("connect", (client: { on(event: "error", listener: () => void): unknown }) => client.on("error", () => {}))
}

function openPool(address: DatabaseAddress, login: Login): Pooled {
  const options = {
    connectionString: loginUrl(address, login),
    max: address.connections ?? 4,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    idleTimeoutMillis: IDLE_MILLISECONDS,
    application_name: "candour",
  }
  if (isNeon(address.url)) {
    neonConfig.webSocketConstructor ??= ErrorGivingSocket
    const pool = new NeonPool(options)
    survive(pool)
    // Both drivers speak drizzle's PostgreSQL dialect; only the type of the raw result's class differs.
    return {
      connection: drizzleNeon(pool, { schema }) as unknown as NodePgDatabase<typeof schema>,
      end: () => pool.end(),
    }
  }
  const pool = new pg.Pool(options)
  survive(pool)
  return { connection: drizzle(pool, { schema }), end: () => pool.end() }
}

/** A handle on the database at `address`. Opens nothing before the first query. */
export function connect(address: DatabaseAddress): Database {
  const pools = new Map<Login, Pooled>()
  const poolOf = (login: Login): Pooled => {
    const known = pools.get(login)
    if (known !== undefined) return known
    const opened = openPool(address, login)
    pools.set(login, opened)
    return opened
  }
  return {
    transaction: (login, work) => translated(() => poolOf(login).connection.transaction((inside) => work(inside))),
    statement: (login, work) => translated(() => work(poolOf(login).connection)),
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.end()))
      pools.clear()
    },
  }
}
