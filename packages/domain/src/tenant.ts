import { z } from "zod"

/** Names that are database logins or roles of their own: no force may be called so (design §5). */
export const RESERVED_NAMES = ["owner", "intake", "identity", "national", "tenant", "public", "postgres", "none"]

/**
 * The id of a tenant: a force, or the national desk. It is also the name of the tenant's database login,
 * so it holds lower-case letters and single hyphens only, 40 characters at most.
 */
export const tenantId = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/)
  .max(40)
  .refine((id) => !RESERVED_NAMES.includes(id) && !id.startsWith("pg-"))

/** See {@link tenantId}. */
export type Tenant = z.infer<typeof tenantId>

/** The coordinating body's own tenant: takes what nobody could route, and what must not go to the force concerned. */
export const NATIONAL_DESK: Tenant = "national-desk"
