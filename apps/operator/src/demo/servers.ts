import { type ChildProcess, fork } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdirSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { CommandProblem } from "../failure.ts"
import { allTenants, type House } from "../house.ts"
import { postcodesFolder } from "../import-postcodes/edition.ts"

/** The three servers, in the order of their ports. */
export const SERVERS = ["intake", "triage", "national"] as const
export type ServerName = (typeof SERVERS)[number]

/** The whole environment of each server: its own logins and secrets, and nothing of anybody else's (design §5). */
export function serverEnvironments(
  { address, folder }: Pick<House, "address" | "folder">,
  opaqueSetup: string,
  firstPort: number,
): Record<ServerName, Record<string, string>> {
  const only = (...logins: string[]) =>
    JSON.stringify(Object.fromEntries(logins.map((login) => [login, address.logins[login]])))
  const of = (name: ServerName, logins: string[], more: Record<string, string>) => ({
    PORT: String(firstPort + SERVERS.indexOf(name)),
    DATABASE_URL: address.url,
    CANDOUR_LOGINS: only(...logins),
    ...more,
  })
  // Plain http on one's own machine: a cookie for https alone would never come back.
  const staff = { CANDOUR_OPAQUE_SETUP: opaqueSetup, CANDOUR_SECURE: "0" }
  return {
    intake: of("intake", ["intake"], {
      CANDOUR_SPOOL: join(folder, "spool"),
      CANDOUR_POSTCODES: postcodesFolder(folder),
      CANDOUR_FIGURES_ADDRESS: `http://127.0.0.1:${firstPort + SERVERS.indexOf("national")}/figures/`,
      // Out of a password of the demo's own, so that a form outlives a restart: it keeps floods out, and nothing secret.
      CANDOUR_FORM_SECRET: createHash("sha256").update(`form ${address.logins.intake}`).digest("hex"),
    }),
    triage: of("triage", ["identity", ...allTenants()], staff),
    national: of("national", ["identity", "national"], { ...staff, CANDOUR_FIGURES: join(folder, "figures") }),
  }
}

/** @throws CommandProblem where one of the three neighbouring ports is taken */
export async function checkPorts(firstPort: number): Promise<void> {
  if (!Number.isInteger(firstPort) || firstPort < 1 || firstPort > 65_533)
    throw new CommandProblem("--port takes a number from 1 to 65533, such as 4100.")
  for (const port of SERVERS.map((_, index) => firstPort + index)) {
    const problem = await new Promise<string | undefined>((resolve) => {
      const probe = createServer()
      probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code))
      probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(undefined)))
    })
    if (problem !== undefined)
      throw new CommandProblem(
        `Port ${port} ${problem === "EACCES" ? "is not allowed for this user" : "is taken"}. ` +
          `Choose three others: npm run demo -- --port ${firstPort < 1024 ? 4100 : firstPort + 100}`,
      )
  }
}

/** Where an app's bundle lies: beside the operator's, from its bundle as from its source. */
const bundleOf = (name: ServerName): string =>
  join(import.meta.dirname.replace(/\/operator\/(dist|src\/demo)$/, ""), name, "dist/main.js")

/**
 * V8 would rather grow than collect: a server that holds no state needs little, and stays flat under load. Staff's pages
 * are large: with room for several of them fewer grow old before they are done with, and the slowest twentieth of a queue's
 * pages takes 40 ms instead of 60.
 */
export const serverFlags = (name: ServerName): string[] => [
  "--max-old-space-size=128",
  `--max-semi-space-size=${name === "intake" ? 2 : 8}`,
]

const HEALTH_MILLISECONDS = 20_000

/** Starts the three servers, each with its own environment alone, and waits until each can do its work. */
export async function startServers(
  environments: Record<ServerName, Record<string, string>>,
  spool: string,
): Promise<{ stop: () => Promise<void>; failed: Promise<ServerName> }> {
  mkdirSync(spool, { recursive: true, mode: 0o700 })
  const children = SERVERS.map((name) => {
    // Detached: Ctrl-C is ours to pass on, once, in order. Without us they end by themselves (IPC).
    const child = fork(bundleOf(name), [], { env: environments[name], detached: true, execArgv: serverFlags(name) })
    return { name, child }
  })
  const stop = async () => {
    await Promise.all(children.map(({ child }) => ended(child)))
  }
  const failed = Promise.race(
    children.map(({ name, child }) => new Promise<ServerName>((resolve) => child.once("exit", () => resolve(name)))),
  )
  try {
    for (const { name, child } of children) await healthy(environments[name].PORT ?? "", name, child)
  } catch (error) {
    await stop()
    throw error
  }
  return { stop, failed }
}

async function healthy(port: string, name: ServerName, child: ChildProcess): Promise<void> {
  const until = Date.now() + HEALTH_MILLISECONDS
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined)
    if (answer?.ok) return
    if (child.exitCode !== null || Date.now() > until)
      throw new CommandProblem(`The ${name} server did not start. What it said stands above.`)
    await pause(25)
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once("exit", () => resolve())
    child.kill("SIGTERM")
  })
}
