import { expect, test } from "vitest"
import { changeVoice, SAMPLE_RATE } from "./change-voice.ts"
import { wavOf } from "./wav.ts"

/** A voice as a machine hears it: a tone with overtones, such as a vowel at `pitch` turns a second. */
const vowel = (pitch: number, seconds = 2) =>
  Float32Array.from({ length: SAMPLE_RATE * seconds }, (_, at) =>
    [1, 2, 3, 4, 5].reduce((sum, n) => sum + (0.12 / n) * Math.sin((2 * Math.PI * pitch * n * at) / SAMPLE_RATE), 0),
  )

/** Turns a second of the strongest repetition in the middle of a sound. */
function pitchOf(samples: Float32Array): number {
  const middle = samples.subarray(samples.length / 2 - 4_000, samples.length / 2 + 4_000)
  let [best, most] = [0, 0]
  for (let lag = 40; lag < 300; lag += 1) {
    let fit = 0
    for (let at = 0; at + lag < middle.length; at += 1) fit += (middle[at] ?? 0) * (middle[at + lag] ?? 0)
    if (fit > most * 1.02) [best, most] = [lag, fit]
  }
  return SAMPLE_RATE / best
}

/** Chance that a test can repeat. */
function drawn(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])("a changed voice is clearly higher or lower, and as long (draw %i)", (seed) => {
  const voice = vowel(150)
  expect(pitchOf(voice)).toBeCloseTo(150, -1)
  const changed = changeVoice(voice, drawn(seed))
  const ratio = pitchOf(changed) / 150
  expect(Math.abs(Math.log2(ratio))).toBeGreaterThan(0.18)
  expect(changed.length / voice.length).toBeGreaterThan(0.8)
  expect(changed.length / voice.length).toBeLessThan(1.2)
  expect(changed.every((value) => Number.isFinite(value) && Math.abs(value) <= 1)).toBe(true)
})

test("the same words twice give two voices", () => {
  const [one, other] = [changeVoice(vowel(150)), changeVoice(vowel(150))]
  expect(Buffer.from(one.buffer).equals(Buffer.from(other.buffer))).toBe(false)
})

test("silence and a word too short to change stay quiet", () => {
  expect(changeVoice(new Float32Array(0)).length).toBe(0)
  expect(changeVoice(new Float32Array(300)).length).toBe(0)
})

test("what is sent has its sound and nothing else", () => {
  const bytes = Buffer.from(wavOf(Float32Array.of(0, 1, -1, 2)))
  expect(bytes.toString("latin1", 0, 4)).toBe("RIFF")
  expect(bytes.readUInt32LE(24)).toBe(SAMPLE_RATE)
  expect([44, 46, 48, 50].map((at) => bytes.readInt16LE(at))).toEqual([0, 32_767, -32_767, 32_767])
  expect(bytes.length).toBe(44 + 8)
})
