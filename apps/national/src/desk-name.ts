import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { forceName, isForce } from "@candour/routing/directory.ts"
import { en } from "./messages.ts"

/** A desk's name as a table or a list has it: `Kent Police`, `National desk`. @throws for an id that is no tenant */
export const deskName = (tenant: Tenant): string =>
  tenant === NATIONAL_DESK ? en.nationalDesk : forceName(tenant, "en")

/** As {@link deskName}; a tenant that is in no directory any more is called by its id. */
export const knownDeskName = (tenant: Tenant): string =>
  tenant === NATIONAL_DESK || isForce(tenant) ? deskName(tenant) : tenant
