import { DESK_ROLES, PHONE_ROLES, type Role } from "@candour/domain/role.ts"
import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import type { SignedIn } from "@candour/identity/sessions.ts"

const has = (roles: readonly Role[], some: readonly Role[]): boolean => roles.some((role) => some.includes(role))

/** Whether somebody works their desk's reports. */
export const worksReports = ({ roles }: Pick<SignedIn, "roles">): boolean => has(roles, DESK_ROLES)

/** Whether somebody decides about reports and says who opens them; an auditor only reads. */
export const decidesReports = ({ roles }: Pick<SignedIn, "roles">): boolean => has(roles, ["officer", "lead"])

/** Whether somebody reads their desk's figures: what they are of isn't said there. */
export const readsFigures = ({ roles }: Pick<SignedIn, "roles">): boolean => has(roles, ["figures", "lead", "auditor"])

/** Whether somebody answers calls: at the national desk alone. */
export const answersCalls = ({ tenant, roles }: Pick<SignedIn, "tenant" | "roles">): boolean =>
  tenant === NATIONAL_DESK && has(roles, PHONE_ROLES)
