import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { forwardSource } from "./forward-source.ts"
import { CHUNK_BYTES } from "./upload-headers.ts"

const streamOf = (bytes: Uint8Array, piece: number) => {
  let at = 0
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, at + piece))
      at += piece
    },
  })
}

const film = new Uint8Array(CHUNK_BYTES + 300_000).map((_, at) => at % 251)

property.prop(
  { piece: fc.integer({ min: 1_000, max: 200_000 }), steps: fc.array(fc.nat(900_000), { maxLength: 8 }) },
  { numRuns: 25 },
)("from wherever the server has got to, the same bytes come, however the stream came", async ({ piece, steps }) => {
  const source = forwardSource(streamOf(film, piece))
  let start = 0
  for (const step of [...steps, 0]) {
    const end = Math.min(start + CHUNK_BYTES, film.length)
    const { value } = await source.slice(start, end)
    expect(Buffer.compare(value, film.subarray(start, end))).toBe(0)
    start = Math.min(start + step, end)
  }
})

test("what the server has taken isn't kept", async () => {
  const source = forwardSource(streamOf(film, 65_536))
  await source.slice(0, CHUNK_BYTES)
  await source.slice(1_000, 2_000)
  await expect(source.slice(999, 2_000)).rejects.toThrow(RangeError)
  await expect(source.slice(CHUNK_BYTES + 1, CHUNK_BYTES + 2)).rejects.toThrow(RangeError)
})
