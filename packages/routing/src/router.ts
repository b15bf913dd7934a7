import { addDays, type Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { type Claim, claimsOn } from "./claims.ts"
import type { Directory, Place } from "./directory-shape.ts"
import { fold, foldWords, policeOf, spelledOut, unwrap, withoutJoining } from "./fold.ts"
import { forcesAmong, hasRole, isPolicedBeside, namesBody } from "./forces-named.ts"
import { NOT_MEANT } from "./hint-words.ts"
import { candidateOf, chooseAmong, judge, oncePerForce, unknown } from "./judge.ts"
import { bodyOf, indexNames, type Meaning } from "./names.ts"
import { type Postcodes, postcodeIn, postcodeOf } from "./postcode.ts"
import { portPoliceOf, RAILWAY_FORCE, railwayOf, saysPort, stationIn, withBody } from "./railways-and-ports.ts"
import { createReader } from "./read-hint.ts"
import type { Mention, Reading } from "./reading.ts"
import { routePostcode } from "./route-postcode.ts"
import type { Candidate, Route, Routed } from "./route-shape.ts"
import { judgeAll, type Said } from "./said.ts"
import { standingFor } from "./successor.ts"

/** Answers a hint as on a day; see `route()`. */
export type Router = (hint: string, on: Day) => Route

/**
 * A router over `directory`, and over the ONS Postcode Directory where that was imported. Making it takes some tens of
 * milliseconds, an answer a few at most. Needs nothing of a server and nothing but its arguments.
 */
export function createRouter(directory: Directory, postcodes?: Postcodes, names = indexNames(directory)): Router {
  const commonWords = new Set(directory.commonWords)
  const read = createReader(names, commonWords)
  const forces = new Map(directory.forces.map((force) => [force.id, force]))
  const hasRailway = forces.has(RAILWAY_FORCE)
  const larger = new Map(Object.entries(directory.largerNamesakes).map(([name, force]) => [fold(name), force]))
  const longerNames = new Map(Object.entries(directory.longerNames).map(([name, by]) => [fold(name), by]))

  function longerName(name: string, tenant: Tenant): Place | undefined {
    const longer = names.whole.get(fold(longerNames.get(name)?.[tenant] ?? "")) ?? []
    return longer
      .flatMap((meaning) => (meaning.kind === "place" && meaning.place.forces.length === 1 ? [meaning.place] : []))
      .filter((place) => place.forces[0] === tenant)
      .sort((one, other) => other.population - one.population)[0]
  }

  const claimsTo = (name: string, meanings: Meaning[], on: Day): Claim[] =>
    claimsOn(meanings, on, forces, (tenant) => longerName(name, tenant))

  const saidBy = (name: string, meanings: Meaning[], on: Day): Said => ({
    claims: claimsTo(name, meanings, on),
    elsewhere: [...new Set(meanings.flatMap((meaning) => (meaning.kind === "elsewhere" ? [meaning.body] : [])))],
    larger: standingFor(larger.get(name) ?? "", on, forces),
    name,
  })

  function answer(name: string, meanings: Meaning[], on: Day): Route {
    const said = saidBy(name, meanings, on)
    const found = judge(said.claims, said.elsewhere, said.larger)
    const elsewhere = meanings.filter((meaning) => meaning.kind === "elsewhere")
    if (found.kind === "elsewhere" && elsewhere.every(({ place }) => place)) found.reason = "elsewhere-place"
    const merged = found.kind === "choose" && new Set(meanings.map(idOf)).size === 1
    return merged && idOf(meanings[0]) ? { ...found, reason: "merged" } : found
  }

  const townsCalled = (name: string) =>
    (names.whole.get(name) ?? []).filter(
      (meaning) => meaning.kind === "place" && ["authority", "town", "village"].includes(meaning.place.kind),
    )

  /** "Newport Police" is what people call Gwent's, but other Newports have police too: shown, not hidden. */
  function withNamesakes(routed: Routed, place: string, on: Day): Routed {
    const there = judge(claimsTo(place, townsCalled(place), on), [])
    if (there.kind !== "routed" && there.kind !== "choose") return routed
    return withOthers(routed, there.candidates)
  }

  function withOthers(routed: Routed, more: Candidate[]): Routed {
    const seen = new Set<Tenant>([...routed.tenants, ...(routed.others ?? [])])
    const candidates = more.filter(({ tenant }) => !seen.has(tenant))
    if (!candidates.length) return routed
    const others = [...(routed.others ?? []), ...candidates.map(({ tenant }) => tenant)]
    return { ...routed, sure: "likely", others, candidates: [...routed.candidates, ...candidates] }
  }

  /** The hint as one name, with what people put around it taken off; undefined where it is none. */
  function byWholeName(hint: string, on: Day): Route | undefined {
    const folded = spelledOut(fold(hint))
    const articled = foldWords(hint) !== folded && commonWords.has(folded) && !names.withArticle.has(folded)
    if (articled) return undefined
    const police = policeOf(folded)
    const inner = unwrap(folded)
    const tries: [string, Meaning[] | undefined][] = [
      [folded, names.whole.get(folded)],
      [police ?? "", names.police.get(police ?? "")],
      ...[folded, ...inner].flatMap((name): [string, Meaning[] | undefined][] => [
        [name, names.whole.get(name)],
        [name, names.loose.get(withoutJoining(name) ?? "")],
      ]),
    ]
    for (const [name, meanings] of tries) {
      if (!meanings) continue
      const found = answer(name, / council$/.test(folded) ? ofCouncils(meanings) : meanings, on)
      const local = police && found.kind === "routed" && found.reason === "alias"
      return local ? withNamesakes(found, police, on) : found
    }
    return undefined
  }

  /** "Bury Council" is the authority of that name, not a town that has none. */
  function ofCouncils(meanings: Meaning[]): Meaning[] {
    const councils = meanings.filter(
      (meaning) => meaning.kind === "place" && ["authority", "county"].includes(meaning.place.kind),
    )
    return councils.length ? councils : meanings
  }

  /** Of a name that is a force's and a region's, the force. */
  const forceOnly = ({ name, meanings }: Mention, on: Day): Said => {
    const forces = [...meanings, ...(names.police.get(name) ?? [])].filter(({ kind }) => kind === "force")
    return saidBy(name, forces, on)
  }

  /** "Newport police" beside "Shropshire" is the police of a Newport, not Gwent by its nickname. */
  function saidIn(mention: Mention, alone: boolean, on: Day): Said {
    const place = policeOf(mention.name)
    const called = mention.meanings.some((meaning) => meaning.kind === "force" && meaning.called === "alias")
    const town = !alone && place && called ? townsCalled(place) : []
    return saidBy(town.length ? (place ?? "") : mention.name, [...mention.meanings, ...town], on)
  }

  function byWords(reading: Reading, on: Day): Route | undefined {
    const { mentions, strays, railway, station } = reading
    const slipped = mentions.some(({ slips }) => slips > 0)
    const understood = mentions.map(({ meanings, name }) => writtenAs(meanings, name))
    const { named, joined } = forcesAmong(reading, names)
    const placed = mentions.filter((mention) => !named.includes(mention) && !namesBody(mention))
    const bodies = mentions.filter(namesBody).flatMap(({ meanings }) => meanings.map(bodyOf))
    const doubtful = (named.length ? named : mentions).filter(({ perhaps }) => perhaps)
    const tidy = (said: Route): Route => {
      const found = doubtful.length ? asked(said, doubtful, on) : said
      if (found.kind === "unknown") return found
      if (found.kind === "elsewhere") return { ...found, sure: slipped || strays.length ? "likely" : found.sure }
      const reason = slipped && found.kind === "routed" ? "slip" : found.reason
      const sure = found.sure === "certain" && (slipped || strays.length) ? "likely" : found.sure
      return { ...found, reason, sure, understood }
    }

    if (named.length) {
      const alone = placed.length === 0 && named.length === 1
      const said = named.map((mention) =>
        joined.includes(mention) || hasRole(mention, reading.words)
          ? forceOnly(mention, on)
          : saidIn(mention, alone, on),
      )
      const places = placed.map((mention) => saidBy(mention.name, mention.meanings, on))
      const isShared = (said[0]?.claims.length ?? 0) > 1
      const isNotMeant = reading.words.some((word) => NOT_MEANT.has(word))
      const narrowed = said.length === 1 && (isShared || isNotMeant) ? [...said, ...places] : said
      const elsewhere = bodies.filter(isText)
      const found = tidy(judgeAll(narrowed, directory.olderCounties, elsewhere))
      const [body] = elsewhere
      return body ? withBody(found, body) : found
    }
    const [body] = bodies
    if (body && placed.length && isPolicedBeside(reading)) {
      const there = judgeAll(
        placed.map((mention) => saidBy(mention.name, mention.meanings, on)),
        directory.olderCounties,
      )
      return tidy(there.kind === "routed" || there.kind === "choose" ? withBody(there, body) : there)
    }
    if (body) return tidy({ kind: "elsewhere", reason: "elsewhere-name", sure: "certain", body })
    if (!placed.length) return railway && hasRailway ? railwayOf(undefined) : undefined

    const found = tidy(
      judgeAll(
        placed.map((mention, at) => ({
          ...saidBy(mention.name, mention.meanings, on),
          follows: placed[at - 1]?.to === mention.from,
        })),
        directory.olderCounties,
      ),
    )
    return hasRailway && (railway || station) ? railwayOf(found, !railway) : found
  }

  /** "Did you mean …?": an answer that hangs on too many slips, beside what else they may hide. */
  function asked(found: Route, doubtful: Mention[], on: Day): Route {
    if (found.kind !== "routed") return found
    const others = doubtful.flatMap(({ name, perhaps = [] }) => claimsTo(name, perhaps, on))
    const candidates = oncePerForce([...found.candidates, ...others.map(candidateOf)])
    return chooseAmong(candidates, "slip", found.elsewhere)
  }

  function find(hint: string, on: Day): Route {
    const postcode = postcodeOf(hint)
    if (postcode) {
      const found = routePostcode(postcode, on, directory, forces, postcodes)
      const called = names.whole.get(fold(hint))
      if (!called) return found
      // A name may be written like a postcode: G4S is none, SO15 is one and a command of the Met's too.
      if (found.kind === "routed" || found.kind === "choose") {
        const said = saidBy(fold(hint), called, on)
        return chooseAmong(
          oncePerForce([...found.candidates, ...said.claims.map(candidateOf)]),
          "several-places",
          said.elsewhere,
        )
      }
    }
    if (!fold(hint)) return unknown("empty")
    const found = byName(hint, on)
    const port = saysPort(hint) ? portPoliceOf(read(hint).mentions, names) : undefined
    return port ? withBody(found, port) : found
  }

  function byName(hint: string, on: Day): Route {
    const whole = byWholeName(hint, on)
    const station = whole && hasRailway && stationIn(hint, names)
    if (whole) return station ? railwayOf(whole, station === "perhaps") : whole
    const exact = read(hint)
    const sure = !exact.strays.length && !exact.mentions.some(({ perhaps }) => perhaps)
    const reading = !sure ? read(hint, { slips: true }) : exact
    return withPostcode(hint, byWords(reading, on) ?? unknown("nothing-found"), on)
  }

  /** A postcode within a sentence may be the officer's or the reporter's: beside another answer it is asked. */
  function withPostcode(hint: string, found: Route, on: Day): Route {
    const within = postcodeIn(hint)
    const there = within && routePostcode(within, on, directory, forces, postcodes)
    if (!there || there.kind === "unknown") return found
    if (found.kind !== "routed" && found.kind !== "choose") return found.kind === "unknown" ? there : found
    if (there.kind === "elsewhere") return withBody(found, there.body)
    const candidates = oncePerForce([...found.candidates, ...there.candidates])
    return candidates.length === 1 ? found : chooseAmong(candidates, "several-named", found.elsewhere)
  }

  const withCounties = (found: Route): Route => {
    if (found.kind !== "routed" && found.kind !== "choose") return found
    const candidates = found.candidates.map((candidate) => {
      const county = candidate.place && countyOf(candidate.place, candidate.tenant)
      return county ? { ...candidate, county } : candidate
    })
    return { ...found, candidates } as Route
  }
  const countyOf = (place: string, tenant: Tenant) => directory.countyOf[place]?.[tenant] ?? directory.counties[tenant]

  /** The map of the day before the force began tells the area, however often forces have merged since. */
  function withArea(found: Route, hint: string): Route {
    if (found.kind !== "routed") return found
    const force = forces.get(found.tenants[0])
    if (force?.from === undefined || !force.succeeds?.length) return found
    const before = addDays(force.from, -1)
    const then = withArea(find(hint, before), hint)
    if (then.kind !== "routed") return found
    const [tenant] = then.tenants
    return standingFor(tenant, force.from, forces).includes(force.id) ? { ...found, area: then.area ?? tenant } : found
  }

  return (hint, on) => withArea(withCounties(find(hint, on)), hint)
}

/** The force that a meaning names outright. */
const idOf = (meaning: Meaning | undefined) => (meaning?.kind === "force" ? meaning.force : undefined)
const isText = (text: string | undefined): text is string => text !== undefined

/** A name as the directory writes it. */
function writtenAs(meanings: Meaning[], name: string): string {
  for (const meaning of meanings) {
    if (meaning.kind === "place") return meaning.place.names.find((written) => fold(written) === name) ?? name
  }
  return name
}
