import { type CellName, keyOf, type ProtectedCell, type ProtectedTable, type Register, type Table } from "./cell.ts"
import { amongWhich, type Margin, marginsOf } from "./margins.ts"

/** Counts from 1 to this are never published (domain §8.1). */
const MOST_HIDDEN = 4

/** Whether a count is hidden for what it says by itself. */
export const isPrimary = ({ value, tellsOfAGroup }: Pick<ProtectedCell, "value" | "tellsOfAGroup">): boolean =>
  value === 0 ? tellsOfAGroup === true : value <= MOST_HIDDEN

/** One count as somebody sees it who has everything that was released: a whole number, known or not. */
export interface Unknown {
  value: number
  /** `public`: printed before, or a zero; `hidden`: may not be printed; `offered`: printed unless we hide it. */
  state: "public" | "hidden" | "offered"
  /** Its feasibility interval must stay wide: it is from 1 to 4, or a zero that tells of a group. */
  primary: boolean
  /** The cell; for a `rest`, the whole that it is left of; for a `change`, the cell that changed. */
  name: CellName
  kind: "count" | "rest" | "change"
  asAt: string
  /** Equal for what differs by its value alone. */
  key: string
  /** The earlier release that first had it; none for what is new. */
  release: string | undefined
}

/** `whole` is the sum of `parts`; all are places in {@link Unknowns.unknowns}. */
export interface Equation {
  whole: number
  parts: number[]
}

/** All that ties the counts of `tables` and of the register together. */
export interface Unknowns {
  unknowns: Unknown[]
  equations: Equation[]
  /** Which unknown each cell of each of the tables is, in their order. */
  places: number[][]
  /** The counts of each state of knowledge, by {@link Unknown.key}. */
  dates: ReadonlyMap<string, number>[]
}

/**
 * Writes the new tables and every earlier release as linear equations over whole numbers that aren't negative, as the
 * trade models linked tables (Fischetti and Salazar 2001, "Solving the cell suppression problem on tabular data with
 * linear constraints").
 *
 * Whoever attacks is taken to know more than they can: which counts are 0, which counts of two dates are equal, and of
 * two that differ, which is greater. Equal counts of one cell are therefore one unknown, and what two differ by is an
 * unknown of its own: from 1 to 4 it is itself a small count, of what was recorded in between (decision 20).
 *
 * @throws RangeError - a table that doesn't add up, gives one cell two values or has a cell without its margins
 */
