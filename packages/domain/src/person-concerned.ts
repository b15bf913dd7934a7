import { doubleMetaphone } from "double-metaphone"

/** What is known of one person concerned, as it was said: each field may be empty. */
export interface PersonConcerned {
  name: string
  rank: string
  /** Warrant, collar or shoulder number, as written. */
  number: string
  /** Unit, station or team. */
  unit: string
  /** The mark of a car. */
  car: string
}

/** How strongly two descriptions at one force point to one person (domain rules §12). */
export type MatchStrength = "strong" | "fair" | "weak"

/** In what two descriptions agree. Each is compared as a keyed hash, so that a server can't guess the names. */
export type TraitKind =
  | "name"
  | "name-folded"
  | "name-sound"
  | "number"
  | "number-surname"
  | "name-unit"
  | "surname-unit"
  | "car"

/** One thing that a description says, in the form in which it is compared. */
export interface Trait {
  kind: TraitKind
  text: string
}

const RANKS = new Set(
  `pc wpc dc tdc ps sgt sergeant ds dsgt insp inspector di ci dci chief chiefinspector supt superintendent dsupt csupt
  dcs acc dcc cc commander dac ac commissioner deputy assistant constable detective temporary acting special sc ssgt
  sinsp pcso ddo psi csi psv officer mr mrs miss ms dr no
  cwnstabl rhingyll arolygydd prif uwcharolygydd scch heddwas ditectif`.split(/\s+/),
)

/** Shortened names and what they stand for: enough for those met most; an unknown one stands for itself. */
const SHORT_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    alexander: "alex al sandy",
    andrew: "andy drew",
    anthony: "tony ant",
    benjamin: "ben benny",
    catherine: "cath cathy kate katie kathy katherine kathryn",
    charles: "charlie chas chuck",
    christopher: "chris kit",
    daniel: "dan danny",
    david: "dave davy dai dafydd dewi",
    deborah: "deb debbie debs",
    edward: "ed eddie ted teddy ned",
    elizabeth: "liz lizzie beth betty eliza",
    frederick: "fred freddie",
    gareth: "gaz",
    gary: "gaz gazza",
    geoffrey: "geoff jeffrey jeff",
    gregory: "greg",
    ian: "iain",
    james: "jim jimmy jamie iago",
    jennifer: "jen jenny",
    jonathan: "jon jonny",
    john: "jack johnny ieuan ioan sion",
    joseph: "joe joey",
    joshua: "josh",
    lawrence: "larry laurence laurie",
    margaret: "maggie meg peggy marged mared",
    matthew: "matt matty",
    michael: "mike mick mickey micky",
    nicholas: "nick nicky",
    nicola: "nikki nicky",
    patricia: "pat trish tricia",
    patrick: "pat paddy",
    peter: "pete pedr",
    philip: "phil phillip",
    rebecca: "becky becca bex",
    richard: "rick ricky dick rich richie",
    robert: "rob robbie bob bobby bert",
    ronald: "ron ronnie",
    samantha: "sam sammy",
    samuel: "sam sammy",
    simon: "si",
    stephen: "steve steven ste stevie steffan",
    susan: "sue susie",
    thomas: "tom tommy tomos",
    timothy: "tim",
    victoria: "vicky vic tori",
    william: "will bill billy willie wil gwilym gwil",
    smith: "smithy smudge",
    jones: "jonesy jonah",
    evans: "evo",
    davies: "davo",
  }).flatMap(([whole, short]) => short.split(" ").map((each) => [each, whole])),
)

/** A name as it is compared: no accents, case, rank, titles, apostrophes or hyphens, one space (domain rules §12). */
export const foldName = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\b[a-z]\//g, " ") // T/Insp, A/Sgt: temporary and acting ranks
    .replace(/\b([a-z])\./g, "$1 ")
    .replace(/['’‘`´ʼ-]/g, "")
    .replace(/[^\p{L} ]+/gu, " ")
    .split(/\s+/)
    .filter((word) => word !== "" && !RANKS.has(word))
    .join(" ")

/** A warrant or collar number as it is compared: A to Z and digits, digits first, no leading noughts. */
export function foldNumber(number: string): string {
  const signs = number.toUpperCase().replace(/\bNO\b\.?|\bPC\b|\bPS\b|\bPCSO\b|\bWARRANT\b|\bCOLLAR\b/g, "")
  const digits = signs.replace(/\D/g, "").replace(/^0+/, "")
  const letters = signs.replace(/[^A-Z]/g, "")
  return digits === "" ? "" : `${digits}${letters}`
}

/** The mark of a car as it is compared. */
const foldCar = (car: string): string => car.toUpperCase().replace(/[^A-Z0-9]/g, "")

/** A unit, station or team as it is compared: as a name, without the words that every unit has. */
export const foldUnit = (unit: string): string =>
  foldName(unit)
    .replace(/\b(?:police station|station|nick|team|unit|squad|department|dept|the|at|in|of)\b/g, "")
    .replace(/\s+/g, " ")
    .trim()

/** The words of a name as they are compared, the surname last: "SMITH, David" is how police talk puts it (domain rules §12). */
export function wordsOfName(name: string): string[] {
  const words = foldName(name).split(" ").filter(Boolean)
  return /^[^,]+,/.test(name) && words.length > 1 ? [...words.slice(1), words[0] as string] : words
}

/** What a shortened name stands for; an unknown one stands for itself. */
export const wholeName = (word: string): string => SHORT_NAMES[word] ?? word

/**
 * What a description says, in every form in which another could agree with it. A surname alone, a rank or a unit alone
 * name nobody, so they are no trait.
 */
export function traitsOf(person: PersonConcerned): Trait[] {
  const ordered = wordsOfName(person.name)
  const surname = ordered.at(-1) ?? ""
  const isFull = ordered.length > 1 && (ordered[0]?.length ?? 0) > 1
  const whole = ordered.map(wholeName)
  const unit = foldUnit(person.unit)
  const number = foldNumber(person.number)
  const car = foldCar(person.car)
  const traits: Trait[] = []
  const add = (kind: TraitKind, ...parts: string[]) => {
    if (parts.every((part) => part !== "")) traits.push({ kind, text: parts.join("|") })
  }
  if (isFull) {
    add("name", [...ordered].sort().join(" "))
    add("name-folded", [whole[0], whole.at(-1)].join(" "))
    add("name-sound", [whole[0], whole.at(-1)].map((word) => doubleMetaphone(word ?? "")[0]).join(" "))
    add("name-unit", [whole[0], whole.at(-1)].join(" "), unit)
  }
  add("number", number)
  add("number-surname", number, surname)
  add("surname-unit", wholeName(surname), unit)
  if (car.length >= 4) add("car", car)
  return traits
}

/** Days within which a collar number still means the same person: it is used again after a posting. */
const NUMBER_DAYS = 730

/**
 * How strongly agreeing in `kinds`, `days` apart, points to one person at one force; undefined where it says too little.
 * Source: domain rules §12. Nothing is joined by itself: a lead confirms.
 */
export function matchStrength(kinds: ReadonlySet<TraitKind>, days: number): MatchStrength | undefined {
  const isRecent = Math.abs(days) <= NUMBER_DAYS
  if (kinds.has("name-unit") || (kinds.has("number-surname") && isRecent)) return "strong"
  if (kinds.has("name") || kinds.has("name-folded") || (kinds.has("number") && isRecent)) return "fair"
  if (kinds.has("surname-unit") || kinds.has("name-sound") || kinds.has("car") || kinds.has("number")) return "weak"
  return undefined
}
