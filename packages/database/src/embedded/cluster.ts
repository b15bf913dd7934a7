import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import pg from "pg"
import type { DatabaseAddress } from "../connect.ts"
import { MachineProblem, machineProblem } from "./problem.ts"
import { canReach, makeReachableFolder, postgresPrograms, REACHABLE_FOLDER, type RunsAs, runsAs } from "./programs.ts"
import { loginsOf, prepareStateFolder, writeWhole } from "./state-folder.ts"

/** Where the cluster of a state folder lies. */
interface Cluster {
  data: string
  port: number
}

/** The embedded PostgreSQL while this process uses it. */
export interface Embedded {
  /** With every login of the state folder. */
  address: DatabaseAddress
  data: string
  /** Stops PostgreSQL, unless another live process uses it or it is kept; `always` stops it all the same. */
  stop(always?: boolean): Promise<void>
  /** Lets it run on after this process, until it is stopped `always`. */
  keep(): void
}

const DATABASE = "candour"
/** The holder that stands for whoever was given a connection string. */
const KEPT = "kept"
/** What Candour keeps in a state folder; anything else there is somebody else's. */
const STATE_FILES = [
  "cluster.json",
  "database",
  "demo.json",
  "holders",
  "logins.json",
  "opaque-setup",
  "postgres.log",
  "spool",
]
const START_MILLISECONDS = 60_000
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "300",
  shared_buffers: "128MB",
  password_encryption: "scram-sha-256",
  // A statement in a log could carry what somebody typed: none is written, whatever fails.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_statement: "none",
  log_parameter_max_length_on_error: "0",
  log_min_messages: "fatal",
  timezone: "Europe/London",
}

/** Lays out the cluster of `folder` where it isn't there; whether it was made now. */
function prepareCluster(folder: string, user: RunsAs, programs: string): Cluster {
  const path = join(folder, "cluster.json")
  if (existsSync(path)) {
    const known: Cluster = JSON.parse(readFileSync(path, "utf8"))
    if (existsSync(join(known.data, "PG_VERSION"))) return known
  }
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 12)
  const data = canReach(user, folder) ? join(folder, "database") : join(REACHABLE_FOLDER, `database-${name}`)
  try {
    if (data.startsWith(REACHABLE_FOLDER)) makeReachableFolder()
    rmSync(data, { recursive: true, force: true })
    mkdirSync(data, { recursive: true, mode: 0o700 })
    if (user.uid !== undefined && user.gid !== undefined) chownSync(data, user.uid, user.gid)
  } catch (error) {
    throw machineProblem(error, data)
  }
  const passwordFolder = mkdtempSync(join(tmpdir(), "candour-"))
  const passwordFile = join(passwordFolder, "password")
  writeFileSync(passwordFile, loginsOf(folder, ["postgres"]).postgres ?? "", { mode: 0o600 })
  if (user.uid !== undefined && user.gid !== undefined)
    for (const path of [passwordFolder, passwordFile]) chownSync(path, user.uid, user.gid)
  const made = spawnSync(
    join(programs, "bin/initdb"),
    [
      "-D",
      data,
      "-U",
      "postgres",
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--no-sync",
      `--pwfile=${passwordFile}`,
    ],
    { ...user, cwd: "/", encoding: "utf8", env: { LC_ALL: "C", TZ: "UTC" } },
  )
  rmSync(passwordFolder, { recursive: true, force: true })
  if (made.status !== 0) {
    const why = `${made.stderr ?? ""}${made.error?.message ?? ""}`
    rmSync(data, { recursive: true, force: true })
    throw /No space left/i.test(why)
      ? new MachineProblem(
          `The disk that holds ${data} is full. Free 1 GB, or choose another folder with --state FOLDER.`,
        )
      : new MachineProblem(`PostgreSQL could not create its files in ${data}: ${why.trim().split("\n").at(-1)}`)
  }
  return { data, port: 0 }
}

/** The process of a running postmaster on `data` and its port, by its own pid file. */
function running(data: string): { pid: number; port: number } | undefined {
  const path = join(data, "postmaster.pid")
  if (!existsSync(path)) return undefined
  const lines = readFileSync(path, "utf8").split("\n")
  const pid = Number(lines[0])
  const command = existsSync(`/proc/${pid}/comm`) ? readFileSync(`/proc/${pid}/comm`, "utf8").trim() : undefined
  if (command === "postgres") return { pid, port: Number(lines[3]) }
  rmSync(path, { force: true }) // left by a machine that went down; another process may have the number now
  return undefined
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })

