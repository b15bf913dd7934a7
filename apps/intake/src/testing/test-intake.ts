import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { acceptReport } from "@candour/database/accept-report.ts"
import { asOwner } from "@candour/database/as.ts"
import { connect, type Database } from "@candour/database/connect.ts"
import { recipients } from "@candour/database/recipients.ts"
import { inboxKey } from "@candour/database/schema.ts"
import { testDatabase } from "@candour/database/testing/test-database.ts"
import type { Clock } from "@candour/domain/day.ts"
import { type InboxKey, newInboxKey } from "@candour/sealing/inbox-key.ts"
import { openReport } from "@candour/sealing/open-report.ts"
import type { ReportBody } from "@candour/sealing/report-body.ts"
import { sealedFromStorage } from "@candour/sealing/sealed.ts"
import { sql } from "drizzle-orm"
import { createApp } from "../app.tsx"
import { createUploads } from "../evidence/uploads.ts"
import { openFinder } from "../find-force/finder.ts"
import { createGate } from "../floods/gate.ts"
import { inTime } from "../in-time.ts"
import { openKeyBook } from "../keys/key-book.ts"
import { createRootQueue } from "../receipt/root-queue.ts"
import type { Services } from "../services.ts"
import { createDelivery } from "../spool/delivery.ts"
import { openSpool } from "../spool/spool.ts"
import { layCable } from "./cable.ts"

/** The desks that are open; Essex hasn't opened its own. */
const OPEN_DESKS = ["kent", "metropolitan", "national-desk"]

/** A row of `report` as a test compares it. */
export interface StoredReport {
  id: string
  tenant: string
  routed_to: string
  line: string
  channel: string
  language: string
  categories: string[]
  danger: string
  may_reply: string
  reason: string
}

/** A second passes with each look, so that a quick machine doesn't use up what a minute lets in without proof of work. */
function hurryingClock(): Clock {
  let looks = 0
  return { now: () => new Date(Date.now() + looks++ * 1_000) }
}

/** The whole app on a database of its own, with desks that can open what they get, over a cable that can be cut. */
export async function testIntake(clock: Clock = hurryingClock()) {
  const own = await testDatabase()
  const inboxes: Record<string, InboxKey> = {}
  for (const tenant of OPEN_DESKS) inboxes[tenant] = await openDesk(own.database, tenant)

  const url = new URL(own.address.url)
  const cable = await layCable(Number(url.port))
  url.port = String(cable.port)
  const database = connect({ ...own.address, url: url.href })
  const folder = await mkdtemp(join(tmpdir(), "candour-intake-"))
  const services = await servicesOn(database, folder, clock)
  await services.keys.look()

  return {
    app: createApp(services),
    services,
    cable,
    /** Where spool and keys lie. */
    folder,
    owner: own.database,
    inboxes,
    /** The services of a process started anew on the same folder. */
    restart: () => servicesOn(database, folder, clock),
    /** Opens a desk that wasn't open; its reports can be read from now on. */
    openDesk: async (tenant: string) => {
      inboxes[tenant] = await openDesk(own.database, tenant)
      return inboxes[tenant]
    },
    stored: () => storedReports(own.database),
    /** The referrals that came with a report, by the desk that holds each. */
    referrals: (id: string) => storedReferrals(own.database, id),
    read: (id: string) => readReport(own.database, inboxes, id),
    async close() {
      await cable.mend()
      await services.delivery.stop()
      await database.close()
      await cable.cut()
      await own.close()
      await rm(folder, { recursive: true })
    },
  }
}

async function servicesOn(database: Database, folder: string, clock: Clock): Promise<Services> {
  const spool = await openSpool(folder)
  return {
    database,
    spool,
    keys: await openKeyBook(folder, () => recipients(database)),
    delivery: createDelivery(spool, ({ report, day }) => inTime(acceptReport(database, report, day))),
    roots: createRootQueue(),
    finder: openFinder(undefined),
    gate: createGate({ clock }),
    uploads: createUploads(),
    clock,
  }
}

async function openDesk(database: Database, tenant: string): Promise<InboxKey> {
  const key = await newInboxKey(tenant)
  await asOwner(database, (transaction) =>
    transaction.insert(inboxKey).values({ tenant, generation: 1, recipient: key.recipient }),
  )
  return key
}

const storedReports = (database: Database): Promise<StoredReport[]> =>
  asOwner(database, async (transaction) => {
    const { rows } = await transaction.execute<StoredReport & Record<string, unknown>>(sql`
      select r.id, r.tenant, r.routed_to, r.line, r.channel, r.language, r.categories, r.danger, r.may_reply,
        e.detail ->> 'reason' as reason
      from report r join event e on e.tenant = r.tenant and e.report = r.id and e.kind = 'routed' order by r.id`)
    return rows
  })

interface StoredReferral {
  id: string
  tenant: string
  routed_to: string
}

const storedReferrals = (database: Database, id: string): Promise<StoredReferral[]> =>
  asOwner(database, async (transaction) => {
    const { rows } = await transaction.execute<StoredReferral & Record<string, unknown>>(sql`
      select r.id, r.tenant, r.routed_to from mailbox m join report r on r.tenant = m.holder and r.id = m.report
        where m.referral_of = ${id} order by r.tenant`)
    return rows
  })

/** What the desk that holds the report reads, with its own key. */
async function readReport(database: Database, inboxes: Record<string, InboxKey>, id: string): Promise<ReportBody> {
  const { rows } = await asOwner(database, (transaction) =>
    transaction.execute<{ tenant: string; body: Uint8Array; wrapped: Uint8Array }>(sql`
      select b.tenant, b.body, w.wrapped from sealed_body b join wrap w on w.report = b.report where b.report = ${id}`),
  )
  const [row] = rows
  const inbox = inboxes[row?.tenant ?? ""]
  if (!row || !inbox) throw new Error("No desk of the test holds this report.")
  const place = { tenant: row.tenant, report: id }
  const sealed = [row.wrapped, row.body].map((bytes) => sealedFromStorage(new Uint8Array(bytes)))
  return (await openReport(inbox.identity, place, ...(sealed as [never, never]))).body
}
