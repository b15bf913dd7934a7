/** What the viewer shows a file as, by the kind that its sender's browser said. Browser, both sides of the frame. */

/** How a file is shown. */
export type ShownAs = "image" | "sound" | "film" | "text" | "pdf"

/**
 * Kinds that are only drawn or played: none of these runs or loads anything here, unlike SVG or a playlist. A PDF is drawn
 * by a library of ours, since a browser's own viewer works in no closed frame.
 */
const SHOWN: Readonly<Record<ShownAs, readonly string[]>> = {
  image: ["image/jpeg", "image/png", "image/webp", "image/gif"],
  sound: [
    "audio/mpeg",
    "audio/mp4",
    "audio/x-m4a",
    "audio/aac",
    "audio/wav",
    "audio/x-wav",
    "audio/ogg",
    "audio/webm",
    "audio/flac",
  ],
  film: ["video/mp4", "video/webm", "video/ogg", "video/quicktime"],
  text: ["text/plain"],
  pdf: ["application/pdf"],
}

/** Bytes that are shown at most, of kinds that make the frame stand still where there are more. */
export const MOST_BYTES: Partial<Readonly<Record<ShownAs, number>>> = { text: 2_000_000, pdf: 40_000_000 }

function kindOf(type: string): ShownAs | undefined {
  const [kind = ""] = type.toLowerCase().split(";")
  return (Object.keys(SHOWN) as ShownAs[]).find((each) => SHOWN[each].includes(kind.trim()))
}

/** How a file of media type `type` and `bytes` length is shown; undefined where it can only be saved. */
export function shownAs(type: string, bytes: number): ShownAs | undefined {
  return isTooLarge(type, bytes) ? undefined : kindOf(type)
}

/** Whether it would be shown if it were smaller. */
export function isTooLarge(type: string, bytes: number): boolean {
  const as = kindOf(type)
  return as !== undefined && bytes > (MOST_BYTES[as] ?? Number.POSITIVE_INFINITY)
}
