/** What the viewer shows a file as, by the kind that its sender's browser said. Browser, both sides of the frame. */

/** How a file is shown. */
export type ShownAs = "image" | "sound" | "film" | "text"

/** Kinds that a browser only draws or plays: none of these runs or loads anything, unlike SVG, PDF or a playlist. */
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
}

/** Bytes of a text that is shown at most; a longer one makes the page stand still. */
export const MOST_TEXT_BYTES = 2_000_000

/** How a file of media type `type` and `bytes` length is shown; undefined where it can only be saved. */
export function shownAs(type: string, bytes: number): ShownAs | undefined {
  const [kind = ""] = type.toLowerCase().split(";")
  const as = (Object.keys(SHOWN) as ShownAs[]).find((each) => SHOWN[each].includes(kind.trim()))
  return as === "text" && bytes > MOST_TEXT_BYTES ? undefined : as
}
