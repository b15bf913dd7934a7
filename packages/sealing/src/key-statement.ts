import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex } from "@noble/hashes/utils.js"
import * as z from "zod/mini" // read in the browser
import { bytesOf } from "./encoding.ts"

/**
 * One entry of `keys.json` (keys.md row 9): which recipient seals to a tenant's inbox. What every browser looks up
 * before it seals or grants. Plain as yet; version 2 will be signed.
 */
export const keyStatement = z.object({
  version: z.literal(1),
  tenant: z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/)),
  /** 1 for the tenant's first inbox key, one more for each that replaces it */
  generation: z.int().check(z.minimum(1)),
  /** `age1pq1…`, 1,959 characters */
  recipient: z.string().check(z.regex(/^age1pq1[a-z0-9]{1952}$/)),
  /** {@link fingerprint} of the recipient before; none for the first generation */
  previous: z.nullable(z.hex().check(z.length(64))),
})

/** See {@link keyStatement}. */
export type KeyStatement = z.infer<typeof keyStatement>

/** SHA-256 of a recipient's text, as 64 lower-case hex digits. */
export const fingerprint = (recipient: string): string => bytesToHex(sha256(bytesOf(recipient)))
