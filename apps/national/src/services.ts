import type { Database } from "@candour/database/connect.ts"
import type { Clock } from "@candour/domain/day.ts"
import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import type { SignedIn } from "@candour/identity/sessions.ts"
import type { StaffIdentity, StaffVariables } from "@candour/identity/staff-identity.ts"
import type { Force } from "@candour/routing/directory.ts"
import type { SendMail } from "@candour/web/smtp.ts"
import type { Context } from "hono"

/** What the handlers work with; only `main.ts` makes it from the environment. */
export interface Services {
  /** With the logins `national`, which reads sums and no report, and `identity`. */
  database: Database
  identity: StaffIdentity
  clock: Clock
  /** The forces of every day, as the directory has them: figures are told apart by those of any. */
  forces: readonly Force[]
  /** Undefined where no mail server is set up: the pages then say so. */
  send: SendMail | undefined
  /** When this server started. */
  started: Date
  /** The folder of the public's figures; none: this server shows them to nobody. */
  site?: string | undefined
}

/** Admits coordinators; anybody else's sign-in is refused before it gets a session. */
export const seesFigures = ({ tenant, roles }: Pick<SignedIn, "tenant" | "roles">): boolean =>
  tenant === NATIONAL_DESK && roles.includes("coordinator")

/** A request by somebody who is signed in. */
export type StaffContext = Context<{ Variables: StaffVariables }>
