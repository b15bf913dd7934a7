import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"

/** A name that a force was given after the directory was made, as it is shown from a day on. */
export interface GivenName {
  force: Tenant
  from: Day
  name: { en: string; cy: string }
}

/** One register for a process: names are asked for in every app, at each place that shows one. */
let register: readonly GivenName[] = []

/** Takes the names that forces were given, in place of those taken before; of two from one day the later one counts. */
export function takeGivenNames(names: readonly GivenName[]): void {
  register = names
}

/** The name that a force was given last, by the day; undefined where it has the directory's. */
export function givenName(force: Tenant, on: Day): GivenName["name"] | undefined {
  const given = register.filter((each) => each.force === force && each.from <= on)
  return given.reduce<GivenName | undefined>((last, each) => (last && last.from > each.from ? last : each), undefined)
    ?.name
}

/** The forces that the day shows by another name than the directory's, for a browser that has only the directory. */
export const givenNamesOn = (on: Day): Record<Tenant, GivenName["name"]> =>
  Object.fromEntries(
    [...new Set(register.map(({ force }) => force))].flatMap((force) => {
      const name = givenName(force, on)
      return name ? [[force, name] as const] : []
    }),
  )
