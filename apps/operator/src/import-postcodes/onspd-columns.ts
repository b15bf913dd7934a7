import { refusal } from "./refusal.ts"

/** The columns that the import reads, with the names they go by in any edition. */
const NAMES = { pcds: /^pcds$/i, pfa: /^pfa(\d\dcd)?$/i, doterm: /^doterm$/i } as const
const INTRODUCED = /^dointr$/i

/** Places in a row. */
export interface OnspdColumns {
  count: number
  /** The postcode, with one space: `ME14 1XQ`. */
  pcds: number
  /** The code of its police force area. */
  pfa: number
  /** Those with a month: of its end, and of its beginning where the file has that. */
  months: { name: string; place: number }[]
}

/** Finds the columns by the first line of the file. @throws CommandProblem where one is missing or there twice */
export function columnsOf(header: readonly string[]): OnspdColumns {
  const names = header.map((name) => name.trim())
  const placeOf = (wanted: keyof typeof NAMES): number => {
    const found = names.filter((name) => NAMES[wanted].test(name))
    if (found.length !== 1)
      throw refusal(
        `The first line of the file names ${found.length === 0 ? "no" : found.length} columns "${wanted}" instead of one.`,
        "Take the file Data/ONSPD_…_UK.csv out of the ONS Postcode Directory, with its first line.",
      )
    return names.indexOf(found[0] ?? "")
  }
  const introduced = names.findIndex((name) => INTRODUCED.test(name))
  return {
    count: header.length,
    pcds: placeOf("pcds"),
    pfa: placeOf("pfa"),
    months: [
      { name: "doterm", place: placeOf("doterm") },
      ...(introduced < 0 ? [] : [{ name: "dointr", place: introduced }]),
    ],
  }
}
