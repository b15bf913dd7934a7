import { spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { spooledReferral, spooledReport } from "../testing/spooled.ts"
import { openSpool, type Spool } from "./spool.ts"
import { fromFile, toFile } from "./spooled-report.ts"

let base: string
let folder: string
let spool: Spool
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "candour-spool-"))
})
beforeEach(async () => {
  folder = await mkdtemp(join(base, "spool-"))
  spool = await openSpool(folder)
})
afterAll(() => rm(base, { recursive: true }))

test("a kept report is found again, byte for byte, by a process started anew", async () => {
  const kept = spooledReport()
  expect(await spool.keep(kept)).toBe("stored")
  const later = await openSpool(folder)
  expect(later.waiting()).toEqual([kept.report.id])
  expect(await later.find(kept.report.id)).toEqual(kept)
  expect(await later.findByMailbox(kept.report.mailboxHash as Uint8Array)).toEqual(kept)
  expect(await later.findByMailbox(randomBytes(32))).toBeUndefined()
})

test("a report and its referrals are one file, found again byte for byte", async () => {
  const kept = spooledReport({ referrals: [spooledReferral("gwent"), spooledReferral("metropolitan")] })
  await spool.keep(kept)
  expect(await readdir(join(folder, "waiting"))).toEqual([`${kept.report.id}.json`])
  expect(await (await openSpool(folder)).find(kept.report.id)).toEqual(kept)
})

test("the forces that the national desk may find it to be about wait with it", async () => {
  const kept = spooledReport({ tenant: "national-desk", reason: "unknown", candidates: ["kent", "essex"] })
  await spool.keep(kept)
  expect((await (await openSpool(folder)).find(kept.report.id))?.report.candidates).toEqual(["kent", "essex"])
})

test("a file of a report without referrals is as it was, so that an older process delivers it too", () => {
  const kept = spooledReport()
  expect(JSON.parse(toFile(kept)).version).toBe(1)
  expect(toFile({ ...kept, report: { ...kept.report, referrals: [] } })).toBe(toFile(kept))
  expect(JSON.parse(toFile(spooledReport({ referrals: [spooledReferral("gwent")] }))).version).toBe(2)
})

test("a repeat is the same report, another one with its id a conflict, pressed together or apart", async () => {
  const kept = spooledReport()
  const other = spooledReport({ id: kept.report.id })
  expect(await Promise.all([spool.keep(kept), spool.keep(kept), spool.keep(other)])).toEqual([
    "stored",
    "same",
    "conflict",
  ])
  expect(await spool.keep(kept)).toBe("same")
  expect(await spool.find(kept.report.id)).toEqual(kept)
})

test("a delivered report is gone, and one put aside waits for a person", async () => {
  const [delivered, aside] = [spooledReport(), spooledReport()]
  await spool.keep(delivered)
  await spool.keep(aside)
  await spool.delivered(delivered.report.id)
  await spool.setAside(aside.report.id)
  expect(spool.waiting()).toEqual([])
  expect(await readdir(join(folder, "conflicts"))).toEqual([`${aside.report.id}.json`])
  expect((await openSpool(folder)).conflicts()).toBe(1)
})

test("a file tells the day of a report and no finer time, and nobody else on the machine may read it", async () => {
  const kept = spooledReport()
  await spool.keep(kept)
  const { mtime, atime, mode } = await stat(join(folder, "waiting", `${kept.report.id}.json`))
  expect(mtime.toISOString()).toBe("2026-03-01T00:00:00.000Z")
  expect(atime.toISOString()).toBe("2026-03-01T00:00:00.000Z")
  expect(mode & 0o077).toBe(0)
  expect((await stat(join(folder, "waiting"))).mode & 0o077).toBe(0)
})

test("a file that can't be read keeps nobody from their mailbox, and stays for a person to look at", async () => {
  const kept = spooledReport()
  await spool.keep(kept)
  await writeFile(join(folder, "waiting", `${spooledReport().report.id}.json`), "{")
  const later = await openSpool(folder)
  expect(later.unreadable()).toBe(1)
  expect(later.waiting()).toEqual([kept.report.id])
  expect(await later.findByMailbox(kept.report.mailboxHash as Uint8Array)).toEqual(kept)
  expect(await later.findByMailbox(randomBytes(32))).toBeUndefined()
  expect(await readdir(join(folder, "waiting"))).toHaveLength(2)
})

test("looking into one mailbox reads no other's report", async () => {
  const [one, other] = [spooledReport(), spooledReport()]
  await spool.keep(one)
  await spool.keep(other)
  await writeFile(join(folder, "waiting", `${other.report.id}.json`), "{")
  expect(await spool.findByMailbox(one.report.mailboxHash as Uint8Array)).toEqual(one)
  await spool.delivered(one.report.id)
  expect(await spool.findByMailbox(one.report.mailboxHash as Uint8Array)).toBeUndefined()
})

test("what grew when the process died was acknowledged to nobody, and is cleared away", async () => {
  await writeFile(join(folder, "growing", "half"), toFile(spooledReport()).slice(0, 99))
  const later = await openSpool(folder)
  expect(later.waiting()).toEqual([])
  expect(await readdir(join(folder, "growing"))).toEqual([])
})

test("a report that can't be written is kept nowhere, and can be sent again", async () => {
  await rm(join(folder, "growing"), { recursive: true })
  const kept = spooledReport()
  await expect(spool.keep(kept)).rejects.toThrow()
  expect(spool.waiting()).toEqual([])
  expect(await (await openSpool(folder)).keep(kept)).toBe("stored")
})

test("every report that was acknowledged is there, whole and once, whenever the process is killed", async () => {
  const program = fileURLToPath(import.meta.resolve("../testing/keeps-reports.ts"))
  for (const milliseconds of [0, 3, 11, 40]) {
    const child = spawn(process.execPath, [program, folder], { stdio: ["ignore", "pipe", "inherit"] })
    let said = ""
    child.stdout.on("data", (bytes: Buffer) => {
      said += bytes
    })
    await once(child.stdout, "data")
    await pause(milliseconds)
    child.kill("SIGKILL")
    await once(child, "close")

    const acknowledged = said.split("\n").slice(0, -1)
    const names = await readdir(join(folder, "waiting"))
    expect(names).toEqual(expect.arrayContaining(acknowledged.map((id) => `${id}.json`)))
    for (const name of names) {
      const { report } = fromFile(await readFile(join(folder, "waiting", name), "utf8"))
      expect(`${report.id}.json`).toBe(name)
      expect(report.referrals?.map(({ tenant }) => tenant)).toEqual(["gwent", "metropolitan"])
    }
  }
})
