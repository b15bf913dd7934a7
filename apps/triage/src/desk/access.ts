import { inboxAccess } from "@candour/identity/inbox-access.ts"
import type { StaffVariables } from "@candour/identity/staff-identity.ts"
import type { MiddlewareHandler } from "hono"
import type { Services } from "../services.ts"

/** Leads whoever can't open this desk's reports yet to the page that says what to do. */
export const needsAccess =
  ({ database }: Services): MiddlewareHandler<{ Variables: StaffVariables }> =>
  async (c, next) => {
    const { tenant, person } = c.get("who")
    const access = await inboxAccess(database, tenant, person)
    if (access === undefined) return c.redirect("/open-desk")
    if (access.grant === undefined) return c.redirect("/waiting")
    await next()
  }
