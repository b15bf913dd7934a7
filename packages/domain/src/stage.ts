import { z } from "zod"

/** Where a report stands, in this order. `intelligence` and `investigating` may each be skipped on the way to closed. */
export const stage = z.enum(["received", "assessing", "intelligence", "investigating", "closed"])
export type Stage = z.infer<typeof stage>

/** Severity *if proved*, never the strength of the evidence (Police (Conduct) Regulations 2020, reg. 14). */
export const severity = z.enum(["none", "practice", "misconduct", "gross", "criminal"])
export type Severity = z.infer<typeof severity>
