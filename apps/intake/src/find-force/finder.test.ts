import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { packDistrict } from "@candour/routing/postcode-pack.ts"
import { afterEach, beforeEach, expect, test } from "vitest"
import { openFinder } from "./finder.ts"

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candour-finder-"))
})
afterEach(() => rmSync(folder, { recursive: true }))

const ON = "2026-11-24"

/** AL9 lies on a border: 1AA is Hertfordshire's, 1AB the Met's. */
function importEdition(month: string) {
  mkdirSync(join(folder, "districts"), { recursive: true })
  const district = packDistrict(
    new Map([
      ["1AA", "hertfordshire"],
      ["1AB", "metropolitan"],
    ]),
  )
  writeFileSync(join(folder, "districts", "AL9.json"), JSON.stringify(district))
  writeFileSync(join(folder, "edition.json"), JSON.stringify({ month }))
}

test("without an import a postcode on a border is asked", () => {
  const finder = openFinder(undefined)()
  expect(finder.month).toBeUndefined()
  expect(finder.route("AL9 1AB", ON)).toMatchObject({ kind: "choose", reason: "border-postcode" })
  expect(finder.district("AL9")).toBeUndefined()
})

test("with one a whole postcode is answered, its district and a slip of it are asked still", () => {
  importEdition("2026-08")
  const finder = openFinder(folder)()
  expect(finder.month).toBe("2026-08")
  expect(finder.route("AL9 1AB", ON)).toMatchObject({ kind: "routed", tenants: ["metropolitan"], reason: "postcode" })
  expect(finder.route("al91aa", ON)).toMatchObject({ kind: "routed", tenants: ["hertfordshire"] })
  for (const hint of ["AL9", "AL9 1AC"]) expect(finder.route(hint, ON)).toMatchObject({ kind: "choose" })
  expect(finder.route("ME14 1XQ", ON)).toMatchObject({ kind: "routed", tenants: ["kent"] }) // the edition lacks it
})

test("the files are given to a browser by district, and nothing else of the disk", () => {
  importEdition("2026-08")
  const { district } = openFinder(folder)()
  expect(JSON.parse(district("AL9") ?? "")).toMatchObject({ bodies: ["hertfordshire", "metropolitan"] })
  for (const name of ["../edition", "al9", "AL9.json", "ZZ99", ""]) expect(district(name)).toBeUndefined()
})

test("an import made while the server runs is taken up", () => {
  let now = 0
  const open = openFinder(folder, () => now)
  expect(open().month).toBeUndefined()
  importEdition("2026-08")
  expect(open().month).toBeUndefined()
  now = 10_001
  expect(open().month).toBe("2026-08")
})
