import type { Nearness } from "./event.ts"
import { foldUnit, type PersonConcerned, wholeName, wordsOfName } from "./person-concerned.ts"

/** In what a colleague may be near to a person concerned. None of them alone says who somebody is, so none is a match. */
export const NEAR_TRAIT_KINDS = ["surname", "unit", "name"] as const
export type NearTraitKind = (typeof NEAR_TRAIT_KINDS)[number]

/** One thing by which nearness is told, in the form in which it is compared. */
export interface NearTrait {
  kind: NearTraitKind
  text: string
}

/** A colleague's trait, with the way in which agreeing in it is near. */
export interface ColleagueTrait extends NearTrait {
  why: Nearness
}

/** What a lead says of a colleague: each a list with one on a line, as it was typed. */
export interface ColleagueNearness {
  /** Surnames, earlier ones and those of their household too. */
  surnames: string
  /** Where they work or have worked. */
  units: string
  /** Units that they command, or are commanded by. */
  lineUnits: string
  /** People in their line of command, by full name. */
  linePeople: string
}

/** The most things that a lead says of one colleague; more are left out by nobody: the page refuses them. */
export const MOST_NEAR_TRAITS = 200

const surnameTrait = (name: string): NearTrait[] => {
  const surname = wordsOfName(name).at(-1)
  return surname === undefined ? [] : [{ kind: "surname", text: wholeName(surname) }]
}

const unitTrait = (unit: string): NearTrait[] => {
  const text = foldUnit(unit)
  return text === "" ? [] : [{ kind: "unit", text }]
}

/** First name and surname in one order, so that it doesn't matter how the desk and the reporter put them. */
const nameTrait = (name: string): NearTrait[] => {
  const words = wordsOfName(name).map(wholeName)
  if (words.length < 2) return []
  return [{ kind: "name", text: [words[0], words.at(-1)].sort().join(" ") }]
}

/** What a description says by which somebody could be near: its surname, unit and full name. */
export const nearTraitsOf = ({ name, unit }: Pick<PersonConcerned, "name" | "unit">): NearTrait[] => [
  ...surnameTrait(name),
  ...unitTrait(unit),
  ...nameTrait(name),
]

const linesOf = (list: string): string[] => list.split("\n").filter((line) => line.trim() !== "")

/** What a lead said of a colleague, each once, as it is compared with {@link nearTraitsOf}. */
export function colleagueTraits({ surnames, units, lineUnits, linePeople }: ColleagueNearness): ColleagueTrait[] {
  const found = [
    ...linesOf(surnames)
      .flatMap(surnameTrait)
      .map((trait) => ({ why: "surname" as const, ...trait })),
    ...linesOf(units)
      .flatMap(unitTrait)
      .map((trait) => ({ why: "unit" as const, ...trait })),
    ...[...linesOf(lineUnits).flatMap(unitTrait), ...linesOf(linePeople).flatMap(nameTrait)].map((trait) => ({
      why: "line" as const,
      ...trait,
    })),
  ]
  return [...new Map(found.map((trait) => [`${trait.why} ${trait.kind} ${trait.text}`, trait])).values()]
}
