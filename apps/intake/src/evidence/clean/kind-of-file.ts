/** Kinds of files by how each is cleaned. */
export type FileKind = "image" | "pdf" | "office" | "media" | "other"

const LOOK_BYTES = 64

const startsWith = (bytes: Uint8Array, text: string, at = 0) =>
  [...text].every((char, index) => bytes[at + index] === char.charCodeAt(0))

const IMAGE_BRANDS = ["heic", "heix", "mif1", "avif", "heim", "heis"]
const OFFICE_NAME = /\.(docx|docm|dotx|xlsx|xlsm|pptx|pptm|odt|ods|odp)$/i

/** What kind a file is, by its first bytes and not by what it is called. */
export async function kindOfFile(file: File): Promise<FileKind> {
  const bytes = new Uint8Array(await file.slice(0, LOOK_BYTES).arrayBuffer())
  const is = (text: string, at = 0) => startsWith(bytes, text, at)
  if (is("\xff\xd8\xff") || is("\x89PNG") || (is("RIFF") && is("WEBP", 8))) return "image"
  if (is("ftyp", 4)) return IMAGE_BRANDS.some((brand) => is(brand, 8)) ? "image" : "media"
  if (is("%PDF")) return "pdf"
  if (is("PK\x03\x04")) return OFFICE_NAME.test(file.name) ? "office" : "other"
  const isMedia =
    is("\x1aE\xdf\xa3") || // WebM, Matroska
    is("OggS") ||
    is("ID3") ||
    (is("RIFF") && is("WAVE", 8)) ||
    is("fLaC") ||
    ["moov", "mdat", "wide", "free"].some((box) => is(box, 4)) ||
    (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0) // MP3 or ADTS without a tag
  return isMedia ? "media" : "other"
}
