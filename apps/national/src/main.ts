import { connect } from "@candour/database/connect.ts"
import { systemClock } from "@candour/domain/day.ts"
import { createStaffIdentity } from "@candour/identity/staff-identity.ts"
import { smtp } from "@candour/web/smtp.ts"
import { startServer } from "@candour/web/start-server.ts"
import { z } from "zod"
import { watchDesks } from "./alarms/watch.ts"
import { createApp } from "./app.tsx"
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
    /** Where the mails of alarms are handed over, `smtps://user:password@host:port`; none are sent without it. */
    CANDOUR_SMTP_URL: z.string().min(1).optional(),
    /** The address that they come from. */
    CANDOUR_MAIL_FROM: z.email().default("candour@localhost.localdomain"),
    /** `0` on one’s own machine alone: cookies then go over plain http, too. */
    CANDOUR_SECURE: z.enum(["0", "1"]).default("1"),
  })
  .parse(process.env)

const database = connect({ url: environment.DATABASE_URL, logins: environment.CANDOUR_LOGINS })
const identity = createStaffIdentity({
  database,
  opaqueSetup: environment.CANDOUR_OPAQUE_SETUP,
  app: "national",
  admits: seesFigures,
  secure: environment.CANDOUR_SECURE === "1",
})

const send = environment.CANDOUR_SMTP_URL
  ? smtp(environment.CANDOUR_SMTP_URL, environment.CANDOUR_MAIL_FROM)
  : undefined
const watching = watchDesks({ database, clock: systemClock, send })

await startServer(createApp({ database, identity, clock: systemClock, send, started: new Date() }), {
  name: "national",
  port: environment.PORT,
  stop: () => {
    watching.stop()
    return database.close()
  },
})
