import { mkdir, readdir, readFile, rename, rm, unlink } from "node:fs/promises"
import { join } from "node:path"
import { syncFolder, writeDurably } from "./durable-file.ts"
import { equalBytes } from "./equal-bytes.ts"
import { fromFile, type SpooledReport, toFile } from "./spooled-report.ts"

/**
 * Sealed reports on disk that the database hasn't confirmed yet (design §5). One process has one spool folder:
 *
 * - `waiting/ID.json`: to be delivered; once such a file is there, its receipt may be shown
 * - `conflicts/ID.json`: the database holds another report with this id, so a person has to look
 * - `growing/`: files being written; nobody was shown a receipt for them
 */
export interface Spool {
  /**
   * Keeps a report until it is delivered. Safe to repeat.
   *
   * @returns `stored` or `same` once it is on disk; `conflict` where another report with this id waits already
   */
  keep(spooled: SpooledReport): Promise<"stored" | "same" | "conflict">
  /** The waiting report with this id. */
  find(id: string): Promise<SpooledReport | undefined>
  /** The waiting report whose mailbox has this hash. */
  findByMailbox(hash: Uint8Array): Promise<SpooledReport | undefined>
  /** The ids of the waiting reports. */
  waiting(): string[]
  /** Forgets a report that the database holds. */
  delivered(id: string): Promise<void>
  /** Puts a report aside that the database refuses as another one with its id. */
  setAside(id: string): Promise<void>
  /** How many milliseconds the longest waiting report has waited, since it was kept or this process began. */
  longestWait(): number
  /** How many reports were put aside. */
  conflicts(): number
  /** How many files lay among the waiting ones when this process began that are no reports it can read: they are kept. */
  unreadable(): number
}

/** Opens the spool in `folder`, making it where there is none. @throws where it can't be written */
export async function openSpool(folder: string): Promise<Spool> {
  const [waitingFolder, conflictFolder, growing] = ["waiting", "conflicts", "growing"].map((name) =>
    join(folder, name),
  ) as [string, string, string]
  await rm(growing, { recursive: true, force: true })
  for (const each of [waitingFolder, conflictFolder, growing]) await mkdir(each, { recursive: true, mode: 0o700 })
  await syncFolder(folder)

  const pathOf = (id: string) => join(waitingFolder, `${id}.json`)
  const idsIn = async (place: string) => (await readdir(place)).map((name) => name.replace(/\.json$/, ""))
  /**
   * Each waiting report: a promise that ends when it is on disk, so that a repeat waits for the first; and since when
   * it waits, by a clock that only this process knows (no moment is written down, and setting the time changes nothing).
   */
  const waiting = new Map<string, { written: Promise<void>; since: number }>()
  const wait = (id: string, written: Promise<void>) => waiting.set(id, { written, since: performance.now() })
  /** Which report a mailbox's hash leads to, so that looking into one reads no other. */
  const byMailbox = new Map<string, string>()
  const unreadable = new Set<string>()
  const keyOf = (hash: Uint8Array) => Buffer.from(hash).toString("base64")
  const remember = ({ report: { id, mailboxHash } }: SpooledReport) => {
    if (mailboxHash) byMailbox.set(keyOf(mailboxHash), id)
  }
  for (const id of await idsIn(waitingFolder)) {
    try {
      remember(fromFile(await readFile(pathOf(id), "utf8")))
      wait(id, Promise.resolve())
    } catch {
      unreadable.add(id)
    }
  }
  let conflicts = (await idsIn(conflictFolder)).length

  const find = async (id: string) => {
    const known = waiting.get(id)
    if (known === undefined) return undefined
    await known.written.catch(() => {})
    try {
      return fromFile(await readFile(pathOf(id), "utf8"))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error
      waiting.delete(id) // delivered meanwhile
      return undefined
    }
  }
  const leave = async (id: string, move: Promise<void>) => {
    await move
    waiting.delete(id)
    await syncFolder(waitingFolder)
  }

  return {
    find,
    async keep(spooled) {
      const { id, digest } = spooled.report
      if (unreadable.has(id)) throw new Error("A file that can't be read lies in this report's place.")
      while (waiting.has(id)) {
        const before = await find(id)
        if (before) return equalBytes(before.report.digest, digest) ? "same" : "conflict"
      }
      // The file's times are those of the day's beginning: the moment of a report is kept nowhere (design §5).
      const writing = writeDurably(pathOf(id), toFile(spooled), growing, new Date(`${spooled.day}T00:00:00Z`))
      wait(id, writing)
      try {
        await writing
        remember(spooled)
        return "stored"
      } catch (error) {
        waiting.delete(id)
        throw error
      }
    },
    async findByMailbox(hash) {
      const id = byMailbox.get(keyOf(hash))
      const spooled = id === undefined ? undefined : await find(id)
      if (spooled === undefined) byMailbox.delete(keyOf(hash)) // it was delivered
      return spooled
    },
    waiting: () => [...waiting.keys()],
    delivered: (id) => leave(id, unlink(pathOf(id))),
    async setAside(id) {
      await leave(id, rename(pathOf(id), join(conflictFolder, `${id}.json`)))
      await syncFolder(conflictFolder)
      conflicts += 1
    },
    longestWait: () => {
      const now = performance.now()
      return Math.max(0, ...[...waiting.values()].map(({ since }) => now - since))
    },
    conflicts: () => conflicts,
    unreadable: () => unreadable.size,
  }
}
