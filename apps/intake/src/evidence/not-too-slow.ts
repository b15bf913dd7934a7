/** What a sender has to bring while it is waited for: less than the slowest telephone network carries. */
const PACE = { bytes: 65_536, milliseconds: 60_000 }

/** A sender brought so little that it only keeps a place from others. */
export class TooSlow extends Error {
  override name = "TooSlow"
}

/**
 * The same chunks, from a sender who keeps pace. Only time in which it is waited for counts, not what the database takes.
 *
 * @param haste - how many times the pace has to be kept at this moment
 * @throws TooSlow
 */
export async function* notTooSlow<Chunk extends Uint8Array>(
  chunks: AsyncIterable<Chunk>,
  haste: () => number = () => 1,
  { bytes, milliseconds } = PACE,
): AsyncGenerator<Chunk> {
  const source = chunks[Symbol.asyncIterator]()
  let [waited, came] = [0, 0]
  try {
    for (;;) {
      const begun = performance.now()
      const { done, value } = await within(source.next(), milliseconds - waited)
      if (done) return
      waited += performance.now() - begun
      came += value.length
      if (came >= bytes * haste()) [waited, came] = [0, 0]
      else if (waited >= milliseconds) throw new TooSlow("too little came in too long a time")
      yield value
    }
  } finally {
    // Not waited for: a source that is stuck would never answer.
    source.return?.()?.catch(() => undefined)
  }
}

async function within<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow("nothing came in too long a time")), Math.max(0, milliseconds))
  })
  work.catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
