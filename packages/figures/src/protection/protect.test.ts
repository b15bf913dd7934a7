import { expect, test } from "vitest"
import { type Cell, type CellName, cellName, type ProtectedCell } from "./cell.ts"
import { percentage } from "./percentage.ts"
import { protect } from "./protect.ts"
import { Attack } from "./testing/attack.ts"
import { madeCells, madeTable } from "./testing/made-tables.ts"

const hiddenOf = (cells: readonly ProtectedCell[]) =>
  cells.filter(({ hidden }) => hidden).map(({ name, hidden }) => [name.force, name.category, name.period, hidden])

test("an alone-standing small count hides nothing beside it", async () => {
  const cells = [{ name: { measure: "contacts" }, value: 3 }]
  expect((await protect([madeTable(cells)], []))[0]?.cells).toEqual([{ ...cells[0], hidden: "primary" }])
})

test("a zero is printed, unless it tells something about a known group", async () => {
  const counts = [0, 9, 20]
  const cells = madeCells(
    { measure: "people_concerned", forces: ["kent", "essex", "surrey"], quarters: ["2025-Q1"] },
    () => counts.shift() ?? 0,
  )
  expect(hiddenOf((await protect([madeTable(cells)], []))[0]?.cells ?? [])).toEqual([])
  const telling = cells.map((cell) => ({ ...cell, tellsOfAGroup: cell.value === 0 }))
  const [released] = await protect([madeTable(telling)], [])
  const zero = released?.cells.find(({ name, value }) => value === 0 && name.period === "2025-Q1") as ProtectedCell
  expect(zero.hidden).toBe("primary")
  expect(hiddenOf(released?.cells ?? []).map(([force]) => force)).toContain("essex")
})

test("one of many categories is hidden where all but one to four contacts are of it", async () => {
  const cells: Cell[] = [
    { name: { measure: "contacts" }, value: 32 },
    { name: { measure: "contacts", category: "partner" }, value: 30 },
    { name: { measure: "contacts", category: "sexual" }, value: 20 },
  ]
  const [released] = await protect([madeTable(cells)], [])
  expect(hiddenOf(released?.cells ?? [])).toEqual([[undefined, "partner", undefined, "secondary"]])
})

test("reports are among the contacts of the whole hotline, and not of a force, whose calls are another's contacts", async () => {
  const cells = (measure: string, kent: number, essex: number) =>
    madeCells({ measure, forces: ["kent", "essex"], quarters: ["2025-Q1"] }, ({ force }) =>
      force === "kent" ? kent : essex,
    )
  const [released] = await protect([madeTable([...cells("contacts", 10, 40), ...cells("reports", 38, 10)])], [])
  // Two contacts left no report: that difference isn't printed.
  const wholes = released?.cells.filter(({ name }) => name.force === undefined) ?? []
  expect(wholes.filter(({ hidden }) => hidden).length).toBeGreaterThan(0)
})

test("an earlier release that left a count from 1 to 4 no room isn't made worse, and doesn't stop the next", async () => {
  const cells = madeCells({ measure: "contacts", forces: ["kent", "essex"], quarters: ["2025-Q1"] }, ({ force }) =>
    force === "kent" ? 3 : 20,
  )
  const careless = {
    ...madeTable(cells),
    cells: cells.map((cell) => (cell.value === 3 ? { ...cell, hidden: "primary" as const } : cell)),
  }
  const later = madeTable(cells, "2026-04-15")
  expect((await protect([later], [{ name: "Careless", tables: [careless] }]))[0]?.cells).toEqual(careless.cells)
})

test("a table without its totals, with too many dimensions, or that doesn't add up, is refused", async () => {
  const only: Cell[] = [{ name: { measure: "contacts", force: "kent" }, value: 7 }]
  await expect(protect([madeTable(only)], [])).rejects.toThrow(
    "contacts force=kent  comes without its margin contacts ",
  )
  const less: Cell[] = [...only, { name: { measure: "contacts" }, value: 6 }]
  await expect(protect([madeTable(less)], [])).rejects.toThrow("add up to more than the whole")
  const fine = { measure: "people_concerned", force: "kent", finding: "proven", category: "partner", period: "2025-Q1" }
  expect(cellName.safeParse(fine).success).toBe(false)
  expect(cellName.safeParse({ ...fine, category: undefined }).success).toBe(true)
  expect(cellName.safeParse({ measure: "contacts", force: "kent", period: "2025-03" }).success).toBe(true)
  expect(cellName.safeParse({ ...fine, category: undefined, period: "2025-03" }).success).toBe(false)
  expect(cellName.safeParse({ measure: "contacts", period: "2025-13" }).success).toBe(false)
})

test("a percentage is given on 20 or more, and of what is printed", () => {
  const cell = (value: number, more: Partial<ProtectedCell> = {}) => ({
    name: { measure: "people_concerned" } as CellName,
    value,
    ...more,
  })
  expect(percentage(cell(5), cell(20))).toBe(25)
  expect(percentage(cell(5), cell(19))).toBeUndefined()
  expect(percentage(cell(5, { hidden: "secondary" }), cell(20))).toBeUndefined()
})

test("hides the least that protects: two of a row where one other column may carry the difference", async () => {
  const counts = [3, 40, 41, 42, 43, 44, 45, 46, 47]
  const cells = madeCells(
    { measure: "contacts", forces: ["kent", "essex", "surrey"], quarters: ["2025-Q1", "2025-Q2", "2025-Q3"] },
    () => counts.shift() ?? 0,
  )
  const released = await protect([madeTable(cells)], [])
  expect(hiddenOf(released[0]?.cells ?? [])).toHaveLength(4)
  const small = released[0]?.cells.find(({ value }) => value === 3) as ProtectedCell
  expect(new Attack(released).interval(small, "2026-01-15")).toEqual([1, 5])
})

test("two releases of one day may differ by what was recorded between them, and a small change stays hidden", async () => {
  const total = (value: number): Cell[] => [{ name: { measure: "contacts" }, value }]
  const first = await protect([madeTable(total(20))], [])
  const register = [{ name: "Morning", tables: first }]
  expect((await protect([madeTable(total(23))], register))[0]?.cells[0]?.hidden).toBe("secondary")
  expect((await protect([madeTable(total(30))], register))[0]?.cells[0]?.hidden).toBeUndefined()
})
