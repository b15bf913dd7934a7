import type { CorrectionKind, Settlement } from "@candour/domain/correction.ts"
import { plural } from "@candour/web/language.ts"

const kinds: Record<CorrectionKind, string> = {
  place: "Policed by another force",
  missing: "Name is missing",
  force: "Force’s details out of date",
  elsewhere: "Details of a body elsewhere",
}

const settlements: Record<Settlement, string> = {
  "taken-over": "Taken over",
  "not-right": "Not right",
  "nothing-to-do": "Nothing to do",
}

/** Every word of the page of corrections. */
export const en = {
  title: "Directory",
  heading: "What the public says is wrong in the directory",
  why: "Said on the public page of forces, by anybody and without a name: check each against a source before you change the directory. Nothing here is a report.",
  settling:
    "Settling a row settles everything said alike so far. “Taken over”: the directory’s sources have been changed. What is said again on a later day comes back.",
  columns: { about: "About", said: "Should be", kind: "What is wrong", times: "Times", days: "Said", settle: "Settle" },
  kinds,
  settlements,
  unknown: "Didn’t know",
  days: (first: string, last: string) => (first === last ? last : `${first} to ${last}`),
  /** What a button settles, for who doesn't see its row. */
  which: (name: string, said: string) => `(${name}, ${said})`,
  nothing: "Nothing is waiting.",
  settled: (count: number) =>
    plural("en", count, {
      one: "Settled.",
      other: `Settled, with all that was said alike on ${count} days.`,
    }),
  already: "It had been settled already.",
}
