import type { Day } from "@candour/domain/day.ts"
import { type Force, forces } from "./directory.ts"

/** The forces of one region, for a list to choose from without typing. */
export interface RegionOfForces {
  /** The region's id, for a page's anchor. */
  id: string
  name: { en: string; cy: string }
  forces: Force[]
}

const REGIONS: Omit<RegionOfForces, "forces">[] = [
  { id: "wales", name: { en: "Wales", cy: "Cymru" } },
  { id: "east-midlands", name: { en: "East Midlands", cy: "Dwyrain Canolbarth Lloegr" } },
  { id: "east-of-england", name: { en: "East of England", cy: "Dwyrain Lloegr" } },
  { id: "london", name: { en: "London", cy: "Llundain" } },
  { id: "north-east", name: { en: "North East", cy: "Gogledd-ddwyrain Lloegr" } },
  { id: "north-west", name: { en: "North West", cy: "Gogledd-orllewin Lloegr" } },
  { id: "south-east", name: { en: "South East", cy: "De-ddwyrain Lloegr" } },
  { id: "south-west", name: { en: "South West", cy: "De-orllewin Lloegr" } },
  { id: "west-midlands", name: { en: "West Midlands", cy: "Gorllewin Canolbarth Lloegr" } },
  { id: "yorkshire-and-the-humber", name: { en: "Yorkshire and the Humber", cy: "Swydd Efrog a'r Humber" } },
  {
    id: "special",
    name: { en: "Railways, defence and nuclear sites", cy: "Rheilffyrdd, safleoedd amddiffyn a niwclear" },
  },
]

/**
 * Every force that exists `on` the day, today if left out, in one region each: Wales first, England's regions by
 * their English names, the special forces last. The Welsh of the regions is a draft.
 */
export const forcesByRegion = (on?: Day): RegionOfForces[] => {
  const all = forces(on)
  const isIn = (force: Force, region: string) =>
    force.kind === "special" ? region === "special" : force.region === REGIONS.find(({ id }) => id === region)?.name.en
  return REGIONS.map((region) => ({ ...region, forces: all.filter((force) => isIn(force, region.id)) })).filter(
    ({ forces }) => forces.length > 0,
  )
}
