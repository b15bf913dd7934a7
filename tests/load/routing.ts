import { route } from "@candour/routing/route.ts"
import type { Row } from "./timing.ts"

const HINTS = [
  "Kent Police",
  "the Met",
  "ME14 1XQ",
  "Newport",
  "yng Nghaerdydd",
  "Bradford on Avon",
  "nonsense",
  "Glasgow",
]
const TIMES = 2_000

/** Microseconds for a hint, once the index is made. */
export function measureRouting(row: Row): void {
  const begun = performance.now()
  route("Kent")
  const index = performance.now() - begun
  const from = performance.now()
  for (let time = 0; time < TIMES; time += 1) for (const hint of HINTS) route(hint)
  const each = ((performance.now() - from) / TIMES / HINTS.length) * 1_000
  row("one hint", `${each.toFixed(1)} µs; the index once ${index.toFixed(0)} ms`)
}
