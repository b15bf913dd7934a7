import type { Database } from "@candour/database/connect.ts"
import type { Clock } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import type { InboxAccess } from "@candour/identity/inbox-access.ts"
import type { SignedIn } from "@candour/identity/sessions.ts"
import type { StaffIdentity, StaffVariables } from "@candour/identity/staff-identity.ts"
import type { Context } from "hono"
import { answersCalls, readsFigures, worksReports } from "./desk/who-may.ts"

/** What the handlers work with; only `main.ts` makes it from the environment. */
export interface Services {
  database: Database
  identity: StaffIdentity
  clock: Clock
  /** The tenants whose logins this process holds: all of them, or the one force that runs its own. */
  tenants: readonly Tenant[]
}

/**
 * Admits who works reports at these tenants, who reads their figures, and the national desk's call handlers; another's sign-in is refused
 * before it gets a session.
 */
export const worksHere =
  (tenants: readonly Tenant[]) =>
  (who: SignedIn): boolean =>
    tenants.includes(who.tenant) && (worksReports(who) || answersCalls(who) || readsFigures(who))

/** What is known of a request by somebody who is signed in; `inbox` on pages that only open to whoever has access. */
export type DeskVariables = StaffVariables & { inbox?: InboxAccess }

/** A request by somebody who is signed in. */
export type StaffContext = Context<{ Variables: DeskVariables }>
