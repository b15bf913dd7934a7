import { describe, expect, test } from "vitest"
import { readSources } from "../build/sources.ts"
import { route } from "./route.ts"
import type { Route } from "./route-shape.ts"

const { forces, elsewhere, places, more, towns, districts } = readSources()
const namesOf = ({ name, aliases }: { name: { en: string; cy?: string | undefined }; aliases: string[] }) => [
  name.en,
  ...(name.cy ? [name.cy] : []),
  ...aliases,
]
/** Everything that an answer shows, first the one that it says. */
const shown = (route: Route): string[] => {
  if (route.kind === "routed") return [...route.tenants, ...(route.others ?? [])]
  return route.kind === "choose" ? route.tenants : []
}

/** By name, less only case, accents, hyphens and a leading article: the forces that any entry of it carries. Nothing of the code's own folding. */
const carriers = new Map<string, Set<string>>()
const carry = (name: string, ids: string[]) => {
  const plain = name.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("-", " ")
  const key = plain.replace(/^(?:the|yr?) (?!city|yard)/, "")
  carriers.set(key, new Set([...(carriers.get(key) ?? []), ...ids]))
}
for (const { name, aliases, shortName, id } of forces)
  for (const n of [...namesOf({ name, aliases }), shortName]) carry(n, [id])
const welsh = new Set(forces.filter(({ region }) => region === "Wales").map(({ id }) => id))
for (const place of [...places, ...more]) {
  const there = place.forces.filter((id) => welsh.has(id))
  // Of places that share an English name, only those in Wales have the Welsh one.
  for (const name of namesOf(place)) carry(name, name === place.name.cy && there.length ? there : place.forces)
}

for (const { names, force } of towns) for (const name of names) carry(name, [force])

describe("every force", () => {
  // Their short names are names of regions too, which other forces share.
  const shared = ["South Wales", "West Midlands", "West Mids"]
  const called = forces.flatMap((force) =>
    [...namesOf(force), force.shortName].map((name) => [name, force.id] as const),
  )

  test.each(called.filter(([name]) => !shared.includes(name)))("%s is %s", (name, id) => {
    expect(route(name)).toMatchObject({ kind: "routed", tenants: [id] })
  })

  test.each(called.filter(([name]) => shared.includes(name)))("%s is asked, %s first", (name, id) => {
    expect(route(name)).toMatchObject({ kind: "choose", reason: "several-places" })
    expect(shown(route(name))[0]).toBe(id)
  })
})

test("every body elsewhere is told by each of its names", () => {
  const wrong = elsewhere.flatMap(({ id, name, aliases }) =>
    [name, ...aliases].filter((name) => route(name).kind !== "elsewhere" || !JSON.stringify(route(name)).includes(id)),
  )
  expect(wrong).toEqual([])
})

describe("every name of the directory", () => {
  test("is answered with forces that have it, all of them shown or the first six: no wrong silent answer", () => {
    const wrong = [...carriers].filter(([name, ids]) => {
      const found = route(name)
      const all =
        found.kind === "choose" && found.more
          ? found.tenants.length === 6
          : [...ids].every((id) => shown(found).includes(id))
      const [first = ""] = shown(found)
      // A railway station is the railway police's, beside the force around it.
      return !all || !(ids.has(first) || (first === "btp" && /\bstation\b/.test(name)))
    })
    expect(wrong.map(([name]) => name)).toEqual([])
    expect(carriers.size).toBeGreaterThan(5_000)
  })

  test("is answered alike in capitals, without accents and without punctuation", () => {
    const folds = [
      (name: string) => name.toUpperCase(),
      (name: string) => `  ${name.replaceAll(" ", "   ")}\n`,
      (name: string) => name.normalize("NFD").replace(/\p{M}/gu, ""),
      (name: string) => name.replaceAll("-", " ").replaceAll("'", "’"),
    ]
    const differing = [...carriers.keys()].flatMap((name) =>
      folds.map((fold) => fold(name)).filter((folded) => JSON.stringify(route(folded)) !== JSON.stringify(route(name))),
    )
    expect(differing).toEqual([])
  })
})

test("every postcode district is answered with all that it may lie in", () => {
  const wrong = districts.filter(({ district, tenants }) => {
    const found = route(district)
    if (found.kind === "elsewhere") return tenants[0] !== found.body
    return shown(found).join() !== tenants.join() || (found.kind === "routed") !== (tenants.length === 1)
  })
  // Districts of Southampton, and what people call two commands of the Met: asked.
  expect(wrong.map(({ district }) => district)).toEqual(["SO15", "SO19"])
  expect(districts.length).toBeGreaterThan(2_700)
})

test("a hint takes under a millisecond", () => {
  const hints = [...carriers.keys(), ...districts.map(({ district }) => district)]
  const start = performance.now()
  for (const hint of hints) route(hint)
  expect((performance.now() - start) / hints.length).toBeLessThan(1)
})
