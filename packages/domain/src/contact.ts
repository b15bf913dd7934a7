import { z } from "zod"
import { notForUs } from "./not-for-us.ts"

/** How somebody approached the hotline. */
export const channel = z.enum(["online", "phone"])
export type Channel = z.infer<typeof channel>

/** The language the reporter reads and writes; answers keep to it. */
export const language = z.enum(["en", "cy"])
export type Language = z.infer<typeof language>

/** The id of a line: the door a contact came by, such as `national` or `metropolitan`. */
export const lineId = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/)
  .max(40)
export type Line = z.infer<typeof lineId>

/** The answer to "Is anyone in danger?". Left out counts as `unknown`. */
export const danger = z.enum(["now", "soon", "no", "unknown"])
export type Danger = z.infer<typeof danger>

/** Whether the team may write to the reporter; `careful` = yes, but it isn't safe to write details. */
export const mayReply = z.enum(["yes", "careful", "no"])
export type MayReply = z.infer<typeof mayReply>

/** Why a report went to its tenant; the page puts it into words. */
export const routingReason = z.enum([
  "found", // the reporter's words led to one force
  "chosen", // the reporter picked the force from a list
  "unknown", // nobody could tell which force: the national desk finds out
  "reporter-chose-desk", // anyone may, without a reason
  "standards-unit", // about someone in the team that would read it
  "chief-officer", // the local policing body is the authority, not the force
  "diverted", // the national desk takes the force's new reports: for the night, for some hours, or while the force is paused
  "desk-not-open", // the force has no key yet, so the national desk holds the report for it
])
export type RoutingReason = z.infer<typeof routingReason>

/** How a call ended that left no report (domain rules §1, "not taken"). */
export const callEnd = z.enum(["hung-up", "silent", "wrong-number", ...notForUs.options, "other"])
export type CallEnd = z.infer<typeof callEnd>
