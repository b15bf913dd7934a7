import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { forceName } from "@candour/routing/directory.ts"
import { en } from "./messages.ts"

/** A desk's name as a table or a list has it: `Kent Police`, `National desk`. @throws for an id that is no tenant */
export const deskName = (tenant: Tenant): string =>
  tenant === NATIONAL_DESK ? en.nationalDesk : forceName(tenant, "en")
