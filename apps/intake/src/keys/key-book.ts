import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import type { InboxRecipient } from "@candour/database/recipients.ts"
import { NATIONAL_DESK, type Tenant, tenantId } from "@candour/domain/tenant.ts"
import { newReportKey } from "@candour/sealing/report-key.ts"
import { wrapKey } from "@candour/sealing/wrap.ts"
import { z } from "zod"
import { writeDurably } from "../spool/durable-file.ts"

/** Milliseconds between two looks for new keys. */
const LOOK_EVERY = 15_000

/** Milliseconds between two looks for a desk that isn't open yet, and how long a reporter waits for one. */
const LOOK_AGAIN = 2_000
const WAIT_FOR_LOOK = 500

const desk = z.object({
  tenant: tenantId,
  generation: z.int().positive(),
  recipient: z.string().regex(/^age1pq1[a-z0-9]{1952}$/),
  diverted: z.boolean().optional(),
})

/** What `GET /keys.json` serves: every open desk's newest public key (keys.md row 9, plain as yet). */
export type Statement = { version: 1; desks: InboxRecipient[] }

const kept = z.object({ version: z.literal(1), desks: z.array(z.unknown()) })

/**
 * The public key of every open desk. It stays known while the database is away, over a restart as well, because it is
 * also kept in `keys.json` beside the spool.
 */
export interface KeyBook {
  /** The newest key of `tenant`'s inbox, or undefined while its desk hasn't opened. */
  recipientOf(tenant: Tenant): InboxRecipient | undefined
  /** Whose desk takes a report for `tenant` just now: its own, or the national one; undefined where that has no key. */
  takerFor(tenant: Tenant): InboxRecipient | undefined
  statement(): Statement
  /** How many desks' keys nothing can be sealed to; the national desk gets their reports. */
  unusable(): number
  /** Asks for the keys once; answers whether they came. */
  look(): Promise<boolean>
  /**
   * Asks for the keys where `tenant`'s isn't known, or not yet this generation of it, for half a second at most: its
   * desk may just have opened.
   */
  lookFor(tenant: Tenant, generation?: number): Promise<void>
  /** Asks again and again. */
  start(): void
  stop(): void
}

/**
 * Opens the book that is kept in `folder`, the folder of an open spool; `fetch` asks the database for every desk's
 * newest key.
 */
export async function openKeyBook(folder: string, fetch: () => Promise<InboxRecipient[]>): Promise<KeyBook> {
  const path = join(folder, "keys.json")
  const growing = join(folder, "growing")
  /** Recipients that something was sealed to once. */
  const tried = new Set<string>()
  let { desks, unusable } = await usableOf(await keptDesks(path), tried)
  let timer: NodeJS.Timeout | undefined
  let looked = Number.NEGATIVE_INFINITY

  const recipientOf = (tenant: Tenant) => desks.find((desk) => desk.tenant === tenant)

  async function look(): Promise<boolean> {
    looked = performance.now()
    try {
      const found = await usableOf(await fetch(), tried)
      const news = JSON.stringify(found.desks) !== JSON.stringify(desks)
      ;({ desks, unusable } = found)
      if (news) await writeDurably(path, JSON.stringify({ version: 1, desks } satisfies Statement), growing)
      return true
    } catch {
      return false // the keys known so far still open their desks
    }
  }

  return {
    recipientOf,
    takerFor(tenant) {
      const own = recipientOf(tenant)
      const national = recipientOf(NATIONAL_DESK)
      return own === undefined || (own.diverted && national !== undefined) ? national : own
    },
    statement: () => ({ version: 1, desks }),
    unusable: () => unusable,
    look,
    async lookFor(tenant, generation = 1) {
      if ((recipientOf(tenant)?.generation ?? 0) >= generation || performance.now() - looked < LOOK_AGAIN) return
      await Promise.race([look(), pause(WAIT_FOR_LOOK, undefined, { ref: false })])
    },
    start: () => {
      timer = setInterval(look, LOOK_EVERY)
      timer.unref()
    },
    stop: () => clearInterval(timer),
  }
}

/** The desks whose key something can be sealed to, by name: a bad row takes its own desk's key, and no other's. */
async function usableOf(rows: readonly unknown[], tried: Set<string>) {
  const desks: InboxRecipient[] = []
  for (const row of rows) {
    const read = desk.safeParse(row)
    if (read.success && (await canSealTo(read.data, tried))) desks.push(read.data)
  }
  desks.sort((one, other) => (one.tenant < other.tenant ? -1 : 1))
  return { desks, unusable: rows.length - desks.length }
}

/** Tries a key once, since its letters alone don't say whether it is one. */
async function canSealTo({ tenant, recipient }: InboxRecipient, tried: Set<string>): Promise<boolean> {
  if (tried.has(recipient)) return true
  try {
    await wrapKey(recipient, { tenant, report: crypto.randomUUID() }, newReportKey())
  } catch {
    return false
  }
  tried.add(recipient)
  return true
}

async function keptDesks(path: string): Promise<unknown[]> {
  try {
    return kept.parse(JSON.parse(await readFile(path, "utf8"))).desks
  } catch {
    return [] // none kept yet, or not readable: the database tells
  }
}
