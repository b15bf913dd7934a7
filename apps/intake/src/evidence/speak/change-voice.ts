/** Samples a second of what is sent: enough for every word, and too few for what tells voices apart above 8 kHz. */
export const SAMPLE_RATE = 16_000

/** Chance, from 0 to just under 1: `Math.random`'s shape, so that a test may give its own. */
export type Chance = () => number

/** From the browser's cryptography: what was drawn can't be drawn again by whoever wants the voice back. */
export const chance: Chance = () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32

const GRAIN = 800 // 50 ms: a few turns of any voice
const STEP = GRAIN / 4
/** How far a grain may be moved to where it fits the one before. */
const SEARCH = 160

const between = (random: Chance, low: number, high: number) => low + random() * (high - low)

/**
 * Another voice that says the same: higher or lower by a part that is drawn anew for each recording and wanders within
 * it, with other resonances, in another rhythm, under a little noise. None of what was drawn is kept. It hides less
 * than one hopes: words, accent, habits of speech and the sounds behind stay.
 *
 * @param samples - one channel at {@link SAMPLE_RATE}, from -1 to 1
 */
export function changeVoice(samples: Float32Array, random: Chance = chance): Float32Array<ArrayBuffer> {
  const up = random() < 0.5
  const pitch = up ? between(random, 1.2, 1.38) : between(random, 0.72, 0.84)
  const moved = shifted(samples, pitch, random)
  for (const band of [500, 1_000, 1_800, 2_800]) {
    const frequency = band * between(random, 0.8, 1.25)
    peak(moved, frequency, between(random, -9, 9), between(random, 0.8, 2))
  }
  for (let at = 0; at < moved.length; at += 1) moved[at] = (moved[at] ?? 0) + (random() - 0.5) * 0.004
  return levelled(moved)
}

/** Pitch and resonances moved by `pitch` and the rhythm by a wandering few percent: grains, laid where they fit. */
function shifted(samples: Float32Array, pitch: number, random: Chance): Float32Array<ArrayBuffer> {
  const window = Float32Array.from({ length: GRAIN }, (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / GRAIN))
  const out = new Float32Array(Math.ceil(samples.length * 1.1) + GRAIN)
  const weight = new Float32Array(out.length)
  let [from, to, wander] = [0, 0, 1]
  while (from + GRAIN * pitch + SEARCH < samples.length && to + GRAIN < out.length) {
    wander = Math.min(1.06, Math.max(0.94, wander + between(random, -0.012, 0.012)))
    const rate = pitch * wander
    const start = from + bestFit(samples, out, weight, from, to, rate)
    for (let at = 0; at < GRAIN; at += 1) {
      const value = sampleAt(samples, start + at * rate) * (window[at] ?? 0)
      out[to + at] = (out[to + at] ?? 0) + value
      weight[to + at] = (weight[to + at] ?? 0) + (window[at] ?? 0)
    }
    to += STEP
    from += STEP * (2 - wander)
  }
  const changed = out.subarray(0, to)
  for (let at = 0; at < changed.length; at += 1) changed[at] = (changed[at] ?? 0) / Math.max(0.1, weight[at] ?? 1)
  return changed
}

/** How far from `from` the next grain begins so that it goes on where the last one is (WSOLA; Verhelst, Roelands 1993). */
function bestFit(
  samples: Float32Array,
  out: Float32Array,
  weight: Float32Array,
  from: number,
  to: number,
  rate: number,
): number {
  let [best, most] = [0, Number.NEGATIVE_INFINITY]
  for (let shift = 0; shift < SEARCH; shift += 4) {
    let fit = 0
    for (let at = 0; at < GRAIN / 2; at += 8) {
      const there = (out[to + at] ?? 0) / Math.max(0.1, weight[to + at] ?? 1)
      fit += there * sampleAt(samples, from + shift + at * rate)
    }
    if (fit > most) [best, most] = [shift, fit]
  }
  return best
}

function sampleAt(samples: Float32Array, at: number): number {
  const whole = Math.floor(at)
  const [one, other] = [samples[whole] ?? 0, samples[whole + 1] ?? 0]
  return one + (other - one) * (at - whole)
}

/** A peaking filter (Bristow-Johnson, Audio EQ Cookbook), in place. */
function peak(samples: Float32Array, frequency: number, decibels: number, width: number): void {
  const gain = 10 ** (decibels / 40)
  const turn = (2 * Math.PI * frequency) / SAMPLE_RATE
  const alpha = Math.sin(turn) / (2 * width)
  const a0 = 1 + alpha / gain
  const [b0, b1, b2] = [(1 + alpha * gain) / a0, (-2 * Math.cos(turn)) / a0, (1 - alpha * gain) / a0]
  const [a1, a2] = [b1, (1 - alpha / gain) / a0]
  let [x1, x2, y1, y2] = [0, 0, 0, 0]
  for (let at = 0; at < samples.length; at += 1) {
    const x = samples[at] ?? 0
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2
    ;[x2, x1, y2, y1] = [x1, x, y1, y]
    samples[at] = y
  }
}

/** As loud as can be without distortion; how loud somebody speaks is a habit, too. */
function levelled(samples: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const loudest = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (loudest > 0) for (let at = 0; at < samples.length; at += 1) samples[at] = ((samples[at] ?? 0) / loudest) * 0.9
  return samples
}
