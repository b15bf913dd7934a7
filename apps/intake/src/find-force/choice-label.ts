import type { Candidate } from "@candour/routing/route-shape.ts"

/** A force as an answer: told apart by the place there that has the name, and by its county. */
export function choiceLabel(force: string, { place, county }: Candidate): string {
  if (!place) return force
  const apart = county && !place.includes(county) ? `${place}, ${county}` : place
  return `${force} (${apart})`
}
