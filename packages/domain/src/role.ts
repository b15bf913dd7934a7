import { z } from "zod"

/**
 * What a member of staff may do. `officer` and `lead` work a desk; `coordinator` sees the national figures and
 * never a report; `call-handler` answers the telephone at the national desk, and opens no report. `auditor` reads a
 * desk's reports and changes nothing; `figures` sees its counts and never a report (a force's FOI officer). One person
 * holds any number of them.
 */
export const role = z.enum(["officer", "lead", "auditor", "figures", "coordinator", "call-handler"])
export type Role = z.infer<typeof role>

/** The roles that open reports at a desk, and so are granted its inbox key. */
export const DESK_ROLES: readonly Role[] = ["officer", "lead", "auditor"]

/** The roles that answer calls at the national desk. */
export const PHONE_ROLES: readonly Role[] = ["call-handler", "officer", "lead"]
