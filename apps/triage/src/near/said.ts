/** Browser and server: what a lead says of a colleague, sealed as JSON under a key of the desk's inbox. */
import type { ColleagueNearness } from "@candour/domain/nearness.ts"
import * as z from "zod/mini"

const list = z.string().check(z.maxLength(10_000))

const said = z.object({ version: z.literal(1), surnames: list, units: list, lineUnits: list, linePeople: list })

/** The lists, in the order of the form. */
export const LISTS = ["surnames", "units", "lineUnits", "linePeople"] as const satisfies (keyof ColleagueNearness)[]

/** What was said, out of opened words; undefined where they are none. */
export function saidIn(words: string): ColleagueNearness | undefined {
  try {
    return said.safeParse(JSON.parse(words)).data
  } catch {
    return undefined
  }
}

/** What is sealed. */
export const wordsOf = (of: ColleagueNearness): string => JSON.stringify({ version: 1, ...of })
