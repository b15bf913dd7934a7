import type { Database } from "@candour/database/connect.ts"
import type { Role } from "@candour/domain/role.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { signUp } from "@candour/identity/first-sign-in/sign-up.ts"
import { grantAccess, openDesk } from "@candour/identity/inbox-access.ts"
import { invite } from "@candour/identity/invite.ts"
import type { OpaqueServer } from "@candour/identity/opaque-server.ts"
import { grantInbox, type InboxKey, newInboxKey } from "@candour/sealing/inbox-key.ts"
import type { PersonKey } from "@candour/sealing/person-key.ts"

/** A member of staff to be seeded. */
export interface SeedPerson {
  name: string
  shownName: string
  roles: readonly Role[]
}

/** A seeded member of staff: a real account, signed in once. */
export interface SeededPerson extends SeedPerson {
  tenant: Tenant
  person: string
  passphrase: string
  key: PersonKey
  /** What others seal to them under, `age1pq1…`. */
  recipient: string
}

/** An open desk with its people, the first of whom made the inbox key. */
export interface SeededDesk {
  tenant: Tenant
  inbox: InboxKey
  people: SeededPerson[]
}

/** Invites somebody and lets them sign in for the first time. */
export async function seedPerson(
  database: Database,
  opaque: OpaqueServer,
  tenant: Tenant,
  who: SeedPerson,
): Promise<SeededPerson> {
  const code = await invite(database, { tenant, ...who })
  return { ...who, tenant, ...(await signUp(database, opaque, code)) }
}

/** Opens a desk as its people would: the first makes the inbox key, and grants it to the others. */
export async function seedDesk(
  database: Database,
  opaque: OpaqueServer,
  tenant: Tenant,
  staff: readonly SeedPerson[],
): Promise<SeededDesk> {
  const inbox = await newInboxKey(tenant)
  const people: SeededPerson[] = []
  for (const who of staff) {
    const person = await seedPerson(database, opaque, tenant, who)
    people.push(person)
    const grant = {
      generation: inbox.generation,
      person: person.person,
      grantedBy: people[0]?.person ?? person.person,
      sealed: await grantInbox(inbox, person.person, person.recipient),
    }
    if (people.length === 1) await openDesk(database, tenant, inbox.recipient, grant)
    else await grantAccess(database, tenant, grant)
  }
  return { tenant, inbox, people }
}
