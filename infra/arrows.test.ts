import { spawnSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"

const root = join(import.meta.dirname, "..")
let copy: string
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "candour-arrows-"))
  for (const name of ["package.json", "tsconfig.json", "README.md", "apps", "packages"])
    cpSync(join(root, name), join(copy, name), {
      recursive: true,
      filter: (path) => !/\/(dist|node_modules|\.turbo)$/.test(path),
    })
  mkdirSync(join(copy, "node_modules/@candour"), { recursive: true })
  for (const name of ["domain", "routing", "sealing", "database", "identity", "figures", "web"])
    symlinkSync(join(copy, "packages", name), join(copy, "node_modules/@candour", name))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const check = () => spawnSync("node", [join(root, "infra/arrows.ts"), copy], { encoding: "utf8", cwd: root })

test("the house as it stands has no forbidden arrow", () => {
  const { status, stderr } = check()
  expect(stderr).toBe("")
  expect(status).toBe(0)
})

test.each([
  ["apps/intake/src/planted.ts", 'import "@candour/identity/accounts.ts"', "intake may import"],
  ["packages/domain/src/planted.ts", 'import "../../routing/src/route.ts"', "domain may import"],
  ["packages/sealing/src/planted.ts", 'import "node:fs"', "imports nothing of Node"],
  ["apps/national/src/planted.ts", 'import "../../triage/src/app.tsx"', "national may import"],
  [
    "apps/national/src/planted.ts",
    'import type { Place } from "@candour/sealing/place.ts"\nexport type P = Place',
    "national may import",
  ],
])("%s with a forbidden import is found", (file, text, rule) => {
  writeFileSync(join(copy, file), text)
  const { status, stderr } = check()
  rmSync(join(copy, file))
  expect(stderr).toContain(rule)
  expect(status).toBe(1)
})
