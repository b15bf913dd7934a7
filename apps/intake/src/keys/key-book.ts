import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import type { InboxRecipient } from "@candour/database/recipients.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { z } from "zod"
import { writeDurably } from "../spool/durable-file.ts"

/** Milliseconds between two looks for new keys. */
const LOOK_EVERY = 15_000

/** Milliseconds between two looks for a desk that isn't open yet, and how long a reporter waits for one. */
const LOOK_AGAIN = 2_000
const WAIT_FOR_LOOK = 500

const statement = z.object({
  version: z.literal(1),
  desks: z.array(z.object({ tenant: z.string(), generation: z.int(), recipient: z.string().startsWith("age1pq1") })),
})

/** What `GET /keys.json` serves: every open desk's newest public key (keys.md row 9, plain as yet). */
export type Statement = z.infer<typeof statement>

/**
 * The public key of every open desk. It stays known while the database is away, over a restart as well, because it is
 * also kept in `keys.json` beside the spool.
 */
export interface KeyBook {
  /** The newest key of `tenant`'s inbox, or undefined while its desk hasn't opened. */
  recipientOf(tenant: Tenant): InboxRecipient | undefined
  statement(): Statement
  /** Asks for the keys once; answers whether they came. */
  look(): Promise<boolean>
  /** Asks for the keys where `tenant`'s isn't known, for half a second at most: its desk may just have opened. */
  lookFor(tenant: Tenant): Promise<void>
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
  let desks = await keptDesks(path)
  let timer: NodeJS.Timeout | undefined
  let looked = Number.NEGATIVE_INFINITY

  const recipientOf = (tenant: Tenant) => desks.find((desk) => desk.tenant === tenant)

  async function look(): Promise<boolean> {
    looked = performance.now()
    try {
      const found = (await fetch()).toSorted((one, other) => (one.tenant < other.tenant ? -1 : 1))
      const news = JSON.stringify(found) !== JSON.stringify(desks)
      desks = found
      if (news) await writeDurably(path, JSON.stringify({ version: 1, desks } satisfies Statement), growing)
      return true
    } catch {
      return false // the keys known so far still open their desks
    }
  }

  return {
    recipientOf,
    statement: () => ({ version: 1, desks }),
    look,
    async lookFor(tenant) {
      if (recipientOf(tenant) || performance.now() - looked < LOOK_AGAIN) return
      await Promise.race([look(), pause(WAIT_FOR_LOOK, undefined, { ref: false })])
    },
    start: () => {
      timer = setInterval(look, LOOK_EVERY)
      timer.unref()
    },
    stop: () => clearInterval(timer),
  }
}

async function keptDesks(path: string): Promise<InboxRecipient[]> {
  try {
    return statement.parse(JSON.parse(await readFile(path, "utf8"))).desks
  } catch {
    return [] // none kept yet, or not readable: the database tells
  }
}
