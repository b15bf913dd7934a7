import { isMainThread } from "node:worker_threads"
import { connect } from "@candour/database/connect.ts"
import { systemClock } from "@candour/domain/day.ts"
import { prepareWaiting } from "@candour/figures/release/prepare-release.ts"
import { createStaffIdentity } from "@candour/identity/staff-identity.ts"
import { figuresDirectory } from "@candour/routing/figures-directory.ts"
import { startServer } from "@candour/web/start-server.ts"
import { z } from "zod"
import { createApp } from "./app.tsx"
import { keepReleases } from "./releases/keep-releases.ts"
import { preparesOutside } from "./releases/prepare-outside.ts"
import { seesFigures } from "./services.ts"

const environment = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65_535),
    /** `postgres://host:port/database`, without user or password. */
    DATABASE_URL: z.string().min(1),
    /** JSON: the passwords of the logins `national` and `identity`, and of no other. */
    CANDOUR_LOGINS: z
      .string()
      .transform((text): unknown => JSON.parse(text))
      .pipe(z.object({ national: z.string(), identity: z.string() })),
    CANDOUR_OPAQUE_SETUP: z.string().min(1),
    /** The folder that the public's figures are written to and served from; left out, this server has none. */
    CANDOUR_FIGURES: z.string().min(1).optional(),
    /** `0` on one’s own machine alone: cookies then go over plain http, too. */
    CANDOUR_SECURE: z.enum(["0", "1"]).default("1"),
  })
  .parse(process.env)

const database = connect({ url: environment.DATABASE_URL, logins: environment.CANDOUR_LOGINS })

/** Counts and protects the releases that wait for it: in a thread of its own, which this script starts of itself. */
async function prepare() {
  while (await prepareWaiting(database, figuresDirectory));
  await database.close()
}

async function serve() {
  const identity = createStaffIdentity({
    database,
    opaqueSetup: environment.CANDOUR_OPAQUE_SETUP,
    app: "national",
    admits: seesFigures,
    secure: environment.CANDOUR_SECURE === "1",
  })
  const site = environment.CANDOUR_FIGURES
  const prepareSoon = preparesOutside(import.meta.filename)
  const keeping = keepReleases(database, site, prepareSoon)
  await startServer(createApp({ database, identity, clock: systemClock, site, prepareSoon }), {
    name: "national",
    port: environment.PORT,
    stop: async () => {
      await keeping.stop()
      await database.close()
    },
  })
}

await (isMainThread ? serve() : prepare())
