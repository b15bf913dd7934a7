import type { MatchStrength, TraitKind } from "@candour/domain/person-concerned.ts"

const strength: Record<MatchStrength, string> = {
  strong: "Very likely the same person",
  fair: "Perhaps the same person",
  weak: "Has something in common",
}

const traits: Record<TraitKind, string> = {
  name: "full name",
  "name-folded": "name, one of them shortened",
  "name-sound": "a name that sounds alike",
  number: "number",
  "number-surname": "number and surname",
  "name-unit": "name and unit",
  "surname-unit": "surname and unit",
  car: "car",
}

/** Words of the people whom a report is about, and of the reports that may be about the same. */
export const en = {
  title: "People concerned",
  none: "Nobody has been described yet.",
  describe: "Describe a person concerned",
  again: (person: number) => `Say more of person ${person}`,
  who: "Which person?",
  another: (person: number) => `Person ${person}, new`,
  known: (person: number) => `Person ${person}`,
  name: "Name or nickname",
  rank: "Rank or job",
  number: "Warrant, collar or shoulder number",
  unit: "Unit, station or team",
  car: "Car",
  note: "Anything else that tells them apart",
  sealed: "Sealed: only your desk can read it. What you type is compared by keyed hashes, never in the clear.",
  button: "Record the person",
  empty: "Write something that tells this person from others.",
  before: "Reported before?",
  looking: "Looking …",
  nothingYet: "Type a name with a unit, or a number.",
  notBefore: "No other report of this force has these.",
  found: (count: number) =>
    count === 1 ? "1 other report may be about this person." : `${count} other reports may be about this person.`,
  strength,
  agrees: (kinds: readonly TraitKind[]) => `Agrees in ${kinds.map((kind) => traits[kind]).join(", ")}`,
  received: (day: string, stage: string) => `Received ${day}, ${stage}`,
  decided: { same: "Confirmed: the same person", other: "Not the same person" },
  same: "Same person",
  notSame: "Not the same",
  about: (reference: string, person: number) => `, as person ${person} of ${reference}`,
  onlyLead: "A lead confirms that it is the same person.",
  cannotOpen: "This description can’t be opened with this report’s key.",
}
