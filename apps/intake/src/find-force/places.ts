import type { Day } from "@candour/domain/day.ts"
import { indexNames } from "@candour/routing/names.ts"
import { postcodeIn, postcodeOf } from "@candour/routing/postcode.ts"
import type { PackedDistrict } from "@candour/routing/postcode-pack.ts"
import type { Route } from "@candour/routing/route-shape.ts"
import { createRouter, type Router } from "@candour/routing/router.ts"
import { type Core, joinShards, lettersOf, type Shard } from "@candour/routing/shards.ts"
import { createSuggester, SUGGESTS_FROM, type Suggestion } from "@candour/routing/suggest.ts"

/** Where the static files are. */
export interface PlaceFiles {
  /** `places.json`. */
  core: string
  /** The edition of the ONS Postcode Directory that this site has, if any, and where its districts are. */
  postcodes?: { month: string; at: string } | undefined
}

/** Finds forces in a browser, over static files: nothing of a hint is sent but the first letters it takes. */
export interface Places {
  /** What the forces of the core are called. */
  core: Core
  /** What a text may become, as far as it is typed. */
  suggest(typed: string): Promise<Suggestion[]>
  /** What route() answers. Where a hint's letters find nothing, those of all the bigger names are fetched: the first letter may be a slip. */
  route(hint: string): Promise<Route>
}

/** Indexes kept while one types and corrects: each is of some hundred names. */
const FINDERS_KEPT = 12

interface Finder {
  route: Router
  suggest: ReturnType<typeof createSuggester>
}

/** `places.json`: the core, and which shards there are at which version. */
export type CoreFile = Core & { version: string; letters: string[] }

/** @throws Error where the network gives a file neither now nor from its cache */
export async function openPlaces({ core: address, postcodes }: PlaceFiles, on: Day): Promise<Places> {
  const core = await json<CoreFile>(address)
  const shards = new Map<string, Shard>()
  const districts = new Map<string, PackedDistrict | undefined>()
  const imported = postcodes && { month: postcodes.month, of: (district: string) => districts.get(district) }
  const finders = new Map<string, Finder>()

  async function fetchShards(letters: readonly string[]): Promise<void> {
    await Promise.all(
      letters.map(async (letter) => {
        if (!core.letters.includes(letter) || shards.has(letter)) return
        shards.set(letter, await json<Shard>(`/assets/places-${letter}-${core.version}.json`))
      }),
    )
  }

  /** Over the letters asked for and no others, so that an answer doesn't hang on what was typed before. */
  function finderOver(letters: readonly string[]): Finder {
    const key = letters.join(" ")
    const known = finders.get(key)
    if (known) return known
    const directory = joinShards(
      core,
      letters.flatMap((letter) => shards.get(letter) ?? []),
    )
    const names = indexNames(directory)
    const route = createRouter(directory, imported, names)
    const finder = { route, suggest: createSuggester(names, route) }
    if (finders.size === FINDERS_KEPT) finders.clear()
    finders.set(key, finder)
    return finder
  }

  async function finderFor(hint: string): Promise<Finder> {
    const letters = lettersOf(hint)
    await Promise.all([fetchShards(letters), fetchDistrict(hint)])
    return finderOver(letters)
  }

  async function fetchDistrict(hint: string): Promise<void> {
    const district = (postcodeOf(hint) ?? postcodeIn(hint))?.district
    if (!postcodes || !district || districts.has(district)) return
    districts.set(district, await json<PackedDistrict>(`${postcodes.at}/${district}`).catch(() => undefined))
  }

  return {
    core,
    async suggest(typed) {
      // The first letter's file is fetched while the second is typed; making its index alone would be for nothing.
      if (typed.trim().length < SUGGESTS_FROM) return fetchShards(lettersOf(typed)).then(() => [])
      return (await finderFor(typed)).suggest(typed, on)
    },
    async route(hint) {
      const found = (await finderFor(hint)).route(hint, on)
      if (found.kind !== "unknown" || found.reason !== "nothing-found") return found
      const all = core.letters.filter((letters) => letters.length === 1)
      await fetchShards(all)
      return finderOver(all).route(hint, on)
    },
  }
}

async function json<Content>(address: string): Promise<Content> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`)
  return answer.json()
}
