import type { Database } from "@candour/database/connect.ts"
import type { Clock } from "@candour/domain/day.ts"
import { DESK_ROLES } from "@candour/domain/role.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import type { SignedIn } from "@candour/identity/sessions.ts"
import type { StaffIdentity, StaffVariables } from "@candour/identity/staff-identity.ts"
import type { Context } from "hono"

/** What the handlers work with; only `main.ts` makes it from the environment. */
export interface Services {
  database: Database
  identity: StaffIdentity
  clock: Clock
  /** The tenants whose logins this process holds: all of them, or the one force that runs its own. */
  tenants: readonly Tenant[]
}

/** Admits the officers and leads of these tenants; another's sign-in is refused before it gets a session. */
export const worksHere =
  (tenants: readonly Tenant[]) =>
  ({ tenant, roles }: SignedIn): boolean =>
    tenants.includes(tenant) && roles.some((role) => DESK_ROLES.includes(role))

/** A request by somebody who is signed in. */
export type StaffContext = Context<{ Variables: StaffVariables }>
