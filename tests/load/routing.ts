import { readFileSync } from "node:fs"
import { join } from "node:path"
import { type Route, routerWith } from "@candour/routing/route.ts"
import { lettersOf } from "@candour/routing/shards.ts"
import { wholeDirectory } from "@candour/routing/whole-directory.ts"
import { matcherDefaults, plainLookUp } from "../routing/baselines.ts"
import { readHints, type ScoredHint, scoreOf } from "../routing/score.ts"
import type { Row } from "./timing.ts"

const ON = "2026-11-24"
const ASSETS = join(import.meta.dirname, "../../apps/intake/dist")

/** The score of the hold-out by class, beside two ways that need no code; the time of a hint; the bytes of a query. */
export function measureRouting(row: Row): void {
  const begun = performance.now()
  const route = routerWith()
  route("Kent", ON)
  row("making the index, and a first answer", `${(performance.now() - begun).toFixed(0)} ms`)

  const hints = readHints("hold-out.csv")
  const directory = wholeDirectory()
  const ways: [string, (hint: string) => Route][] = [
    ["right", (hint) => route(hint, ON)],
    ["a plain look-up", plainLookUp(directory)],
    ["minisearch's defaults", matcherDefaults(directory)],
  ]
  for (const [name, some] of [...Map.groupBy(hints, (hint) => hint.class), ["all", hints] as const]) {
    row(`hints of the hold-out: ${name}`, ways.map(([way, answer]) => `${way} ${scoreIn(some, answer)}`).join(", "))
  }

  const times = hints.map(({ hint }) => timeOf(() => route(hint, ON))).sort((one, other) => one - other)
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  row(
    "one hint in Node",
    `mean ${mean.toFixed(2)} ms, p95 ${at(times, 0.95).toFixed(2)}, most ${at(times, 1).toFixed(1)}`,
  )
  measureBytes(hints, row)
}

/** "98.7 % of 75, 1 silent": silent is a wrong force that nobody was asked about. */
function scoreIn(hints: readonly ScoredHint[], answer: (hint: string) => Route): string {
  const scores = hints.map((hint) => scoreOf(hint, answer(hint.hint)))
  const count = (score: string) => scores.filter((one) => one === score).length
  const silent = count("silent")
  return `${((100 * count("right")) / hints.length).toFixed(1)} % of ${hints.length}${silent ? ` (${silent} silent)` : ""}`
}

/** What a phone fetches for a hint, as brotli packs it: the script, the core, and the shards of its letters. */
function measureBytes(hints: readonly ScoredHint[], row: Row): void {
  const files: Record<string, string> = JSON.parse(readFileSync(join(ASSETS, "assets.json"), "utf8"))
  const bytes = (name: string) => (files[name] ? readFileSync(join(ASSETS, "assets", `${files[name]}.br`)).length : 0)
  const script = bytes("find-force.js")
  const once = bytes("places.json")
  const shards = hints
    .map(({ hint }) => lettersOf(hint).reduce((sum, letters) => sum + bytes(`places-${letters}.json`), 0))
    .sort((one, other) => one - other)
  const kilobytes = (count: number) => `${(count / 1_000).toFixed(1)} kB`
  row("bytes of the page's script, once", kilobytes(script))
  row(
    "bytes of the static files of a query, cold",
    `${kilobytes(once + at(shards, 0.5))}, p95 ${kilobytes(once + at(shards, 0.95))}`,
  )
  row(
    "bytes of a whole query with the script, cold",
    `${kilobytes(script + once + at(shards, 0.5))}, p95 ${kilobytes(script + once + at(shards, 0.95))}`,
  )
}

function timeOf(work: () => unknown): number {
  const from = performance.now()
  work()
  return performance.now() - from
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
