import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { type Claim, claimsOn, joinedClaims } from "./claims.ts"
import type { Directory, Place } from "./directory-shape.ts"
import { fold, foldWords, policeOf, unwrap, withoutJoining } from "./fold.ts"
import { JOINS_FORCES, PLACE_CUES, saysStation } from "./hint-words.ts"
import { candidateOf, choose, chooseAmong, judge, unknown } from "./judge.ts"
import { indexNames, type Meaning } from "./names.ts"
import { bodiesOfPostcode, type Postcode, type Postcodes, postcodeIn, postcodeOf } from "./postcode.ts"
import { createReader, type Mention, type Reading, spelledOut } from "./read-hint.ts"
import type { Candidate, Route, Routed } from "./route-shape.ts"
import { standingFor } from "./successor.ts"

/** Answers a hint as on a day; see `route()`. */
export type Router = (hint: string, on: Day) => Route

/** The force of every railway station. */
const RAILWAY_FORCE: Tenant = "btp"

const PORT = /\b(?:ports?|docks?|harbour|ferry terminal|ferries)\b/

/** What one name of a hint says of whose it is. */
interface Said {
  claims: Claim[]
  /** Bodies elsewhere that police a place of the name, or are called so. */
  elsewhere: string[]
  larger: Tenant[]
  name: string
}

/**
 * A router over `directory`, and over the ONS Postcode Directory where that was imported. Making it takes some tens of milliseconds, an answer a few at most.
 * Needs nothing of a server and nothing but its arguments.
 */
