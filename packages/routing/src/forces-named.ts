import { JOINS_FORCES, PLACE_CUES, POLICE_WORDS, ROLES } from "./hint-words.ts"
import { mayNameForce, type Names } from "./names.ts"
import type { Mention, Reading } from "./reading.ts"

/** A force's own name or one that people give it, not a place's: "Kent Police", but not "Kent". */
export const namesForce = ({ meanings }: Mention) =>
  mayNameForce({ meanings }) && !meanings.some(({ kind }) => kind === "place")
export const namesBody = ({ meanings }: Mention) =>
  meanings.every((meaning) => meaning.kind === "elsewhere" && !meaning.place)

/**
 * The forces that are named as such: by a name that no place has, by their people ("two Merseyside officers"), or
 * joined to another one ("Sussex and Surrey police", "West Mids and Staffs"); `joined` are those of several.
 */
export function forcesAmong({ mentions, words }: Reading, names: Names): { named: Mention[]; joined: Mention[] } {
  const named = new Set(mentions.filter((mention) => namesForce(mention) || hasRole(mention, words)))
  const isForce = (mention: Mention) => mayNameForce(mention) || isPoliced(mention, names)
  const joined = new Set<Mention>()
  const pairs = mentions.slice(1).map((mention, at) => [mentions[at] as Mention, mention] as const)
  for (const pair of [...pairs, ...pairs.toReversed()]) {
    const both = pair.every(isForce) && areJoined(...pair, words)
    const direct = pair.every(mayNameForce)
    const apart = pair[0].to < pair[1].from
    if (!both || !(apart || direct || pair.some((mention) => named.has(mention)))) continue
    for (const mention of pair) {
      named.add(mention)
      joined.add(mention)
    }
  }
  return { named: mentions.filter((mention) => named.has(mention)), joined: [...joined] }
}

/** A county or region that has a force of its name: "Gogledd Cymru" by "Heddlu Gogledd Cymru". */
const isPoliced = ({ name, meanings }: Mention, names: Names) =>
  (names.police.get(name) ?? []).some(({ kind }) => kind === "force") &&
  meanings.some((meaning) => meaning.kind === "place" && ["county", "region"].includes(meaning.place.kind))

/** "two Merseyside officers" */
export const hasRole = (mention: Mention, words: string[]) =>
  mayNameForce(mention) && ROLES.has(words[mention.to] ?? "")

function areJoined(one: Mention, other: Mention, words: string[]): boolean {
  const between = words.slice(one.to, other.from)
  const joining = between.length === 0 || between.some((word) => JOINS_FORCES.has(word))
  return joining && !between.some((word) => PLACE_CUES.has(word))
}

/** Beside a body elsewhere the hint also speaks of the police: "police in Derby came with bailiffs". */
export function isPolicedBeside({ mentions, words }: Reading): boolean {
  const inBody = (at: number) => mentions.some((mention) => namesBody(mention) && mention.from <= at && at < mention.to)
  const police = words.some((word, at) => (POLICE_WORDS.has(word) || ROLES.has(word)) && !inBody(at))
  return police || mentions.some((mention, at) => mayNameForce(mention) && joinsBody(mentions[at - 1], mention, words))
}

/** "from Police Scotland to Cumbria" */
const joinsBody = (before: Mention | undefined, mention: Mention, words: string[]): boolean =>
  before !== undefined && namesBody(before) && before.to < mention.from && areJoined(before, mention, words)
