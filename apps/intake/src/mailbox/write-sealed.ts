import { writeMessage } from "@candour/database/mailbox-messages.ts"
import { mayReply } from "@candour/domain/contact.ts"
import { sealedFromStorage } from "@candour/sealing/sealed.ts"
import type { Context } from "hono"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"
import { MOST_FORCES } from "../find-force/told-forces.ts"
import type { Services } from "../services.ts"
import { inTime } from "../tell/submit-report.ts"

/** As the database takes it (0013, `message`). */
const MAX_MESSAGE_BYTES = 262_144

const bytes = (length: number) =>
  z
    .base64url()
    .length(Math.ceil((length * 4) / 3))
    .transform((text) => new Uint8Array(Buffer.from(text, "base64url")))

const message = z
  .strictObject({
    report: z.uuid().toLowerCase(),
    kind: z.enum(["message", "may-reply", "not-over"]),
    number: z.int().min(0).max(9_999),
    sealed: z
      .base64url()
      .max(Math.ceil((MAX_MESSAGE_BYTES * 4) / 3))
      .transform((text) => sealedFromStorage(new Uint8Array(Buffer.from(text, "base64url")))),
    signature: bytes(64),
    digest: bytes(32),
    mayReply: mayReply.optional(),
  })
  .refine(({ kind, mayReply }) => (kind === "may-reply") === (mayReply !== undefined))

const sealedForm = z.strictObject({ address: bytes(32), messages: z.array(message).min(1).max(MOST_FORCES) })

/** What the browser is told: `written`, or why not. What is stored stays so; a repeat of it is met as the same. */
export type WriteAnswer = { answer: "written" | "taken" | "full" | "none" }

/** Takes messages that the browser has sealed and signed, one for each copy that they go to. */
export const writeSealed =
  ({ database }: Services) =>
  async (c: Context) => {
    const posted = await readSealed(c)
    if (!posted) return c.json({ answer: "unreadable" }, 400)
    const { address, messages } = posted
    for (const each of messages) {
      const answer = await inTime(writeMessage(database, address, each))
      if (answer !== "stored" && answer !== "same") return c.json({ answer } satisfies WriteAnswer, 409)
    }
    return c.json({ answer: "written" } satisfies WriteAnswer)
  }

async function readSealed(c: Context): Promise<z.infer<typeof sealedForm> | undefined> {
  try {
    return sealedForm.parse(await c.req.json())
  } catch (error) {
    if (error instanceof HTTPException) throw error // too large: said as such
    return undefined
  }
}
