import type { RemovedCode } from "@candour/sealing/file-entry.ts"

/** Tags of TIFF and Exif (JEITA CP-3451) by what they give away. */
const TAGS: Record<number, RemovedCode> = {
  270: "title",
  271: "camera",
  272: "camera",
  305: "program",
  306: "time",
  315: "author",
  33432: "author",
  34853: "place",
  36867: "time",
  37510: "comments",
  42016: "camera",
  42032: "author",
  42033: "camera",
}
const EXIF_DIRECTORY = 0x8769

/** Where a picture keeps Exif: a phone writes it near the beginning, and some at the end. */
const LOOK_BYTES = 262_144

/** What a picture's Exif data says of where, when and by whom it was made; empty where there is none to be found. */
export async function exifCodes(file: Blob): Promise<RemovedCode[]> {
  const ends = [file.slice(0, LOOK_BYTES), file.slice(Math.max(0, file.size - LOOK_BYTES))]
  const found = new Set<RemovedCode>()
  for (const end of ends) {
    const bytes = new Uint8Array(await end.arrayBuffer())
    for (const at of tiffHeaders(bytes)) for (const code of codesIn(bytes, at)) found.add(code)
  }
  return [...found]
}

function* tiffHeaders(bytes: Uint8Array): Generator<number> {
  for (let at = 0; at + 8 < bytes.length; at += 1) {
    const [a, b, c, d] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]
    if ((a === 0x49 && b === 0x49 && c === 42 && d === 0) || (a === 0x4d && b === 0x4d && c === 0 && d === 42)) yield at
  }
}

function codesIn(bytes: Uint8Array, start: number): Set<RemovedCode> {
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.length - start)
  const little = view.getUint8(0) === 0x49
  const codes = new Set<RemovedCode>()
  const directories = [view.getUint32(4, little)]
  const seen = new Set<number>()
  for (let at = directories.pop(); at !== undefined; at = directories.pop()) {
    if (seen.has(at) || at + 2 > view.byteLength) continue
    seen.add(at)
    const entries = view.getUint16(at, little)
    for (let entry = at + 2; entry < at + 2 + entries * 12 && entry + 12 <= view.byteLength; entry += 12) {
      const tag = view.getUint16(entry, little)
      const code = TAGS[tag]
      if (code) codes.add(code)
      if (tag === EXIF_DIRECTORY) directories.push(view.getUint32(entry + 8, little))
    }
    const next = at + 2 + entries * 12
    const following = next + 4 <= view.byteLength ? view.getUint32(next, little) : 0
    if (following > 0 && seen.size === 1) {
      codes.add("thumbnail")
      directories.push(following)
    }
  }
  return codes
}
