/** Prints one figure. */
export type Row = (label: string, value: string) => void

/** Median and 95th percentile of some milliseconds, in words. */
export function inWords(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return `${at(0.5).toFixed(1)} ms (p95 ${at(0.95).toFixed(1)})`
}

/** The milliseconds that each of `times` runs of `work` takes. */
export async function timed(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let done = 0; done < times; done += 1) {
    const begun = performance.now()
    await work()
    taken.push(performance.now() - begun)
  }
  return taken
}

/** Lets `clients` repeat `work` for `seconds`; how often it was done in a second, and how often it failed. */
export async function perSecond(
  clients: number,
  seconds: number,
  work: (client: number) => Promise<boolean>,
): Promise<{ rate: number; errors: number }> {
  const until = performance.now() + seconds * 1_000
  let [done, errors] = [0, 0]
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < until)
        if (await work(client).catch(() => false)) done += 1
        else errors += 1
    }),
  )
  return { rate: done / seconds, errors }
}
