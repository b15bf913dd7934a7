import { language, mayReply } from "@candour/domain/contact.ts"
import { z } from "zod"

/** What a reporter wrote, by question (pages.md, tell page). Left out = not answered; choices are kept as their codes. */
export const answers = z.object({
  account: z.string(),
  who: z
    .object({
      name: z.string().optional(),
      rank: z.string().optional(),
      station: z.string().optional(),
      looks: z.string().optional(),
    })
    .optional(),
  when: z.string().optional(),
  ongoing: z.string().optional(),
  where: z.string().optional(),
  howKnown: z.string().optional(),
  whoElseKnows: z.string().optional(),
  evidence: z.string().optional(),
  riskToOthers: z.string().optional(),
  toldBefore: z.string().optional(),
  easier: z.string().optional(),
})

/** See {@link answers}. */
export type Answers = z.infer<typeof answers>

const key = z.base64url().length(43)

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
