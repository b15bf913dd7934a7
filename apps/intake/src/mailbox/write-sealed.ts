import { writeMessages } from "@candour/database/mailbox-messages.ts"
import { mayReply } from "@candour/domain/contact.ts"
import type { Context } from "hono"
import { z } from "zod"
import { MOST_FORCES } from "../find-force/told-forces.ts"
import { inTime } from "../in-time.ts"
import { bytesOf, mailboxAddress, postedJson, sealedPart } from "../posted-json.ts"
import type { Services } from "../services.ts"

/** As the database takes it (0013, `message`). */
const MAX_MESSAGE_BYTES = 262_144

const message = z
  .strictObject({
    report: z.uuid().toLowerCase(),
    kind: z.enum(["message", "may-reply", "not-over"]),
    number: z.int().min(0).max(9_999),
    sealed: sealedPart(1, MAX_MESSAGE_BYTES),
    signature: bytesOf(64),
    digest: bytesOf(32),
    mayReply: mayReply.optional(),
  })
  .refine(({ kind, mayReply }) => (kind === "may-reply") === (mayReply !== undefined))

const sealedForm = z.strictObject({ address: mailboxAddress, messages: z.array(message).min(1).max(MOST_FORCES) })

/** What the browser is told: `written` to all, or why to none; a repeat is met as the same. */
export type WriteAnswer = { answer: "written" | "taken" | "full" | "none" }

/** Takes messages that the browser has sealed and signed, one for each copy that they go to. */
export const writeSealed =
  ({ database }: Services) =>
  async (c: Context) => {
    const posted = await postedJson(c, sealedForm)
    if (!posted) return c.json({ answer: "unreadable" }, 400)
    const { address, messages } = posted
    const answer = await inTime(writeMessages(database, address, messages))
    if (answer !== "stored" && answer !== "same") return c.json({ answer } satisfies WriteAnswer, 409)
    return c.json({ answer: "written" } satisfies WriteAnswer)
  }
