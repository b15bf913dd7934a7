import { SAMPLE_RATE } from "./change-voice.ts"

const HEAD_BYTES = 44

/** Sound as a WAV file of 16 bits, one channel: its format and its samples, and nothing that says who made it or when. */
export function wavOf(samples: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEAD_BYTES + samples.length * 2)
  const view = new DataView(bytes.buffer)
  const word = (text: string, at: number) => {
    for (const [index, char] of [...text].entries()) view.setUint8(at + index, char.charCodeAt(0))
  }
  word("RIFF", 0)
  view.setUint32(4, bytes.length - 8, true)
  word("WAVEfmt ", 8)
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, SAMPLE_RATE, true)
  view.setUint32(28, SAMPLE_RATE * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  word("data", 36)
  view.setUint32(40, samples.length * 2, true)
  for (const [index, value] of samples.entries())
    view.setInt16(HEAD_BYTES + index * 2, Math.round(Math.max(-1, Math.min(1, value)) * 32_767), true)
  return bytes
}
