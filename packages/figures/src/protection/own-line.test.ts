import { expect, test } from "vitest"
import type { FineCount } from "../counts.ts"
import { tableOf } from "../register/table-of.ts"
import { contentsOf } from "../release/contents.ts"
import { type CellName, keyOf, type ProtectedTable } from "./cell.ts"
import { protectChecked } from "./protect-checked.ts"

const state = { asAt: "2024-06-30", knownAt: "2024-06-30" } as const
const lineForces = { metropolitan: "metropolitan" }

const contacts = (force: string, line: string, month: string, count: number): FineCount => ({
  measure: "contact",
  category: "",
  toOtherForce: line === "metropolitan" && force !== "metropolitan" && force !== "national-desk",
  month,
  force,
  line,
  channel: "online",
  knownThen: count,
  knownNow: count,
})

/** The Met's contacts by the national line are three: the rest tells them, if all of it is printed. */
const counts = [
  contacts("metropolitan", "metropolitan", "2024-02-01", 47),
  contacts("metropolitan", "metropolitan", "2024-05-01", 58),
  contacts("metropolitan", "national", "2024-05-01", 3),
  contacts("kent", "metropolitan", "2024-02-01", 16),
  contacts("essex", "metropolitan", "2024-05-01", 17),
  contacts("kent", "national", "2024-02-01", 90),
  contacts("kent", "national", "2024-05-01", 81),
  contacts("essex", "national", "2024-05-01", 75),
]

const printed = (tables: readonly ProtectedTable[], name: CellName) =>
  tables
    .flatMap(({ cells }) => cells)
    .some((cell) => keyOf(cell.name) === keyOf(name) && !cell.hidden && !cell.unprinted)

test.each([undefined, "2024-Q2"])(
  "one release doesn't tell what about a force came by no line of its own: %s",
  async (period) => {
    const tables = await protectChecked([contentsOf(counts, state, lineForces)], [])
    const those: CellName[] = [
      { measure: "contacts", force: "metropolitan", period },
      { measure: "contacts", line: "metropolitan", period },
      { measure: "other_forces", period },
    ]
    expect(those.every((name) => printed(tables, name))).toBe(false)
    expect(printed(tables, { measure: "contacts" })).toBe(true)
  },
)

test("nor do three answers", async () => {
  const register: { name: string; tables: ProtectedTable[] }[] = []
  const out: boolean[] = []
  for (const [asked, name] of [
    [
      { figure: "contacts", by: ["force"], every: "all", where: { force: "metropolitan" } },
      { measure: "contacts", force: "metropolitan" },
    ],
    [
      { figure: "contacts", by: ["line"], every: "all" },
      { measure: "contacts", line: "metropolitan" },
    ],
    [{ figure: "otherForces", by: [], every: "all" }, { measure: "other_forces" }],
  ] as const) {
    const tables = await protectChecked([tableOf(counts, state, [asked], lineForces)], register)
    register.push({ name: `Pack ${register.length}`, tables })
    out.push(printed(tables, name))
  }
  expect(out).toEqual([true, true, false])
})

test("what nobody could route is no way round, whether a release counts it or an answer", async () => {
  const counted = [...counts, contacts("national-desk", "metropolitan", "2024-02-01", 12)]
  const release = await protectChecked([contentsOf(counted, state, lineForces)], [])
  const those = [{ force: "metropolitan" }, { force: "national-desk" }, { line: "metropolitan" }]
  const isOut = (name: CellName) => printed(release, name)
  expect([...those.map((name) => ({ measure: "contacts", ...name })), { measure: "other_forces" }].every(isOut)).toBe(
    false,
  )
  const [byLine] = await protectChecked(
    [tableOf(counted, state, [{ figure: "contacts", by: ["line"], every: "all" }], lineForces)],
    [],
  )
  expect(byLine && printed([byLine], { measure: "contacts", line: "metropolitan" })).toBe(true)
})

test("of a line of one's own that took no other contact of its force, everything is printed", async () => {
  const [founding] = await protectChecked(
    [
      contentsOf(
        counts.filter(({ line }) => line === "metropolitan"),
        state,
        lineForces,
      ),
    ],
    [],
  )
  for (const name of [{ force: "metropolitan" }, { line: "metropolitan" }, {}])
    expect(printed(founding ? [founding] : [], { measure: "contacts", ...name })).toBe(true)
  expect(printed(founding ? [founding] : [], { measure: "other_forces" })).toBe(true)
})
