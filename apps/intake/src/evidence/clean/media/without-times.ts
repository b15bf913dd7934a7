/** Boxes that hold others, and boxes that hold times (ISO/IEC 14496-12). */
const [HOLDERS, TIMED] = [
  ["moov", "trak", "mdia"],
  ["mvhd", "tkhd", "mdhd"],
]

/**
 * Sets the times of making and changing in an MP4 or QuickTime file to none: whoever packs one anew writes down the
 * moment. Changes `bytes` where they are.
 */
export function withoutTimes(bytes: Uint8Array<ArrayBuffer>, start = 0, end = bytes.length): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  for (let at = start; at + 8 <= end; ) {
    const size = view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const [head, length] = size === 1 ? [16, Number(view.getBigUint64(at + 8))] : [8, size === 0 ? end - at : size]
    if (length < head || at + length > end) return
    if (HOLDERS?.includes(name)) withoutTimes(bytes, at + head, at + length)
    if (TIMED?.includes(name)) {
      const timeBytes = bytes[at + head] === 1 ? 8 : 4 // by the box's version
      bytes.fill(0, at + head + 4, at + head + 4 + 2 * timeBytes)
    }
    at += length
  }
}
