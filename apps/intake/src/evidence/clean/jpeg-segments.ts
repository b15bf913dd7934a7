/**
 * A JPEG picture without what it says of itself: Exif, XMP, captions and comments (segments APP1 to APP15 but Adobe's,
 * which its colours need; ITU T.81). What is seen stays as it is, bit for bit. Bytes that are no JPEG stay as they are.
 */
export function withoutSegments(jpeg: Uint8Array): Uint8Array {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return jpeg
  const kept: Uint8Array[] = [jpeg.subarray(0, 2)]
  let at = 2
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1] ?? 0
    if (marker === 0xda) break // from here on it is the picture
    const length = 2 + (((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0))
    const hides = marker === 0xfe || (marker > 0xe0 && marker <= 0xef && marker !== 0xee && marker !== 0xe2)
    if (!hides) kept.push(jpeg.subarray(at, at + length))
    at += length
  }
  kept.push(jpeg.subarray(at))
  const bytes = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0))
  let to = 0
  for (const part of kept) {
    bytes.set(part, to)
    to += part.length
  }
  return bytes
}
