import { randomBytes } from "node:crypto"
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { dirname, join, resolve } from "node:path"
import { MachineProblem, machineProblem } from "./problem.ts"

/** Bytes the embedded database and a demo need to start with. */
const NEEDED_BYTES = 400 * 1024 * 1024

/** Where a command keeps its data: `chosen`, else CANDOUR_STATE, else `.candour` in the working folder. */
export const stateFolderPath = (chosen: string | undefined, environment: NodeJS.ProcessEnv): string =>
  resolve(chosen ?? environment.CANDOUR_STATE ?? ".candour")

/** Makes `folder` where it isn't there. @throws MachineProblem in a sentence, with the way on */
export function prepareStateFolder(folder: string): void {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw machineProblem(error, folder)
  }
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < NEEDED_BYTES && !existsSync(join(folder, "cluster.json")))
    throw new MachineProblem(
      `Less than 400 MB are free on the disk that holds ${folder}. Free some, or choose another folder with --state FOLDER.`,
    )
}

/** Makes a folder and those above it. One by one: Node's own recursion never ends on a place like /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  mkdirSync(folder)
}

/** Writes `content` so that a reader finds the old file or the new, never a half. */
export function writeWhole(path: string, content: string, mode = 0o600): void {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, content, { mode })
  renameSync(draft, path)
}

/** The state folder's passwords, by login; makes those that are asked for and not there yet. */
export function loginsOf(folder: string, wanted: readonly string[]): Record<string, string> {
  const path = join(folder, "logins.json")
  const logins: Record<string, string> = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {}
  const missing = wanted.filter((login) => logins[login] === undefined)
  if (missing.length === 0) return logins
  for (const login of missing) logins[login] = randomBytes(24).toString("base64url")
  writeWhole(path, JSON.stringify(logins, null, 2))
  return logins
}
