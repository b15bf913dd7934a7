import { expect, test } from "vitest"
import type { Cell, CellName, ProtectedTable } from "./cell.ts"
import { mayRelease } from "./may-release.ts"
import { protect } from "./protect.ts"
import { Attack } from "./testing/attack.ts"

const kent = (period: string | undefined, value: number, more: Partial<Cell> = {}): Cell => ({
  name: { measure: "contacts", force: "kent", period },
  value,
  ...more,
})
const all = (period: string | undefined, value: number): Cell => ({
  name: { measure: "contacts", period },
  value,
  unprinted: true,
})
const table = (cells: Cell[], knownAt: ProtectedTable["knownAt"] = "2026-01-15") => ({ asAt: knownAt, knownAt, cells })

/** Kent's quarters with their year, and what they are part of elsewhere, which nobody asked for. */
const year = (quarters: readonly number[], knownAt?: ProtectedTable["knownAt"]) => {
  const sum = quarters.reduce((total, value) => total + value, 0)
  const periods = quarters.map((value, index) => [`2025-Q${index + 1}`, value] as const)
  const own = [...periods.map(([period, value]) => kent(period, value)), kent("2025", sum)]
  const margins = [kent(undefined, sum, { unprinted: true })]
  const others = [...periods.map(([period, value]) => all(period, value + 900)), all("2025", sum + 3_600)]
  return table([...own, ...margins, ...others, all(undefined, sum + 3_600)], knownAt)
}

const isOf = (name: CellName) => (cell: Cell) => cell.name.force === name.force && cell.name.period === name.period
const cellOf = ({ cells }: ProtectedTable, period: string) =>
  cells.find(isOf({ measure: "contacts", force: "kent", period })) as ProtectedTable["cells"][number]

const hiddenIn = ({ cells }: ProtectedTable) => cells.flatMap(({ hidden, name }) => (hidden ? [name.period] : []))

/** `released` as a hand would change it that prints the cell of `period` after all. */
const printing = (released: ProtectedTable, period: string): ProtectedTable => ({
  ...released,
  cells: released.cells.map((cell) => (cell.name.period === period ? { ...cell, hidden: undefined } : cell)),
})

test("an FOI pack that prints what was hidden beside a small count is refused, and says which", async () => {
  const [first] = (await protect([year([2, 9, 30, 14])], [])) as [ProtectedTable]
  expect(hiddenIn(first)).toEqual(["2025-Q1", "2025-Q2"])
  const pack = printing(first, "2025-Q2")
  expect(new Attack([first, pack]).interval(cellOf(first, "2025-Q1"), "2026-01-15")).toEqual([2, 2])
  expect(await mayRelease([pack], [{ name: "Release of January", tables: [first] }])).toEqual({
    may: false,
    why: "With these figures somebody could work out contacts, force kent, 2025-Q1, as at 15 January 2026, hidden in “Release of January”. Let Candour choose what to hide, or leave the table out.",
  })
})

test("a pack goes out as protected, and not beside one that prints what it hides", async () => {
  const [first] = (await protect([year([2, 9, 30, 14])], [])) as [ProtectedTable]
  const half = printing(first, "2025-Q2")
  expect(await mayRelease([first], [])).toEqual({ may: true })
  expect(await mayRelease([first], [{ name: "Release", tables: [first] }])).toEqual({ may: true })
  expect(await mayRelease([first, half], [])).toMatchObject({ may: false })
})

test("a later release that prints one of two hidden counts, unchanged, is refused", async () => {
  const [first] = (await protect([year([2, 9, 30, 14])], [])) as [ProtectedTable]
  const [later] = (await protect([year([2, 9, 60, 14], "2026-04-15")], [])) as [ProtectedTable]
  const naive = printing(printing({ ...later, cells: later.cells }, "2025-Q2"), "2025")
  expect(await mayRelease([naive], [{ name: "First", tables: [first] }])).toMatchObject({
    may: false,
    why: expect.stringContaining("hidden in “First”"),
  })
})

test("what was recorded later is a small count as well: 30 and then 32 aren't both printed", async () => {
  const register = [{ name: "First", tables: await protect([year([20, 30, 40, 50])], []) }]
  const [second] = (await protect([year([20, 32, 40, 50], "2026-04-15")], register)) as [ProtectedTable]
  expect(hiddenIn(second)).toEqual(["2025-Q2", "2025"])
  const naive = printing(printing(second, "2025-Q2"), "2025")
  expect(await mayRelease([naive], register)).toEqual({
    may: false,
    why: expect.stringContaining("what was recorded later of contacts, force kent, 2025"),
  })
})

test("a change of five or more, and none at all, are printed", async () => {
  const register = [{ name: "First", tables: await protect([year([20, 30, 40, 50])], []) }]
  const [second] = (await protect([year([20, 36, 40, 50], "2026-04-15")], register)) as [ProtectedTable]
  expect(hiddenIn(second)).toEqual([])
  expect(await mayRelease([second], register)).toEqual({ may: true })
})

test("a small count that nobody hid is refused by name", async () => {
  expect(await mayRelease([year([3, 9, 30, 14])], [])).toEqual({
    may: false,
    why: "These figures print contacts, force kent, 2025-Q1, as at 15 January 2026, which may not be printed. Hide it as [c], then check them again.",
  })
})
