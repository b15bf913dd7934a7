import type { Tenant } from "@candour/domain/tenant.ts"
import { fold, foldWords } from "./fold.ts"
import { namesForce } from "./forces-named.ts"
import { saysStation } from "./hint-words.ts"
import { chooseAmong } from "./judge.ts"
import { bodyOf, type Names } from "./names.ts"
import type { Mention } from "./reading.ts"
import type { Candidate, Route } from "./route-shape.ts"

/** The force of every railway station. */
export const RAILWAY_FORCE: Tenant = "btp"

const PORT = /\b(?:ports?|docks?|harbour|ferry terminal|ferries)\b/

/** Whether a hint speaks of a port. */
export const saysPort = (hint: string): boolean => PORT.test(fold(hint))

/** The police of its own that a port may have. */
export function portPoliceOf(mentions: readonly Mention[], names: Names): string | undefined {
  if (mentions.some(namesForce)) return undefined
  const called = mentions.flatMap(({ name }) => [
    name,
    `port of ${name}`,
    `${name} port`,
    `${name} docks`,
    `${name} harbour`,
  ])
  const meanings = called.flatMap((name) => names.police.get(name) ?? [])
  return meanings.map(bodyOf).find((body) => body !== undefined)
}

/** A port's own police and the force around it: only who asks knows. */
export function withBody(found: Route, body: string): Route {
  if (found.kind !== "routed" && found.kind !== "choose") return found
  return { ...chooseAmong(found.candidates, "several-named", [body]), understood: found.understood }
}

/** "Euston station" says that it is the railway's; "Liverpool Lime Street" is nothing else, and may be. */
export function stationIn(hint: string, names: Names): "said" | "perhaps" | undefined {
  const meanings = names.whole.get(fold(hint)) ?? []
  const stations = meanings.filter((meaning) => meaning.kind === "place" && meaning.place.kind === "station")
  if (stations.length === 0 || saysPort(hint)) return undefined
  return saysStation(foldWords(hint)) ? "said" : stations.length === meanings.length ? "perhaps" : undefined
}

/** Railway stations and trains are the railway police's, beside the force around them. */
export function railwayOf(found: Route | undefined, perhaps = false): Route {
  const railway: Candidate = { tenant: RAILWAY_FORCE }
  if (!found)
    return { kind: "routed", tenants: [RAILWAY_FORCE], reason: "railway", sure: "likely", candidates: [railway] }
  if (found.kind !== "routed" && found.kind !== "choose") return found
  if (found.tenants.includes(RAILWAY_FORCE)) return found
  const { candidates, elsewhere, understood } = found
  if (perhaps || found.kind === "choose") {
    return {
      ...chooseAmong(perhaps ? candidates.toSpliced(1, 0, railway) : [railway, ...candidates], "railway", elsewhere),
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
