import type { LastShown } from "@candour/database/mailbox-messages.ts"
import { mayReply } from "@candour/domain/contact.ts"
import { fromBase64url } from "@candour/sealing/encoding.ts"
import { z } from "zod"
import { type Posted, singles } from "../posted-form.ts"
import { mailboxAddress } from "../posted-json.ts"
import type { MailboxWords } from "./messages.ts"

const text = z
  .string()
  .transform((typed) => typed.replaceAll("\r\n", "\n"))
  .catch("")

const mailboxForm = z.object({
  /** From a browser with script, 32 bytes in base64url; the digits stay there. */
  address: mailboxAddress.optional().catch(undefined),
  digits: z.string().catch(""),
  /** What the gate reads beside digits. */
  challenge: z.string().optional().catch(undefined),
  act: z.enum(["write", "not-over", "may-reply", "remove"]).optional().catch(undefined),
  answer: z.literal("language").optional().catch(undefined),
  text,
  known: text,
  to: z.string().catch("all"),
  mayReply: mayReply.optional().catch(undefined),
  /** What the browser did just now, or met. */
  said: z.enum(["written", "saved", "removed"]).optional().catch(undefined),
  problem: z.enum(["taken", "full"]).optional().catch(undefined),
})

/** Where the next message of a copy stands, as its form was made. */
interface PostedPlace {
  report: string
  sent: number
  lastSent?: Uint8Array
}

const place = z
  .string()
  .regex(/^[0-9a-f-]{36}:\d{1,4}:([\w-]{43})?$/)
  .transform((written): PostedPlace => {
    const [report = "", sent, last] = written.split(":")
    return { report, sent: Number(sent), ...(last && { lastSent: fromBase64url(last) }) }
  })

const lastShown = z
  .string()
  .regex(/^[0-9a-f-]{36}:(-1|\d{1,4}):(-1|\d{1,4})$/)
  .transform((written): LastShown => {
    const [report = "", team, reporter] = written.split(":")
    return { report, team: Number(team), reporter: Number(reporter) }
  })

/** What a page of the mailbox posted. */
export type MailboxForm = z.infer<typeof mailboxForm> & {
  places: PostedPlace[]
  /** The last messages of each copy that the page showed which asks to remove them. */
  shown: LastShown[]
}

/** Reads what a page of the mailbox posted; whatever is no answer counts as none. */
export const mailboxFormOf = (posted: Posted): MailboxForm => ({
  ...mailboxForm.parse(singles(posted)),
  places: (posted.place ?? []).flatMap((written) => place.safeParse(written).data ?? []),
  shown: (posted.shown ?? []).flatMap((written) => lastShown.safeParse(written).data ?? []),
})

/** The sentence of a problem that the browser met. */
export const problemWords = (words: MailboxWords, problem: MailboxForm["problem"]) => problem && words.problem[problem]