export function unknownsOf(tables: readonly (Table | ProtectedTable)[], register: Register): Unknowns {
  const unknowns: Unknown[] = []
  const equations: Equation[] = []
  const byCount = new Map<string, number>()
  const byDate = new Map<string, Map<string, number>>()
  /** The states of the new tables that no release has: these are released together, and may not differ. */
  const ours = new Set<Map<string, number>>()

  const add = (unknown: Unknown): number => {
    const count = `${unknown.key} ${unknown.value}`
    const place = byCount.get(count) ?? unknowns.push(unknown) - 1
    byCount.set(count, place)
    return place
  }

  /** What was known at the day of `of`. Two releases of one day may differ by what was recorded between them. */
  const stateOf = (of: Table | ProtectedTable, release?: string): Map<string, number> => {
    for (let turn = 0; ; turn += 1) {
      const date = `${of.asAt} ${of.knownAt} ${turn}`
      const known = byDate.get(date)
      if (known === undefined) {
        const begun = new Map<string, number>()
        byDate.set(date, begun)
        if (release === undefined) ours.add(begun)
        return begun
      }
      const isSame = of.cells.every(({ name, value }) => {
        const before = known.get(keyOf(name))
        return before === undefined || (unknowns[before] as Unknown).value === value
      })
      if (isSame || ours.has(known)) return known
    }
  }

  const place = (known: Map<string, number>, of: Table, cell: ProtectedCell, release?: string): number => {
    const key = keyOf(cell.name)
    const { name, value } = cell
    const found = add({ key, value, name, kind: "count", state: "hidden", primary: false, asAt: of.asAt, release })
    const before = known.get(key)
    if (before !== undefined && before !== found) throw new RangeError(`${key} has two values as at ${of.asAt}.`)
    known.set(key, found)
    const unknown = unknowns[found] as Unknown
    unknown.primary ||= isPrimary(cell)
    if (release !== undefined && !cell.hidden && !cell.unprinted) unknown.state = "public"
    const isOffered = release === undefined && !cell.hidden && !cell.unprinted
    if (isOffered && unknown.state === "hidden") unknown.state = "offered"
    return found
  }

  for (const release of register)
    for (const each of release.tables) {
      const known = stateOf(each, release.name)
      for (const cell of each.cells) place(known, each, cell, release.name)
    }
  const places = tables.map((each) => {
    const known = stateOf(each)
    return each.cells.map((cell) => place(known, each, cell))
  })
  for (const unknown of unknowns) {
    if (unknown.primary && unknown.state === "offered") unknown.state = "hidden"
    if (!unknown.primary && unknown.value === 0) unknown.state = "public"
  }

  for (const known of byDate.values()) addMargins(known)
  addChanges()
  return { unknowns, equations: distinct(equations), places, dates: [...byDate.values()] }

  function addMargins(known: Map<string, number>) {
    const sums = Map.groupBy(
      [...known.values()].flatMap((part) => marginsIn(known, part)),
      ({ key }) => key,
    )
    for (const [key, [first, ...others]] of sums) {
      if (first === undefined) continue
      const parts = [first.part, ...others.map(({ part }) => part)]
      const whole = unknowns[first.whole] as Unknown
      const rest = whole.value - parts.reduce((sum, part) => sum + (unknowns[part] as Unknown).value, 0)
      if (rest < 0) throw new RangeError(`The parts of ${key} add up to more than the whole. Count them again.`)
      const beside = parts.map((part) => (unknowns[part] as Unknown).key).sort()
      if (rest > 0) parts.push(add(derived(whole, "rest", `rest of ${key} beside ${beside}`, rest)))
      equations.push({ whole: first.whole, parts })
    }
  }

  function marginsIn(known: Map<string, number>, part: number) {
    const { name } = unknowns[part] as Unknown
    const among = amongWhich(name)
    const found = (margin: Margin) => ({ key: `${keyOf(margin.whole)} by ${margin.by}`, part, margin })
    const ofThese = among !== undefined && known.has(keyOf(among.whole)) ? [found(among)] : []
    return [...marginsOf(name).map(found), ...ofThese].map(({ key, margin }) => {
      const whole = known.get(keyOf(margin.whole))
      if (whole === undefined)
        throw new RangeError(
          `${keyOf(name)} comes without its margin ${keyOf(margin.whole)}. Add that cell, unprinted if nobody asked for it.`,
        )
      return { key, part, whole }
    })
  }

  function addChanges() {
    for (const same of Map.groupBy([...unknowns.keys()], (each) => (unknowns[each] as Unknown).key).values()) {
      same.sort((one, other) => (unknowns[one] as Unknown).value - (unknowns[other] as Unknown).value)
      for (const [index, less] of same.entries())
        for (const [steps, more] of same.slice(index + 1).entries()) addChange(less, more, steps === 0)
    }
  }

  function addChange(less: number, more: number, isNext: boolean) {
    const [from, to] = [unknowns[less] as Unknown, unknowns[more] as Unknown]
    const change = to.value - from.value
    // The order of all follows from the order of neighbours; further pairs matter only where they differ by little.
    if ((!isNext && change > MOST_HIDDEN) || (from.state === "public" && to.state === "public")) return
    const part = add(derived(to.release === undefined ? to : from, "change", `change ${less} ${more}`, change))
    equations.push({ whole: more, parts: [less, part] })
  }
}

const derived = (of: Unknown, kind: "rest" | "change", key: string, value: number): Unknown => ({
  ...of,
  key,
  value,
  kind,
  state: "hidden",
  primary: isPrimary({ value }),
})

const distinct = (equations: readonly Equation[]): Equation[] => [
  ...new Map(equations.map((each) => [`${each.whole}=${each.parts}`, each])).values(),
]
