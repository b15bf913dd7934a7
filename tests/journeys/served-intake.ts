import { type ChildProcess, spawn } from "node:child_process"
import { randomUUID } from "node:crypto"
import { once } from "node:events"
import { openSync } from "node:fs"
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { addEvent } from "@candour/database/add-event.ts"
import { asOwner, asTenant } from "@candour/database/as.ts"
import { connect, type Database } from "@candour/database/connect.ts"
import { type Embedded, startEmbedded } from "@candour/database/embedded/cluster.ts"
import { loginsOf } from "@candour/database/embedded/state-folder.ts"
import { addLine, addTenant, migrate } from "@candour/database/migrate.ts"
import { inboxKey, message, staff } from "@candour/database/schema.ts"
import { fromBase64url } from "@candour/sealing/encoding.ts"
import type { FileEntry } from "@candour/sealing/file-entry.ts"
import { type InboxKey, newInboxKey } from "@candour/sealing/inbox-key.ts"
import { openMessage, sealMessage, verifySigned } from "@candour/sealing/message.ts"
import { openReport } from "@candour/sealing/open-report.ts"
import type { ReportBody } from "@candour/sealing/report-body.ts"
import { digestOf, sealedFromStorage, secretFrom } from "@candour/sealing/sealed.ts"
import { openFile } from "@candour/sealing/sealed-file.ts"
import { test as base } from "@playwright/test"
import { eq, sql } from "drizzle-orm"

const DESKS = ["kent", "gwent", "metropolitan", "national-desk"]
const intake = join(import.meta.dirname, "../../apps/intake/dist/main.js")

/** The built intake, with what lies at its desks. */
interface Served {
  url: string
  /** Every report that `tenant` holds, by its id, opened with that desk's own key. */
  reportsOf(tenant: string): Promise<Map<string, ReportBody>>
  /** A lead of Kent opens the report and writes to its reporter, in its language; answers what the reporter wrote. */
  answer(report: string, text: string): Promise<string[]>
  /** Everything that intake and its database may write to: cluster, spool, logs, temporary files. */
  folder: string
  /** Ends the server at once, as a power cut does, and starts it again on the same folder and port. */
  killAndRestart(): Promise<void>
  /** The files that came with a report's messages, as Kent opens them. */
  filesOf(report: string): Promise<(FileEntry & { content: Buffer })[]>
  /** Kent finishes with the report. */
  finish(report: string): Promise<void>
}

/** Journeys against the built intake, on a database of its own whose four desks are open; once for each worker. */
export const test = base.extend<object, { served: Served }>({
  served: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), "candour-journey-"))
      await chmod(folder, 0o755) // so that PostgreSQL's own user reaches its files
      const postgres = await startEmbedded(join(folder, "state"))
      const port = await freePort()
      const logins = loginsOf(join(folder, "state"), ["owner", "intake", "identity", "national", ...DESKS])
      const database = connect({ ...postgres.address, logins })
      const inboxes = await openDesks(database, logins)
      let server = await serveIntake(folder, postgres, port, logins.intake)
      const kent = await leadOfKent(database)
      const reportsOf = (tenant: string) => openedReports(database, inboxes, tenant)
      await use({
        url: `http://127.0.0.1:${port}`,
        reportsOf,
        folder,
        killAndRestart: async () => {
          server.kill("SIGKILL")
          await once(server, "exit")
          server = await serveIntake(folder, postgres, port, logins.intake)
        },
        answer: async (report, text) => {
          const body = (await reportsOf("kent")).get(report)
          if (!body) throw new Error("Kent doesn't hold this report.")
          return answerAs(database, kent, report, body, text)
        },
        filesOf: async (report) => {
          const body = (await reportsOf("kent")).get(report)
          return body ? openedFiles(database, report, body) : []
        },
        finish: async (report) => {
          const finished = sql`update report set stage = 'closed' where id = ${report}`
          await asOwner(database, (transaction) => transaction.execute(finished))
        },
      })
      server.kill("SIGTERM")
      await once(server, "exit")
      await database.close()
      await postgres.stop(true)
      await rm(folder, { recursive: true })
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: ({ served }, use) => use(served.url),
})

type Inboxes = ReadonlyMap<string, InboxKey>

async function openDesks(database: Database, logins: Readonly<Record<string, string>>): Promise<Inboxes> {
  await migrate(database, logins)
  for (const id of DESKS) await addTenant(database, { id, opened: "2022-01-01", password: logins[id] ?? "" })
  await addLine(database, { id: "national", opened: "2024-03-14" })
  const inboxes = await Promise.all(DESKS.map((tenant) => newInboxKey(tenant)))
  const values = inboxes.map(({ tenant, generation, recipient }) => ({ tenant, generation, recipient }))
  await asOwner(database, (transaction) => transaction.insert(inboxKey).values(values))
  return new Map(inboxes.map((inbox) => [inbox.tenant, inbox]))
}

