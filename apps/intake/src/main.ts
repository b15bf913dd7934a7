import { acceptReport } from "@candour/database/accept-report.ts"
import { connect } from "@candour/database/connect.ts"
import { followForceNames, forceNamesForIntake } from "@candour/database/force-names.ts"
import { recipients } from "@candour/database/recipients.ts"
import { systemClock } from "@candour/domain/day.ts"
import { takeGivenNames } from "@candour/routing/given-names.ts"
import { startServer } from "@candour/web/start-server.ts"
import { z } from "zod"
import { createApp } from "./app.tsx"
import { createForgetting } from "./evidence/forget-unfinished.ts"
import { createUploads } from "./evidence/uploads.ts"
import { openFinder } from "./find-force/finder.ts"
import { createGate } from "./floods/gate.ts"
import { inTime } from "./in-time.ts"
import { openKeyBook } from "./keys/key-book.ts"
import { createRootQueue } from "./receipt/root-queue.ts"
import { createDelivery } from "./spool/delivery.ts"
import { openSpool } from "./spool/spool.ts"

const environment = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65_535),
    /** A folder of this process alone, on a disk that outlives it. */
    CANDOUR_SPOOL: z.string().min(1),
    /** The folder that `candour import-postcodes` fills; left out, or without an edition: districts answer. */
    CANDOUR_POSTCODES: z.string().min(1).optional(),
    /** Where the public’s figures stand, ending in `/`; left out: no page leads there. */
    CANDOUR_FIGURES_ADDRESS: z.url().endsWith("/").optional(),
    DATABASE_URL: z.string().min(1),
    /** Signs forms; the same for processes that serve the same public, or a form comes back once. Made anew if left out. */
    CANDOUR_FORM_SECRET: z.string().min(32).optional(),
    /** JSON: the password of the login `intake`, and of no other. */
    CANDOUR_LOGINS: z
      .string()
      .transform((text): unknown => JSON.parse(text))
      .pipe(z.object({ intake: z.string() })),
  })
  .parse(process.env)

const database = connect({ url: environment.DATABASE_URL, logins: environment.CANDOUR_LOGINS, connections: 8 })
const spool = await openSpool(environment.CANDOUR_SPOOL)
const keys = await openKeyBook(environment.CANDOUR_SPOOL, () => recipients(database))
const delivery = createDelivery(spool, ({ report, day }) => inTime(acceptReport(database, report, day)))

const forgetting = createForgetting(database)

const unfollow = await followForceNames(() => forceNamesForIntake(database), takeGivenNames)
await keys.look()
keys.start()
delivery.start()
forgetting.start()

await startServer(
  createApp({
    database,
    spool,
    delivery,
    keys,
    roots: createRootQueue(),
    finder: openFinder(environment.CANDOUR_POSTCODES),
    gate: createGate({ clock: systemClock, secret: environment.CANDOUR_FORM_SECRET }),
    uploads: createUploads(),
    figures: environment.CANDOUR_FIGURES_ADDRESS,
    clock: systemClock,
  }),
  {
    name: "intake",
    port: environment.PORT,
    // Ten films, sent without script by a phone far out; whatever else comes has five minutes (`deadline`).
    requestMilliseconds: 3_600_000,
    stop: async () => {
      keys.stop()
      unfollow()
      await delivery.stop()
      await forgetting.stop()
      await database.close()
    },
  },
)
