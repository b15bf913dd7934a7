import type { Context } from "hono"
import { z } from "zod"
import { en } from "./messages.ts"

/** What every script of this app is answered where something is against it: a code, and the sentence for the person. */
export interface Problem {
  problem: string
  sentence: string
}

/** The posted JSON as `form` reads it, or undefined where it isn't that. */
export const postedJson = async <Form extends z.ZodType>(c: Context, form: Form): Promise<z.infer<Form> | undefined> =>
  form.safeParse(await c.req.json().catch(() => undefined)).data

/** Answers what {@link postedJson} couldn't read. */
export const unreadable = (c: Context) =>
  c.json({ problem: "unreadable", sentence: en.failure.unreadable } satisfies Problem, 400)

/** An id, as an address or a post names it. */
export const sentId = z.uuid().toLowerCase()

/** The report that the address names; undefined where it names none. */
export const reportOf = (c: Context): string | undefined => sentId.safeParse(c.req.param("id")).data

/** Bytes sent as base64url, `most` of them at most. */
export const sentBytes = (most: number) =>
  z
    .base64url()
    .max(Math.ceil((most * 4) / 3))
    .transform((text) => new Uint8Array(Buffer.from(text, "base64url")))

/** A keyed hash, of those by which people are compared. */
export const sentHash = sentBytes(16).refine((bytes) => bytes.length === 16)

/** An Ed25519 signature. */
export const sentSignature = sentBytes(64).refine((bytes) => bytes.length === 64)
