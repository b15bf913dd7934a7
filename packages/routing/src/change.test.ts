import { globSync, readFileSync } from "node:fs"
import { addDays } from "@candour/domain/day.ts"
import { describe, expect, test } from "vitest"
import { directoryOf } from "../build/make-data.ts"
import { change as changeShape, readSources } from "../build/sources.ts"
import { applyChange, type Change } from "./change.ts"
import type { Route } from "./route-shape.ts"
import { createRouter } from "./router.ts"
import { joinShards, splitDirectory } from "./shards.ts"
import { wholeDirectory } from "./whole-directory.ts"

const read = (folder: URL): Change[] =>
  globSync("*.json", { cwd: folder.pathname })
    .sort()
    .map((file) => changeShape.parse(JSON.parse(readFileSync(new URL(file, folder), "utf8"))))

const shown = (found: Route) => (found.kind === "routed" || found.kind === "choose" ? found.tenants : [])

const decided = read(new URL("../data/changes/", import.meta.url))
const tried = read(new URL("testing/changes/", import.meta.url))
const sources = readSources()
const { commonWords } = wholeDirectory()
const directory = directoryOf(sources, commonWords)
const changed = directoryOf(
  { ...sources, changes: [...sources.changes, ...tried] as typeof sources.changes },
  commonWords,
)

describe.each([
  ["decided", decided, directory],
  ["tried", tried, changed],
] as const)("each example of the changes that are %s", (_, changes, map) => {
  const { core, shards } = splitDirectory(map)
  const routers = { whole: createRouter(map), inBrowser: createRouter(joinShards(core, Object.values(shards))) }
  const examples = changes.flatMap(({ on, examples }) => examples.map((example) => ({ on, ...example })))

  test.each(Object.entries(routers))("holds on the day before and from the day on: %s", (_, route) => {
    const answered = examples.map(({ on, hint }) => ({
      hint,
      before: shown(route(hint, addDays(on, -1))),
      after: shown(route(hint, on)),
    }))
    expect(answered).toEqual(examples.map(({ hint, before, after }) => ({ hint, before, after })))
  })
})

test("two forces merge, one is renamed and a district changes hands, without a line of code", () => {
  expect(tried.map(({ on }) => on)).toEqual(["2030-04-01", "2031-01-01"])
  expect(changed.forces.find(({ id }) => id === "norfolk")).toMatchObject({ to: "2030-03-31" })
  expect(changed.forces.find(({ id }) => id === "gwent")).toMatchObject({
    name: { cy: "Heddlu De-ddwyrain Cymru" },
    formerly: [{ name: { en: "Gwent Police" }, to: "2030-03-31" }],
  })
})

test("nothing is lost or moved but what a change names", () => {
  const route = createRouter(directory)
  const after = createRouter(changed)
  const moved = new Set(["norfolk", "suffolk", "norfolk-and-suffolk", "gwent", "leicestershire", "lincolnshire"])
  const names = directory.places.flatMap(({ names }) => names).filter((_, at) => at % 20 === 0)
  const differing = names.filter((name) => {
    const [old, now] = [shown(route(name, "2031-01-01")), shown(after(name, "2031-01-01"))]
    return old.join() !== now.join() && !old.some((id) => moved.has(id))
  })
  expect(differing).toEqual([])
})

test("a change that names what isn't there is refused with its name", () => {
  const [merger, boundary] = tried as [Change, Change]
  const [move] = boundary.move ?? []
  if (!move) throw new Error("the second change moves something")
  const refused: [Partial<Change>, string][] = [
    [{ move: [{ ...move, places: ["Nowhere"] }] }, "leicestershire polices no place called Nowhere"],
    [{ move: [{ ...move, districts: ["ZZ9"] }] }, "there is no postcode district ZZ9"],
    [{ move: [{ ...move, to: ["narnia"] }] }, "no force is called narnia"],
    [
      { rename: [{ force: "narnia", name: { en: "Narnia" }, shortName: "Narnia", aliases: [] }] },
      "no force is called narnia",
    ],
  ]
  for (const [part, words] of refused) expect(() => applyChange(directory, { ...boundary, ...part })).toThrow(words)
  expect(() => applyChange(directory, merger)).not.toThrow()
})
