import { isMainThread } from "node:worker_threads"
import { connect } from "@candour/database/connect.ts"
import { followForceNames, forceNamesForStaff } from "@candour/database/force-names.ts"
import { systemClock } from "@candour/domain/day.ts"
import { foldHourly } from "@candour/figures/fold-hourly.ts"
import { apart, serveProtection } from "@candour/figures/protection/protect-apart.ts"
import { makePacks } from "@candour/figures/requests/make-packs.ts"
import { createStaffIdentity } from "@candour/identity/staff-identity.ts"
import { forcesEver } from "@candour/routing/directory.ts"
import { takeGivenNames } from "@candour/routing/given-names.ts"
import { smtp } from "@candour/web/smtp.ts"
import { startServer } from "@candour/web/start-server.ts"
import { z } from "zod"
import { watchDesks } from "./alarms/watch.ts"
import { createApp } from "./app.tsx"
import { keepReleases } from "./releases/keep-releases.ts"
import { packMaker } from "./requests/own-requests.tsx"
import { seesFigures } from "./services.ts"

const environmentForm = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535),
  /** `postgres://host:port/database`, without user or password. */
  DATABASE_URL: z.string().min(1),
  /** JSON: the passwords of the logins `national` and `identity`, and of no other. */
  CANDOUR_LOGINS: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.object({ national: z.string(), identity: z.string() })),
  CANDOUR_OPAQUE_SETUP: z.string().min(1),
  /** Where the mails of alarms are handed over, `smtps://user:password@host:port`; none are sent without it. */
  CANDOUR_SMTP_URL: z.string().min(1).optional(),
  /** The address that they come from. */
  CANDOUR_MAIL_FROM: z.email().default("candour@localhost.localdomain"),
  /** The folder that the public's figures are written to and served from; left out, this server has none. */
  CANDOUR_FIGURES: z.string().min(1).optional(),
  /** `0` on one’s own machine alone: cookies then go over plain http, too. */
  CANDOUR_SECURE: z.enum(["0", "1"]).default("1"),
})

/** How often it is looked whether somebody waits for an answer from the figures. */
const PACKS_MILLISECONDS = 2_000
/** How long may be worked out what has to be hidden in one answer, which others wait for, and in a release. */
const PACK_SECONDS = 120
const RELEASE_SECONDS = 3_600

async function start(): Promise<void> {
  const environment = environmentForm.parse(process.env)
  const database = connect({ url: environment.DATABASE_URL, logins: environment.CANDOUR_LOGINS })
  const identity = createStaffIdentity({
    database,
    opaqueSetup: environment.CANDOUR_OPAQUE_SETUP,
    app: "national",
    admits: seesFigures,
    secure: environment.CANDOUR_SECURE === "1",
  })
  const { CANDOUR_SMTP_URL: mailServer, CANDOUR_MAIL_FROM: from, CANDOUR_FIGURES: site } = environment
  const send = mailServer === undefined ? undefined : smtp(mailServer, from)
  const services = { database, identity, clock: systemClock, forces: forcesEver(), send, started: new Date(), site }
  const script = new URL(import.meta.url)

  const maker = packMaker(services, apart("protect", script, PACK_SECONDS))
  let making = false
  const packs = setInterval(async () => {
    if (making) return
    making = true
    // A database that is away is tried again; health tells of it meanwhile.
    await makePacks(maker).catch(() => undefined)
    making = false
  }, PACKS_MILLISECONDS)
  packs.unref()
  const releases = keepReleases(services, {
    protecting: apart("protectChecked", script, RELEASE_SECONDS),
    mayStill: apart("mayRelease", script, RELEASE_SECONDS),
  })

  const unfollow = await followForceNames(() => forceNamesForStaff(database), takeGivenNames)
  const watching = watchDesks(services)
  const folding = foldHourly(database)

  await startServer(createApp(services), {
    name: "national",
    port: environment.PORT,
    stop: () => {
      clearInterval(packs)
      unfollow()
      watching.stop()
      folding.stop()
      releases.stop()
      return database.close()
    },
  })
}

if (isMainThread) await start()
else serveProtection()
