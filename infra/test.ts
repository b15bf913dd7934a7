/**
 * Everything that must hold before main moves: types, format and lint, arrows, unit and database tests, journeys in a
 * real browser. Usage: npm test. One line for each step, what failed in full, exit status 1 where anything did.
 */
import { spawn, spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { stripVTControlCharacters } from "node:util"

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser"]

/** Debian's packages that the tests drive, and the program that shows each is there. */
const PROGRAMS = [
  { name: "chromium", there: () => CHROMIUM.some(existsSync), why: "the journeys run in a real browser" },
  { name: "age", there: () => existsSync("/usr/bin/age"), why: "what we seal must open with the stock tool" },
]

const missing = () => PROGRAMS.filter((program) => !program.there())
if (missing().length > 0 && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
  const names = missing().map((program) => program.name)
  console.log(`Installing ${names.join(" and ")} by apt …`)
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  const apt = (...given: string[]) => spawnSync("apt-get", given, { env, stdio: "ignore" })
  apt("update")
  apt("install", "--yes", "--no-install-recommends", ...names)
}
for (const { name, why } of missing()) {
  console.error(`${name} is missing (${why}). Install it: sudo apt-get install ${name}`)
  process.exitCode = 1
}
if (process.exitCode) process.exit()

interface Step {
  name: string
  command: string[]
}

const STEPS: Step[] = [
  { name: "types", command: ["tsc", "--noEmit"] },
  { name: "format and lint", command: ["biome", "check", "--error-on-warnings", "."] },
  { name: "arrows", command: ["node", "infra/arrows.ts"] },
  { name: "unit and database", command: ["vitest", "run", "--reporter=dot"] },
  { name: "journeys", command: ["playwright", "test"] },
]

/** Runs a step, shows it as it goes, and gives its exit status and what it printed. */
function run({ command: [program = "", ...given] }: Step): Promise<{ status: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, given, { stdio: ["ignore", "pipe", "pipe"] })
    let output = ""
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (piece: Buffer) => {
        output += piece
        process.stdout.write(piece)
      })
    child.on("close", (status) => resolve({ status: status ?? 1, output }))
  })
}

const counted = (output: string, what: "passed" | "failed"): number =>
  [...stripVTControlCharacters(output).matchAll(new RegExp(`^\\s*(?:Tests .*?)?(\\d+) ${what}\\b`, "gm"))].reduce(
    (total, [, count]) => total + Number(count),
    0,
  )

let [passed, failed] = [0, 0]
for (const step of STEPS) {
  const begun = Date.now()
  console.log(`\n── ${step.name}`)
  const { status, output } = await run(step)
  passed += counted(output, "passed")
  failed += counted(output, "failed")
  console.log(`── ${step.name}: ${status === 0 ? "ok" : "FAILED"} in ${Math.round((Date.now() - begun) / 1000)} s`)
  if (status !== 0) process.exitCode = 1
}
console.log(`\n${passed} passed, ${failed} failed`)
