import * as z from "zod/mini" // read in the browser: 5 kB compressed, where all of zod is 77

/** What a cleaner takes out of a file, as codes that pages put into words. */
export const removedCode = z.enum([
  "place",
  "camera",
  "time",
  "author",
  "comments",
  "thumbnail",
  "title",
  "program",
  "attachments",
  "voice",
  "other",
])

/** See {@link removedCode}. */
export type RemovedCode = z.infer<typeof removedCode>

/** How much of what a file hides was taken out before it was sealed: all that is known to hide there, some, nothing. */
export const cleaned = z.enum(["yes", "part", "no"])

/** See {@link cleaned}. */
export type Cleaned = z.infer<typeof cleaned>

const bytes32 = z.base64url().check(z.length(43))

/**
 * One file as a sealed message names it: its name, its kind and its key are nowhere in the clear. What it says of
 * cleaning is what the sender's browser said.
 */
export const fileEntry = z.object({
  id: z.uuid({ version: "v4" }),
  /** F, 32 bytes */
  key: bytes32,
  name: z.string().check(z.maxLength(200)),
  /** a media type, or empty where nobody knows */
  type: z.string().check(z.maxLength(127)),
  /** of the content, without its padding */
  bytes: z.int().check(z.nonnegative()),
  /** SHA-256 of the content */
  digest: bytes32,
  cleaned,
  removed: z.array(removedCode).check(z.maxLength(removedCode.options.length)),
})

/** See {@link fileEntry}. */
export type FileEntry = z.infer<typeof fileEntry>
