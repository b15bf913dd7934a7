import { randomBytes, randomUUID } from "node:crypto"
import { asOwner } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import type { Role } from "@candour/domain/role.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"
import { hashOf } from "./accounts.ts"

/** A member of staff to be. */
export interface NewStaff {
  tenant: Tenant
  /** What they sign in with: lower-case letters, digits, dots and hyphens; one of its kind in the whole service. */
  name: string
  shownName: string
  roles: readonly Role[]
}

/** Days that an invitation lasts. */
export const INVITATION_DAYS = 7

/**
 * Adds a member of staff, or invites one again, and gives the code of the first sign-in: it is shown once, handed over
 * by another way, and stored as a hash. Inviting again is how a lost passphrase is replaced: a new key, granted anew.
 */
export async function invite(database: Database, { tenant, name, shownName, roles }: NewStaff): Promise<string> {
  const code = randomBytes(16)
    .toString("hex")
    .replaceAll(/(.{8})(?=.)/g, "$1-")
  await asOwner(database, async (transaction) => {
    const { rows } = await transaction.execute<{ id: string }>(sql`
      insert into staff (tenant, id, name, shown_name, roles)
        values (${tenant}, ${randomUUID()}, ${name}, ${shownName}, ${sql.param([...roles])}::text[])
      on conflict (name) do update set shown_name = excluded.shown_name, roles = excluded.roles
        where staff.tenant = excluded.tenant
      returning id`)
    const person = rows[0]?.id
    if (person === undefined) throw new NameTaken(`The sign-in name "${name}" belongs to somebody of another desk.`)
    await transaction.execute(sql`delete from invitation where person = ${person}`)
    await transaction.execute(sql`insert into invitation (hash, tenant, person, expires)
      values (${hashOf(code)}, ${tenant}, ${person}, now() + make_interval(days => ${INVITATION_DAYS}))`)
  })
  return code
}

/** The sign-in name is somebody else's. */
export class NameTaken extends Error {
  override name = "NameTaken"
}
