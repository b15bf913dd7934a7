import { sealedFromStorage, secretFrom } from "@candour/sealing/sealed.ts"
import type { Context } from "hono"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"

/** So many bytes in base64url. */
export const bytesOf = (length: number) =>
  z
    .base64url()
    .length(Math.ceil((length * 4) / 3))
    .transform((text) => new Uint8Array(Buffer.from(text, "base64url")))

/** The address of a mailbox, in base64url: what its digits open. */
export const mailboxAddress = bytesOf(32).transform(secretFrom<"mailbox address">)

/** A sealed part in base64url, of so many bytes; one that isn't an age file throws. */
export const sealedPart = (least: number, most: number) =>
  z
    .string()
    .max(Math.ceil((most * 4) / 3))
    .transform((text) => new Uint8Array(Buffer.from(text, "base64url")))
    .refine(({ length }) => length >= least && length <= most)
    .transform(sealedFromStorage)

/**
 * The posted JSON as `form` reads it, or undefined where it isn't that.
 *
 * @throws HTTPException - too large: said as such
 */
export async function postedJson<Form extends z.ZodType>(c: Context, form: Form): Promise<z.infer<Form> | undefined> {
  try {
    return form.parse(await c.req.json())
  } catch (error) {
    if (error instanceof HTTPException) throw error
    return undefined // a part that isn't sealed throws, too
  }
}
