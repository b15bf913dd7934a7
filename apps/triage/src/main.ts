import { connect } from "@candour/database/connect.ts"
import { followForceNames, forceNamesForStaff } from "@candour/database/force-names.ts"
import { systemClock } from "@candour/domain/day.ts"
import { createStaffIdentity } from "@candour/identity/staff-identity.ts"
import { takeGivenNames } from "@candour/routing/given-names.ts"
import { smtp } from "@candour/web/smtp.ts"
import { startServer } from "@candour/web/start-server.ts"
import { z } from "zod"
import { createApp } from "./app.tsx"
import { sendMorningMails } from "./morning-mail/morning-mail.ts"
import { worksHere } from "./services.ts"

const environment = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65_535),
    /** `postgres://host:port/database`, without user or password. */
    DATABASE_URL: z.string().min(1),
    /** JSON: the password of the login `identity`, and of each tenant whose people work here. */
    CANDOUR_LOGINS: z
      .string()
      .transform((text): unknown => JSON.parse(text))
      .pipe(z.record(z.string(), z.string())),
    CANDOUR_OPAQUE_SETUP: z.string().min(1),
    /** Where morning mails are handed over, `smtps://user:password@host:port`; none are sent without it. */
    CANDOUR_SMTP_URL: z.string().min(1).optional(),
    /** The address that they come from. */
    CANDOUR_MAIL_FROM: z.email().default("candour@localhost.localdomain"),
    /** `0` on one’s own machine alone: cookies then go over plain http, too. */
    CANDOUR_SECURE: z.enum(["0", "1"]).default("1"),
  })
  .parse(process.env)

const database = connect({ url: environment.DATABASE_URL, logins: environment.CANDOUR_LOGINS })
const tenants = Object.keys(environment.CANDOUR_LOGINS).filter((login) => login !== "identity")
const identity = createStaffIdentity({
  database,
  opaqueSetup: environment.CANDOUR_OPAQUE_SETUP,
  app: "triage",
  admits: worksHere(tenants),
  secure: environment.CANDOUR_SECURE === "1",
})

const EVERY_MINUTE = 60_000
const send = environment.CANDOUR_SMTP_URL && smtp(environment.CANDOUR_SMTP_URL, environment.CANDOUR_MAIL_FROM)
const mails =
  send &&
  setInterval(() => {
    // A database that is away is tried again in a minute; health tells of it meanwhile.
    sendMorningMails({ database, clock: systemClock, tenants, send }).catch(() => undefined)
  }, EVERY_MINUTE)
if (mails) mails.unref()

const unfollow = await followForceNames(() => forceNamesForStaff(database), takeGivenNames)

await startServer(createApp({ database, identity, clock: systemClock, tenants }), {
  name: "triage",
  port: environment.PORT,
  stop: () => {
    if (mails) clearInterval(mails)
    unfollow()
    return database.close()
  },
})
