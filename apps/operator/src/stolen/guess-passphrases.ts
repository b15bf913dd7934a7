import { startSignIn } from "@candour/identity/opaque-client.ts"
import { createOpaqueServer } from "@candour/identity/opaque-server.ts"
import { newPassphrase } from "@candour/identity/passphrase.ts"
import type { Loot } from "./loot.ts"

/** How guessing at the staff's passphrases went. */
export interface Guessing {
  guesses: number
  seconds: number
  right: number
  /** Years that one processor like this one needs for half of all six-word passphrases. */
  years: number
}

/** What people choose when they may: nobody may here, but a thief tries it first. */
const CHOSEN = [
  "password",
  "police",
  "candour",
  "letmein",
  "correct horse battery staple",
  "one two three four five six",
]
const PASSPHRASES = 7_776 ** 6
const SECONDS_A_YEAR = 31_557_600

/** Guesses offline for `seconds`, with the stolen records and the server's stolen set-up: the best a thief can do. */
export async function guessPassphrases({ rows, environments }: Loot, seconds: number): Promise<Guessing> {
  const opaque = createOpaqueServer(environments.triage?.CANDOUR_OPAQUE_SETUP ?? "")
  const names = new Map((rows.get("staff") ?? []).map((row) => [String(row.id), String(row.name)]))
  const accounts = (rows.get("account") ?? []).map((row) => ({
    name: names.get(String(row.person)) ?? "",
    record: String(row.record),
  }))
  const begun = performance.now()
  let [guesses, right] = [0, 0]
  while (accounts.length > 0 && performance.now() - begun < seconds * 1_000) {
    const { name, record } = accounts[guesses % accounts.length] as (typeof accounts)[number]
    const signIn = await startSignIn(CHOSEN[Math.floor(guesses / accounts.length)] ?? newPassphrase())
    const { response } = await opaque.start(name, signIn.request, record)
    try {
      signIn.finish(response)
      right += 1
    } catch {
      // a wrong guess
    }
    guesses += 1
  }
  const spent = (performance.now() - begun) / 1_000
  return {
    guesses,
    right,
    seconds: spent,
    years: ((PASSPHRASES / 2) * (spent / Math.max(guesses, 1))) / SECONDS_A_YEAR,
  }
}
