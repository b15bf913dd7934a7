import { asTenant } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import { inboxGrant, inboxKey, staff, takenAccess } from "@candour/database/schema.ts"
import { DESK_ROLES, type Role } from "@candour/domain/role.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { and, desc, eq, sql } from "drizzle-orm"

/** A desk's inbox as one of its people sees it. */
export interface InboxAccess {
  generation: number
  recipient: string
  /** The inbox key sealed to this person; none until a colleague grants it. */
  grant?: Uint8Array
}

/** The desk's newest inbox and the person's grant to it; undefined where nobody has opened the desk. */
export const inboxAccess = (database: Database, tenant: Tenant, person: string): Promise<InboxAccess | undefined> =>
  asTenant(database, tenant, async (transaction) => {
    const [row] = await transaction
      .select({ generation: inboxKey.generation, recipient: inboxKey.recipient, grant: inboxGrant.sealed })
      .from(inboxKey)
      .leftJoin(
        inboxGrant,
        and(
          eq(inboxGrant.tenant, inboxKey.tenant),
          eq(inboxGrant.generation, inboxKey.generation),
          eq(inboxGrant.person, person),
        ),
      )
      .where(eq(inboxKey.tenant, tenant)) // every tenant's recipient is public: here only ours is meant
      .orderBy(desc(inboxKey.generation))
      .limit(1)
    return row && { ...row, grant: row.grant ?? undefined }
  })

/** An inbox key granted to one person, sealed to them by whoever holds it. */
export interface Grant {
  generation: number
  person: string
  grantedBy: string
  sealed: Uint8Array
}

/** Opens a desk: its first person's browser made the inbox key and granted it to itself. The second to try is refused. */
export const openDesk = (database: Database, tenant: Tenant, recipient: string, grant: Grant): Promise<unknown> =>
  asTenant(database, tenant, async (transaction) => {
    await transaction.insert(inboxKey).values({ tenant, generation: grant.generation, recipient })
    await transaction.insert(inboxGrant).values({ tenant, ...grant })
  })

/**
 * Lets a colleague open what arrives. An earlier grant is replaced: it may be one that doesn't open.
 *
 * @throws MayNotFollow - `wrong-role` where it was taken from them, and `grantedBy` is no lead; `own-grant` where somebody
 *   replaces their own
 */
export const grantAccess = (database: Database, tenant: Tenant, grant: Grant): Promise<unknown> =>
  asTenant(database, tenant, (transaction) =>
    transaction
      .insert(inboxGrant)
      .values({ tenant, ...grant })
      .onConflictDoUpdate({
        target: [inboxGrant.tenant, inboxGrant.generation, inboxGrant.person],
        set: { sealed: grant.sealed, grantedBy: grant.grantedBy },
      }),
  )

/**
 * Takes a colleague's access to what arrives away, and ends their sessions. Who did it and when stays on record, and only a
 * lead gives it again.
 *
 * @throws MayNotFollow - `wrong-role` where `lead` is no lead of this desk; `last-access` where nobody else opens it
 */
export const takeAccess = (database: Database, tenant: Tenant, person: string, lead: string): Promise<unknown> =>
  asTenant(database, tenant, (transaction) => transaction.execute(sql`select take_access(${person}, ${lead})`))

/** A colleague at the desk. */
export interface Colleague {
  person: string
  name: string
  shownName: string
  roles: Role[]
  /** Public half of their key; none before their first sign-in. */
  recipient?: string
  verifying?: Uint8Array
  hasGrant: boolean
  /** When it was last taken from them, and by whom; and by which lead it was given again, if it was. */
  taken?: { by: string; at: Date; givenBy: string | null }
}

/**
 * Everybody at the desk who opens reports, with whether the inbox key has been granted to them.
 *
 * @param having - or who has one of these roles instead
 */
export const colleagues = (
  database: Database,
  tenant: Tenant,
  having: readonly Role[] = DESK_ROLES,
): Promise<Colleague[]> =>
  asTenant(database, tenant, async (transaction) => {
    const taken = await transaction
      .selectDistinctOn([takenAccess.person], {
        person: takenAccess.person,
        by: takenAccess.takenBy,
        at: takenAccess.at,
        givenBy: takenAccess.givenBy,
      })
      .from(takenAccess)
      .orderBy(takenAccess.person, desc(takenAccess.number))
    const takings = new Map(taken.map(({ person, ...taking }) => [person, taking]))
    const rows = await transaction
      .select({ staff, grantedBy: inboxGrant.grantedBy })
      .from(staff)
      .leftJoin(inboxGrant, and(eq(inboxGrant.tenant, staff.tenant), eq(inboxGrant.person, staff.id)))
      .where(eq(staff.active, true))
      .orderBy(staff.shownName)
    return rows
      .filter((row) => row.staff.roles.some((role) => having.includes(role)))
      .map(({ staff: each, grantedBy }) => ({
        person: each.id,
        name: each.name,
        shownName: each.shownName,
        roles: each.roles,
        recipient: each.recipient ?? undefined,
        verifying: each.signingKey ?? undefined,
        hasGrant: grantedBy !== null,
        taken: takings.get(each.id),
      }))
  })