async function openedReports(database: Database, inboxes: Inboxes, tenant: string): Promise<Map<string, ReportBody>> {
  const { rows } = await asOwner(database, (transaction) =>
    transaction.execute<{ report: string; body: Uint8Array; wrapped: Uint8Array }>(sql`
      select b.report, b.body, w.wrapped from sealed_body b join wrap w on w.tenant = b.tenant and w.report = b.report
        where b.tenant = ${tenant}`),
  )
  const sealed = (bytes: Uint8Array) => sealedFromStorage(new Uint8Array(bytes))
  const opened = rows.map(async ({ report, body, wrapped }) => {
    const inbox = inboxes.get(tenant)?.identity ?? ""
    const read = await openReport(inbox, { tenant, report }, sealed(wrapped), sealed(body))
    return [report, read.body] as const
  })
  return new Map(await Promise.all(opened))
}

async function leadOfKent(database: Database): Promise<string> {
  const id = randomUUID()
  const person = { tenant: "kent", id, name: "lead", shownName: "Lead", roles: ["lead" as const], active: true }
  await asOwner(database, (transaction) => transaction.insert(staff).values(person))
  return id
}

async function openedFiles(database: Database, report: string, body: ReportBody) {
  const rows = await asTenant(database, "kent", (transaction) =>
    transaction.select().from(message).where(eq(message.report, report)).orderBy(message.number),
  )
  const files: (FileEntry & { content: Buffer })[] = []
  let previous: Uint8Array | undefined
  for (const row of rows.filter(({ fromReporter }) => fromReporter)) {
    const sealed = sealedFromStorage(new Uint8Array(row.sealed))
    const at = { from: "reporter", number: row.number, ...(previous && { previous }) } as const
    const key = secretFrom<"thread">(fromBase64url(body.thread))
    const says = await openMessage(key, { tenant: "kent", report }, at, sealed)
    for (const entry of says.files ?? []) files.push({ ...entry, content: await openedFile(database, report, entry) })
    previous = digestOf(sealed)
  }
  return files
}

async function openedFile(database: Database, report: string, entry: FileEntry): Promise<Buffer> {
  const { rows } = await asOwner(database, (transaction) =>
    transaction.execute<{ piece: Buffer }>(sql`select piece from file_piece where file = ${entry.id} order by number`),
  )
  const pieces = new Blob(rows.map(({ piece }) => new Uint8Array(piece))).stream()
  const content = await openFile(secretFrom(fromBase64url(entry.key)), { report, file: entry.id }, pieces, {
    bytes: entry.bytes,
    digest: fromBase64url(entry.digest),
  })
  return Buffer.from(await new Response(content as BodyInit).arrayBuffer())
}

async function answerAs(database: Database, by: string, report: string, body: ReportBody, text: string) {
  const key = secretFrom<"thread">(fromBase64url(body.thread))
  const thread = { tenant: "kent", report }
  return asTenant(database, "kent", async (transaction) => {
    const opened = { kind: "opened", detail: { reason: "own" } } as const
    await addEvent(transaction, { tenant: "kent", report, by, codes: opened })
    const rows = await transaction.select().from(message).where(eq(message.report, report)).orderBy(message.number)
    const number = rows.filter(({ fromReporter }) => !fromReporter).length
    const says = { version: 1, text, language: body.language } as const
    const words = await sealMessage(key, thread, { from: "team", number }, says)
    const codes = { kind: "messaged", detail: { message: number } } as const
    await addEvent(transaction, { tenant: "kent", report, by, codes, words })
    let previous: Uint8Array | undefined
    const said: string[] = []
    for (const each of rows.filter(({ fromReporter }) => fromReporter)) {
      const sealed = sealedFromStorage(new Uint8Array(each.sealed))
      const at = { from: "reporter", number: each.number, ...(previous && { previous }) } as const
      verifySigned(fromBase64url(body.voice), thread, at, sealed, new Uint8Array(each.signature ?? []))
      said.push((await openMessage(key, thread, at, sealed)).text)
      previous = digestOf(sealed)
    }
    return said
  })
}

async function serveIntake(
  folder: string,
  postgres: Embedded,
  port: number,
  password: string | undefined,
): Promise<ChildProcess> {
  const [temporary, logs] = [join(folder, "temporary"), join(folder, "logs")]
  await mkdir(temporary, { recursive: true })
  await mkdir(logs, { recursive: true })
  const log = openSync(join(logs, "intake.log"), "a")
  const server = spawn(process.execPath, [intake], {
    env: {
      TMPDIR: temporary,
      // As an operator sets it, so that a form outlives the process that made it.
      CANDOUR_FORM_SECRET: "of-the-journeys-and-of-nobody-else-at-all",
      PORT: String(port),
      CANDOUR_SPOOL: join(folder, "spool"),
      DATABASE_URL: postgres.address.url,
      CANDOUR_LOGINS: JSON.stringify({ intake: password }),
    },
    stdio: ["ignore", log, log, "ipc"],
  })
  await once(server, "message")
  return server
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  await new Promise((done) => server.close(done))
  return typeof address === "object" && address ? address.port : 0
}
