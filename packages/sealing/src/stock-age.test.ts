import { spawn, spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Decrypter } from "age-encryption"
import { afterAll, beforeAll, expect, test } from "vitest"
import { bytesOf, textOf } from "./encoding.ts"
import { bytesOfPlace, PART_STEP_BYTES, type Place, putInPlace, takeFromPlace } from "./place.ts"
import { newReportKey, sealUnder } from "./report-key.ts"
import { passphraseOf } from "./sealed.ts"

beforeAll(() => {
  for (const program of ["age", "script"]) {
    if (spawnSync(program, ["--version"]).error) {
      throw new Error(`This test needs the program "${program}": apt-get install age bsdutils`)
    }
  }
})

const folder = mkdtempSync(join(tmpdir(), "candour-age-"))
afterAll(() => rmSync(folder, { recursive: true }))

const key = newReportKey()
const body: Place = { tenant: "kent", report: crypto.randomUUID(), part: "body", number: 0 }
const account = "Edrychodd am fy nghyfeiriad newydd. He looked up my new address."

test("stock age opens what is sealed under a key", async () => {
  writeFileSync(join(folder, "sealed.age"), await sealUnder(key, body, bytesOf(account)))
  await atTerminal("age -d -o opened sealed.age", passphraseOf(key))
  expect(textOf(takeFromPlace(bytesOfPlace(body), readFileSync(join(folder, "opened"))))).toBe(account)
})

test("stock age refuses another key's passphrase", async () => {
  writeFileSync(join(folder, "refused.age"), await sealUnder(key, body, bytesOf(account)))
  await expect(atTerminal("age -d -o none refused.age", passphraseOf(newReportKey()))).rejects.toThrow("incorrect")
})

test("the library opens what stock age sealed with a key's passphrase", async () => {
  writeFileSync(join(folder, "plain"), putInPlace(bytesOfPlace(body), bytesOf(account), PART_STEP_BYTES))
  await atTerminal("age -p -o stock.age plain", passphraseOf(key))
  const age = new Decrypter()
  age.addPassphrase(passphraseOf(key))
  const plaintext = await age.decrypt(readFileSync(join(folder, "stock.age")))
  expect(textOf(takeFromPlace(bytesOfPlace(body), plaintext))).toBe(account)
})

/** Runs `command` in the folder, typing `passphrase` at each prompt: Debian's age 1.1.1 reads it from a terminal only. */
function atTerminal(command: string, passphrase: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const terminal = spawn("script", ["-qec", command, "/dev/null"], { cwd: folder })
  let shown = ""
  let prompts = 0
  terminal.stdout.on("data", (chunk: Buffer) => {
    shown += chunk
    const asked = shown.match(/passphrase[^\n]*: ?/gi)?.length ?? 0
    for (; prompts < asked; prompts++) terminal.stdin.write(`${passphrase}\n`)
  })
  terminal.on("error", reject)
  terminal.on("close", (status) => (status === 0 ? resolve() : reject(new Error(shown))))
  return promise
}
