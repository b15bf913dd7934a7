import type { Database } from "@candour/database/connect.ts"
import { type Clock, type Day, dayOf } from "@candour/domain/day.ts"
import type { Uploads } from "./evidence/uploads.ts"
import type { Finder } from "./find-force/finder.ts"
import type { Gate } from "./floods/gate.ts"
import type { KeyBook } from "./keys/key-book.ts"
import type { RootQueue } from "./receipt/root-queue.ts"
import type { Delivery } from "./spool/delivery.ts"
import type { Spool } from "./spool/spool.ts"

/** Today in Europe/London, by the services' clock. */
export const today = ({ clock }: Pick<Services, "clock">): Day => dayOf(clock.now())

/** What the handlers work with; only `main.ts` makes it from the environment. */
export interface Services {
  database: Database
  /** Takes reports while the database is away. */
  spool: Spool
  /** Brings them to the database when it is back. */
  delivery: Delivery
  /** Whose desk is open, and under which key. */
  keys: KeyBook
  /** Derives what digits open, for who has no script. */
  roots: RootQueue
  /** Finds forces, by the postcodes that are in use now. */
  finder: () => Finder
  /** Stands before what a flood would cost dearly. */
  gate: Gate
  /** Lets files in, as many at once as there is memory for. */
  uploads: Uploads
  /** Where the public’s figures stand, ending in `/`; none: no page leads there. */
  figures?: string | undefined
  clock: Clock
}