/** Waits until PostgreSQL answers; a crash of the time before may be recovered first. */
async function answers(url: string, child: ChildProcess | undefined, log: string): Promise<void> {
  const until = Date.now() + START_MILLISECONDS
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
    try {
      await client.connect()
      await client.end()
      return
    } catch (cause) {
      await client.end().catch(() => {})
      if (child?.exitCode != null || Date.now() > until) {
        const last = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").at(-1) : ""
        throw new MachineProblem(
          /No space left/i.test(String(last))
            ? "The disk of the embedded PostgreSQL is full. Free 1 GB and start again; nothing is lost."
            : `The embedded PostgreSQL did not start: ${last || String(cause)}`,
          { cause },
        )
      }
      await pause(20)
    }
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}

/** Whether the cluster of `folder` must go on running without us. */
const isNeeded = (folder: string): boolean =>
  readdirSync(join(folder, "holders")).some(
    (holder) => holder === KEPT || (Number(holder) !== process.pid && isAlive(Number(holder))),
  )

/**
 * Starts the embedded PostgreSQL of `folder`, creating it first where needed, or uses the one that runs: after a
 * `kill -9` of ours it lives on, and is adopted. As root it runs as the user `candour`, outside `folder` where that
 * user can't reach it.
 *
 * @param say - told, in a few words, what takes time
 * @throws MachineProblem with the sentence to show
 */
export async function startEmbedded(folder: string, say: (progress: string) => void = () => {}): Promise<Embedded> {
  prepareStateFolder(folder)
  const user = runsAs()
  const programs = postgresPrograms(user)
  if (!existsSync(join(folder, "cluster.json"))) say("Creating the database")
  const cluster = prepareCluster(folder, user, programs)
  mkdirSync(join(folder, "holders"), { recursive: true })
  writeFileSync(join(folder, "holders", String(process.pid)), "")

  const log = join(folder, "postgres.log")
  const password = loginsOf(folder, ["postgres", "owner"]).postgres
  const urlAt = (port: number, database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
  let at = running(cluster.data)
  if (at === undefined) {
    const port = await freePort()
    const output = openSync(log, "w", 0o600)
    const child = spawn(
      join(programs, "bin/postgres"),
      [
        "-D",
        cluster.data,
        "-p",
        String(port),
        ...Object.entries(SETTINGS).flatMap(([key, value]) => ["-c", `${key}=${value}`]),
      ],
      // Detached: Ctrl-C reaches us first, and we stop it when the servers have finished.
      { ...user, cwd: "/", detached: true, stdio: ["ignore", output, output], env: { LC_ALL: "C", TZ: "UTC" } },
    )
    child.unref()
    await answers(urlAt(port, "postgres"), child, log)
    at = { pid: child.pid ?? 0, port }
  } else await answers(urlAt(at.port, "postgres"), undefined, log)
  writeWhole(join(folder, "cluster.json"), JSON.stringify({ data: cluster.data, port: at.port }))
  await makeOwner(urlAt(at.port, "postgres"), loginsOf(folder, ["owner"]).owner ?? "")

  const { pid, port } = at
  return {
    address: { url: `postgres://127.0.0.1:${port}/${DATABASE}`, logins: loginsOf(folder, []) },
    data: cluster.data,
    keep: () => writeFileSync(join(folder, "holders", KEPT), ""),
    stop: async (always = false) => {
      rmSync(join(folder, "holders", String(process.pid)), { force: true })
      if (!always && isNeeded(folder)) return
      rmSync(join(folder, "holders", KEPT), { force: true })
      if (isAlive(pid)) process.kill(pid, "SIGINT") // fast shutdown: open transactions are rolled back
      while (existsSync(join(cluster.data, "postmaster.pid")) && isAlive(pid)) await pause(20)
    },
  }
}

/** The owner of everything: may make roles and is no superuser, so that what works here works hosted. */
async function makeOwner(url: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const known = await client.query(
      "select exists (select from pg_roles where rolname = 'owner') as role, exists (select from pg_database where datname = $1) as database",
      [DATABASE],
    )
    if (!known.rows[0].role)
      await client.query(`create role owner login createrole createdb nosuperuser password '${password}'`)
    if (!known.rows[0].database) await client.query(`create database ${DATABASE} owner owner`)
  } finally {
    await client.end()
  }
}

/** Throws away the cluster of `folder` and all else that Candour keeps there; stops PostgreSQL first. */
export async function removeState(folder: string): Promise<void> {
  const path = join(folder, "cluster.json")
  if (existsSync(path)) {
    const { data }: Cluster = JSON.parse(readFileSync(path, "utf8"))
    const at = running(data)
    if (at !== undefined) process.kill(at.pid, "SIGQUIT") // at once: what it would write is thrown away
    while (at !== undefined && isAlive(at.pid)) await pause(20)
    rmSync(data, { recursive: true, force: true })
  }
  for (const name of STATE_FILES) rmSync(join(folder, name), { recursive: true, force: true })
}
