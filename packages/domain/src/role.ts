import { z } from "zod"

/**
 * What a member of staff may do. `officer` and `lead` work a desk; `coordinator` sees the national figures and
 * never a report; `call-handler` answers the telephone at the national desk, and opens no report. One person holds any
 * number of them.
 */
export const role = z.enum(["officer", "lead", "coordinator", "call-handler"])
export type Role = z.infer<typeof role>

/** The roles that open reports at a desk, and so are granted its inbox key. */
export const DESK_ROLES: readonly Role[] = ["officer", "lead"]

/** The roles that answer calls at the national desk. */
export const PHONE_ROLES: readonly Role[] = ["call-handler", ...DESK_ROLES]
