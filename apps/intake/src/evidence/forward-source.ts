import { CHUNK_BYTES } from "./upload-headers.ts"

/** What is to be sent can't be read any more: the file was moved, changed or taken out. */
export class SourceGone extends Error {
  override name = "SourceGone"
}

/**
 * What is sealed, as tus asks for it: a stream of which the part that is on its way is kept, so that it can be sent
 * again from wherever the server has got to, and nothing before that. One buffer, used again for each part (what is
 * sent is copied by the browser), so that the page's memory stays flat. Its `slice` throws SourceGone.
 */
export function forwardSource(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader()
  const kept = new Uint8Array(CHUNK_BYTES)
  /** Where in the stream `kept` begins, how many of its bytes are filled, and what was read beyond it. */
  let [from, filled, beyond] = [0, 0, new Uint8Array()]

  const fill = async (length: number) => {
    while (filled < length) {
      if (beyond.length === 0) {
        const { done, value } = await reader.read().catch((cause) => {
          throw new SourceGone("the file can't be read", { cause })
        })
        if (done) return
        beyond = value as Uint8Array<ArrayBuffer>
      }
      const part = beyond.subarray(0, kept.length - filled)
      kept.set(part, filled)
      filled += part.length
      beyond = beyond.subarray(part.length)
    }
  }
  return {
    size: 0, // the upload is told its size
    async slice(start: number, end: number) {
      if (start < from || start > from + filled) throw new RangeError("what was taken before isn't kept")
      kept.copyWithin(0, start - from, filled)
      filled -= start - from
      from = start
      const length = Math.min(end - start, kept.length)
      await fill(length)
      return { value: kept.subarray(0, Math.min(filled, length)), done: false }
    },
    close: () => void reader.cancel().catch(() => undefined),
  }
}
