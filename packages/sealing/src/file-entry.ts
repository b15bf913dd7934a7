import * as z from "zod/mini" // read in the browser: 5 kB compressed, where all of zod is 77
import { toBase64url } from "./encoding.ts"
import type { FileContent, FileKey } from "./sealed-file.ts"

/** Files that one message takes, at most. */
export const MOST_FILES = 10

const removedCode = z.enum([
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

/** What a cleaner takes out of a file, as codes that pages put into words. */
export type RemovedCode = z.infer<typeof removedCode>

const cleaned = z.enum(["yes", "part", "no"])

/** How much of what a file hides was taken out before it was sealed: all that is known to hide there, some, nothing. */
export type Cleaned = z.infer<typeof cleaned>

const [MOST_NAME, MOST_TYPE] = [200, 127]

const bytes32 = z.base64url().check(z.length(43))

/**
 * One file as a sealed message names it: its name, its kind and its key are nowhere in the clear. What it says of
 * cleaning is what the sender's browser said.
 */
export const fileEntry = z.object({
  id: z.uuid({ version: "v4" }),
  /** F, 32 bytes */
  key: bytes32,
  name: z.string().check(z.maxLength(MOST_NAME)),
  /** a media type, or empty where nobody knows */
  type: z.string().check(z.maxLength(MOST_TYPE)),
  /** of the content, without its padding */
  bytes: z.int().check(z.nonnegative()),
  /** SHA-256 of the content */
  digest: bytes32,
  cleaned,
  removed: z.array(removedCode).check(z.maxLength(removedCode.options.length)),
})

/** See {@link fileEntry}. */
export type FileEntry = z.infer<typeof fileEntry>

/** What is said of a file that was sent; of a long name its end, so that what kind of file it is stays to be seen. */
export const entryOf = (
  { id, name, type, cleaned, removed }: Pick<FileEntry, "id" | "name" | "type" | "cleaned" | "removed">,
  key: FileKey,
  { bytes, digest }: FileContent,
): FileEntry => ({
  id,
  key: toBase64url(key),
  name: name.slice(-MOST_NAME),
  type: type.slice(0, MOST_TYPE),
  bytes,
  digest: toBase64url(digest),
  cleaned,
  removed,
})
