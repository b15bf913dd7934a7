import type { CleanContent } from "./cleaner.ts"
import { exifCodes } from "./exif.ts"

/** Nobody sees the difference to the original, and a photo is as large as before. */
const JPEG_QUALITY = 0.92

/**
 * Draws a picture anew: what is seen is kept, and nothing else. A moving one keeps its first picture, so it is left as
 * it is.
 *
 * @throws where this browser can't show it
 */
export async function cleanImage(file: File): Promise<CleanContent> {
  const head = new Uint8Array(await file.slice(0, 64).arrayBuffer())
  const isPng = head[0] === 0x89
  if (await moves(file)) return { content: file, cleaned: "no", removed: [] }
  const codes = await exifCodes(file)
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" })
  const canvas = document.createElement("canvas")
  canvas.width = picture.width
  canvas.height = picture.height
  canvas.getContext("2d")?.drawImage(picture, 0, 0)
  picture.close()
  const type = isPng ? "image/png" : "image/jpeg"
  const content = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, JPEG_QUALITY))
  if (content === null || content.type !== type) throw new Error("this browser can't draw it anew")
  return { content, cleaned: "yes", removed: [...new Set([...codes, "other" as const])] }
}

/** Whether a PNG or WebP has more than one picture. */
async function moves(file: File): Promise<boolean> {
  const head = new TextDecoder("latin1").decode(await file.slice(0, 4_096).arrayBuffer())
  return (head.startsWith("\x89PNG") && head.includes("acTL")) || (head.startsWith("RIFF") && head.includes("ANIM"))
}
