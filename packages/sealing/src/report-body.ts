import type { Language, MayReply } from "@candour/domain/contact.ts"
import * as z from "zod/mini" // read in the browser: 5 kB compressed, where all of zod is 77

// Codes as in the domain; one more there fails the type check here.
const language = z.enum({ en: "en", cy: "cy" } satisfies { [L in Language]: L })
const mayReply = z.enum({ yes: "yes", careful: "careful", no: "no" } satisfies { [M in MayReply]: M })

const text = z.optional(z.string())

/** What a reporter wrote, by question (pages.md, tell page). Left out = not answered; choices are kept as their codes. */
export const answers = z.object({
  account: z.string(),
  who: z.optional(z.object({ name: text, rank: text, station: text, looks: text })),
  when: text,
  ongoing: text,
  where: text,
  howKnown: text,
  whoElseKnows: text,
  evidence: text,
  riskToOthers: text,
  toldBefore: text,
  easier: text,
})

/** See {@link answers}. */
export type Answers = z.infer<typeof answers>

const key = z.base64url().check(z.length(43))

/** The sealed body of a report, as JSON. What later messages need is in it from the first day. */
export const reportBody = z.object({
  version: z.literal(1),
  language,
  mayReply,
  answers,
  /** T, under which messages are sealed both ways (keys.md row 14): 32 bytes, base64url */
  thread: key,
  /** the public half of the reporter's voice (keys.md row 15): 32 bytes, base64url */
  voice: key,
})

/** See {@link reportBody}. */
export type ReportBody = z.infer<typeof reportBody>