export function createRouter(directory: Directory, postcodes?: Postcodes, names = indexNames(directory)): Router {
  const commonWords = new Set(directory.commonWords)
  const read = createReader(names, commonWords)
  const forces = new Map(directory.forces.map((force) => [force.id, force]))
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

  /** A force's own name or one that people give it, not a place's: "Kent Police", but not "Kent". */
  const namesForce = ({ meanings }: Mention) =>
    meanings.some(({ kind }) => kind === "force") && !meanings.some(({ kind }) => kind === "place")
  const namesBody = ({ meanings }: Mention) =>
    meanings.every((meaning) => meaning.kind === "elsewhere" && !meaning.place)

  /** "Sussex and Surrey police": a county that is a force too, joined to a force that is named. */
  function isJoined({ mentions, words }: Reading, at: number): boolean {
    const one = mentions[at]
    const police = names.police.get(one?.name ?? "") ?? []
    if (!one || ![...one.meanings, ...police].some(({ kind }) => kind === "force")) return false
    return [mentions[at - 1], mentions[at + 1]].some(
      (other) => other && namesForce(other) && areJoined(one, other, words),
    )
  }

  function areJoined(one: Mention, other: Mention, words: string[]): boolean {
    const between = words.slice(Math.min(one.to, other.to), Math.max(one.from, other.from))
    return between.some((word) => JOINS_FORCES.has(word)) && !between.some((word) => PLACE_CUES.has(word))
  }

  /** "West Mids and Staffs": two that are forces as well as places are both meant, though one may lie in the other. */
  const areTwoForces = (mentions: Mention[], words: string[]) =>
    mentions.length === 2 &&
    mentions.every(({ meanings }) => meanings.some(({ kind }) => kind === "force")) &&
    areJoined(mentions[0] as Mention, mentions[1] as Mention, words)

  /** Of a name that is a force's and a region's, the force. */
  const forceOnly = ({ name, meanings }: Mention, on: Day): Said =>
    saidBy(
      name,
      meanings.filter(({ kind }) => kind === "force"),
      on,
    )

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
    const two = areTwoForces(mentions, reading.words)
    const named = mentions.filter((mention, at) => two || namesForce(mention) || isJoined(reading, at))
    const placed = mentions.filter((mention) => !named.includes(mention) && !namesBody(mention))
    const bodies = mentions.filter(namesBody).flatMap(({ meanings }) => meanings.map(bodyOf))
    const doubtful = mentions.filter(({ perhaps }) => perhaps)
    const tidy = (said: Route): Route => {
      const found = doubtful.length ? asked(said, doubtful, on) : said
      if (found.kind === "unknown") return found
      if (found.kind === "elsewhere") return { ...found, sure: slipped || strays.length ? "likely" : found.sure }
      const reason = slipped && found.kind === "routed" && found.sure === "certain" ? "slip" : found.reason
      const sure = found.sure === "certain" && (slipped || strays.length) ? "likely" : found.sure
      return { ...found, reason, sure, understood }
    }

    if (named.length) {
      const alone = placed.length === 0 && named.length === 1
      const said = named.map((mention) => (two ? forceOnly(mention, on) : saidIn(mention, alone, on)))
      const places = placed.map((mention) => saidBy(mention.name, mention.meanings, on))
      const narrowed = said.length === 1 && (said[0]?.claims.length ?? 0) > 1 ? [...said, ...places] : said
      return tidy(judgeAll(narrowed, bodies.filter(isText), "several-named"))
    }
    const [body] = bodies
    if (body) return tidy({ kind: "elsewhere", reason: "elsewhere-name", sure: "certain", body })
    if (!placed.length) return railway ? railwayOf(undefined) : undefined

    const found = tidy(
      judgeAll(
        placed.map((mention) => saidBy(mention.name, mention.meanings, on)),
        [],
        "several-named",
      ),
    )
    return railway || station ? railwayOf(found, !railway) : found
  }

  /** "Did you mean …?": an answer that hangs on too many slips, beside what else they may hide. */
  function asked(found: Route, doubtful: Mention[], on: Day): Route {
    if (found.kind !== "routed") return found
    const others = doubtful.flatMap(({ name, perhaps = [] }) => claimsTo(name, perhaps, on))
    const candidates = oncePerForce([...found.candidates, ...others.map(candidateOf)])
    return chooseAmong(candidates, "slip", found.elsewhere)
  }

  /** The police of its own that a port may have. */
  function portPoliceOf(mentions: Mention[]): string | undefined {
    if (mentions.some(namesForce)) return undefined
    const called = mentions.flatMap(({ name }) => [
      name,
      `port of ${name}`,
      `${name} port`,
      `${name} docks`,
      `${name} harbour`,
    ])
    const meanings = called.flatMap((name) => names.police.get(name) ?? [])
    return meanings.map(bodyOf).find(isText)
  }

  /** A port's own police and the force around it: only who asks knows. */
  function withBody(found: Route, body: string): Route {
    if (found.kind !== "routed") return found
    return { ...chooseAmong(found.candidates, "several-named", [body]), understood: found.understood }
  }

  /** "Euston station" is a name of the railway's; "Euston" is a part of London as well. */
  const isStation = (hint: string) =>
    saysStation(foldWords(hint)) &&
    (names.whole.get(fold(hint)) ?? []).some((meaning) => meaning.kind === "place" && meaning.place.kind === "station")

  /** Railway stations and trains are the railway police's, beside the force around them. */
  function railwayOf(found: Route | undefined, perhaps = false): Route | undefined {
    if (!forces.has(RAILWAY_FORCE)) return found
    const railway: Candidate = { tenant: RAILWAY_FORCE }
    if (!found)
      return { kind: "routed", tenants: [RAILWAY_FORCE], reason: "railway", sure: "likely", candidates: [railway] }
    if (found.kind !== "routed" && found.kind !== "choose") return found
    if (found.tenants.includes(RAILWAY_FORCE)) return found
    const { candidates, elsewhere, understood } = found
    if (perhaps || found.kind === "choose") {
      return {
        ...chooseAmong(perhaps ? [...candidates, railway] : [railway, ...candidates], "railway", elsewhere),
        understood,
      }
    }
    return {
      elsewhere,
      understood,
      reason: "railway",
      kind: "routed",
      tenants: [RAILWAY_FORCE],
      others: candidates.map(({ tenant }) => tenant),
      sure: "likely",
      candidates: [railway, ...candidates],
    }
  }

  /**
   * Several names of one hint: one that lies in another narrows it ("Newport, Shropshire"); names that have nothing
   * in common are asked ("Luton or Dover").
   */
  function judgeAll(all: Said[], bodies: string[], apart: "several-named"): Route {
    let [kept, ...rest] = all
    if (!kept) return unknown("nothing-found")
    let several = false
    for (const next of rest) {
      const narrowed = narrow(kept, next)
      several ||= !narrowed
      kept = narrowed ?? union(kept, next)
    }
    const elsewhere = [...new Set([...kept.elsewhere, ...bodies])]
    if (several && kept.claims.length > 1) return choose(kept.claims, apart, elsewhere)
    return judge(kept.claims, elsewhere, kept.larger)
  }

  const union = (one: Said, other: Said): Said => ({
    claims: [
      ...one.claims,
      ...other.claims.filter(({ tenant }) => !one.claims.some((claim) => claim.tenant === tenant)),
    ],
    elsewhere: [...new Set([...one.elsewhere, ...other.elsewhere])],
    larger: [],
    name: one.name,
  })

  function narrow(one: Said, other: Said): Said | undefined {
    // "Perth, Scotland", "Newport, Fife": a place elsewhere that only says where.
    if (!other.claims.length && other.elsewhere.length) {
      const shared = one.elsewhere.filter((body) => other.elsewhere.includes(body))
      if (shared.length) return { claims: [], elsewhere: shared, larger: [], name: one.name }
    }
    if (!one.claims.length && one.elsewhere.some((body) => other.elsewhere.includes(body))) return one
    const claims = one.claims.flatMap((claim) => {
      const same = other.claims.find(({ tenant }) => tenant === claim.tenant)
      return same ? [joinedClaims(claim, same)] : []
    })
    if (!claims.length) return undefined
    const largest = [...one.larger, ...other.larger].filter((id) => claims.some(({ tenant }) => tenant === id))
    return { claims, elsewhere: [], larger: largest, name: one.name }
  }

  function byPostcode({ district, inward }: Postcode, on: Day): Route {
    const { bodies, whole } = bodiesOfPostcode({ district, inward }, directory, on, postcodes)
    const tenants = new Set(bodies.flatMap((id) => standingFor(id, on, forces)))
    const claims = [...tenants].map((tenant): Claim => ({ tenant, people: undefined, rank: 0 }))
    const elsewhere = bodies.filter((id) => !forces.has(id))
    const [only] = tenants
    if (!only) {
      const [body] = elsewhere
      return body
        ? { kind: "elsewhere", reason: "elsewhere-postcode", sure: "certain", body }
        : unknown("unknown-postcode")
    }
    if (tenants.size > 1 || elsewhere.length) return choose(claims, "border-postcode", elsewhere)
    const reason = whole ? "postcode" : "postcode-district"
    return { kind: "routed", tenants: [only], reason, sure: "certain", candidates: [{ tenant: only }] }
  }

  function find(hint: string, on: Day): Route {
    const postcode = postcodeOf(hint)
    if (postcode) {
      const found = byPostcode(postcode, on)
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
    const port = PORT.test(fold(hint)) ? portPoliceOf(read(hint).mentions) : undefined
    return port ? withBody(found, port) : found
  }

  function byName(hint: string, on: Day): Route {
    const whole = byWholeName(hint, on)
    if (whole) return isStation(hint) ? (railwayOf(whole) ?? whole) : whole
    const exact = read(hint)
    const within = postcodeIn(hint)
    if (within && !exact.mentions.some(namesForce)) return byPostcode(within, on)
    const sure = !exact.strays.length && !exact.mentions.some(({ perhaps }) => perhaps)
    const reading = !sure ? read(hint, { slips: true }) : exact
    return byWords(reading, on) ?? unknown("nothing-found")
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

  return (hint, on) => withCounties(find(hint, on))
}

const oncePerForce = (all: Candidate[]): Candidate[] =>
  all.filter(({ tenant }, at) => all.findIndex((one) => one.tenant === tenant) === at)

/** The force that a meaning names outright. */
const idOf = (meaning: Meaning | undefined) => (meaning?.kind === "force" ? meaning.force : undefined)
const bodyOf = (meaning: Meaning) => (meaning.kind === "elsewhere" ? meaning.body : undefined)
const isText = (text: string | undefined): text is string => text !== undefined

/** A name as the directory writes it. */
function writtenAs(meanings: Meaning[], name: string): string {
  for (const meaning of meanings) {
    if (meaning.kind === "place") return meaning.place.names.find((written) => fold(written) === name) ?? name
  }
  return name
}
