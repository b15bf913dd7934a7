import type { Tenant } from "@candour/domain/tenant.ts"
import type { Directory } from "@candour/routing/directory-shape.ts"
import type { Route } from "@candour/routing/route.ts"
import MiniSearch from "minisearch"

interface NamedForces {
  id: number
  name: string
  tenants: Tenant[]
}

const rowsOf = ({ forces, places }: Directory): NamedForces[] =>
  [
    ...forces.flatMap(({ id, name, shortName, aliases }) =>
      [name.en, name.cy, shortName, ...aliases].flatMap((one) => (one ? [{ name: one, tenants: [id] }] : [])),
    ),
    ...places.flatMap(({ names, forces }) => names.map((name) => ({ name, tenants: forces }))),
  ].map((row, id) => ({ id, ...row }))

function answer(tenants: readonly Tenant[]): Route {
  const [first, ...others] = [...new Set(tenants)]
  if (!first) return { kind: "unknown", reason: "nothing-found", helps: [] }
  const candidates = [first, ...others].slice(0, 6).map((tenant) => ({ tenant }))
  if (!others.length) return { kind: "routed", tenants: [first], reason: "place", sure: "certain", candidates }
  const shown = candidates.map(({ tenant }) => tenant)
  return { kind: "choose", tenants: shown, reason: "several-places", sure: "perhaps", candidates }
}

/** What a plain look-up of the directory's names answers, by the letter but for case. */
export function plainLookUp(directory: Directory): (hint: string) => Route {
  const byName = new Map<string, Tenant[]>()
  for (const { name, tenants } of rowsOf(directory)) {
    const key = name.toLowerCase()
    byName.set(key, [...(byName.get(key) ?? []), ...tenants])
  }
  return (hint) => answer(byName.get(hint.trim().toLowerCase()) ?? [])
}

/** What minisearch answers with its defaults over the same names: all that score as the best does. */
export function matcherDefaults(directory: Directory): (hint: string) => Route {
  const rows = rowsOf(directory)
  const search = new MiniSearch<NamedForces>({ fields: ["name"] })
  search.addAll(rows)
  return (hint) => {
    const [best, ...rest] = search.search(hint)
    const same = best ? [best, ...rest.filter(({ score }) => score === best.score)] : []
    return answer(same.flatMap(({ id }) => rows[id]?.tenants ?? []))
  }
}
