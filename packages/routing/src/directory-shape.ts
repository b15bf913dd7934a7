import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"

/** A territorial force or a special one (design §2). */
export interface Force {
  id: Tenant
  kind: "territorial" | "special"
  /** The full name; `cy` only where the force itself uses one. */
  name: { en: string; cy?: string }
  shortName: string
  aliases: string[]
  /** Its police force area in the tables of the Office for National Statistics; a special force has none. */
  onsCode?: string | undefined
  /** The region of England, or `Wales`; of a special force, what it polices. */
  region: string
  /** First day; left out: before any report. */
  from?: Day
  /** Last day, itself included; left out: no end is known. */
  to?: Day
  /** The forces it took over from on its first day. */
  succeeds?: Tenant[]
  /** What it was called before, until the last day of each name; its aliases keep all of them. */
  formerly?: { name: { en: string; cy?: string }; to: Day }[]
}

/** A body that Candour doesn't report to, with who handles complaints about it. */
export interface ElsewhereBody {
  id: string
  name: string
  aliases: string[]
  covers: string
  handledBy: string
  website: string
}

/**
 * `authority`, `county`, `region`, `airport` and `town` are from forces.json; `village` is any row of towns.csv.
 * A `region` of several forces is one place that they share; a `town` of several is several places of one name.
 */
export type PlaceKind =
  | "authority"
  | "county"
  | "region"
  | "airport"
  | "port"
  | "station"
  | "police-station"
  | "town"
  | "village"

export interface Place {
  /** The name itself first, then Welsh and other forms. */
  names: string[]
  /** What it is shown as, where `names` is but a part of its names and leaves the first one out. */
  label?: string
  kind: PlaceKind
  /** Who may police it, likeliest first. More than one: it has to be asked. */
  forces: Tenant[]
  /** People; 0 = unknown. */
  population: number
  /** False where it is from general knowledge, and no source was found for it. */
  verified?: false
  /** First and last day on which these forces police it; left out: no change is known. */
  from?: Day
  to?: Day
}

/** Districts that change hands on a day: by district, the forces from then on. */
export interface PostcodeMove {
  on: Day
  districts: Record<string, Tenant[]>
}

/** Everything that routing knows. The one in use is made from `packages/routing/data`; tests pass their own. */
export interface Directory {
  forces: Force[]
  elsewhere: ElsewhereBody[]
  places: Place[]
  /** By district (`ME14`): the forces or bodies it may lie in, likeliest first. */
  postcodes: Record<string, string[]>
  /** Changes of `postcodes`, earliest first. */
  postcodeMoves: PostcodeMove[]
  /** By area (`BT`), for districts that `postcodes` lacks: the body elsewhere. */
  postcodeAreas: Record<string, string>
  /** By body elsewhere: the places it polices. */
  elsewherePlaces: Record<string, string[]>
  /** By name: the force that the whole country takes it to mean, though the populations don't show it. */
  largerNamesakes: Record<string, Tenant>
  /** By name of several places, and force: the longer name of the one there ("Bury" in Suffolk: "Bury St Edmunds"). */
  longerNames: Record<string, Record<Tenant, string>>
  /** Words that are no name, or a name only where the words beside it say so. */
  commonWords: string[]
  /** By what people write after their ear ("wooster"): the name. */
  heardAs: Record<string, string>
  /** By force: others that police a part of what was its county, or still is in postal addresses ("Bromley, Kent"). */
  olderCounties: Record<Tenant, Tenant[]>
  /** By force of one county: what its county is called. */
  counties: Record<Tenant, string>
  /** By name, and force of several counties: the county of the place there, where others have the name too. */
  countyOf: Record<string, Record<Tenant, string>>
}

/** {@link Directory.forces} and `elsewhere` as `data/directory.json` holds them. */
export type ForcesFile = Pick<Directory, "forces" | "elsewhere">

/** The rest of {@link Directory}, packed by `build/make-data.ts` to a third of its size. */
export interface PlacesFile extends Omit<Directory, "forces" | "elsewhere" | "places" | "postcodes" | "commonWords"> {
  /** Between spaces. */
  commonWords: string
  /**
   * By kind, `?` where nothing verifies it, days if any, and forces (`town kent essex`, `town? from=2030-04-01 kent`):
   * each place as
   * `Label>Name|other name|…`, the label only where it isn't the first name, then `|` and its people if known.
   */
  places: Record<string, string[]>
  /** By forces (`kent essex`): the districts, between spaces. */
  postcodes: Record<string, string>
}
