import { solveChallenge } from "altcha-lib"
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2"
import { GATE_FIELDS } from "./gate-fields-names.ts"

/** Milliseconds after which a browser stops trying: it then comes without proof. */
const GIVE_UP = 60_000

const fromText = (text: string) => JSON.parse(atob(text.replaceAll("-", "+").replaceAll("_", "/")))

const toText = (value: unknown) =>
  btoa(JSON.stringify(value)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")

/**
 * Browser: solves a form's challenge. The browser's own cryptography works beside the page, try after try, so that
 * nothing on it stands still and nothing is shown.
 *
 * @returns the proof to post; undefined where this browser can't, or not in a minute: it is then let in without, by turns
 */
export async function solve(challenge: string): Promise<string | undefined> {
  try {
    const solution = await solveChallenge({ challenge: fromText(challenge), deriveKey, timeout: GIVE_UP })
    return solution ? toText(solution) : undefined
  } catch {
    return undefined
  }
}

const solving = new WeakMap<HTMLFormElement, { challenge: string; proof: Promise<string | undefined> }>()

/** Browser: begins to solve `form`'s challenge once somebody fills it in. */
export function solveWhileTyping(form: HTMLFormElement): void {
  form.addEventListener("input", () => void proofOf(form), { once: true })
}

/** Browser: the fields that the gate needs beside those of `form`; waits for the proof, where it isn't there yet. */
export async function proofOf(form: HTMLFormElement): Promise<{ challenge: string; proof?: string }> {
  const input = form.elements.namedItem(GATE_FIELDS.challenge)
  const challenge = input instanceof HTMLInputElement ? input.value : ""
  const begun = solving.get(form)
  const now = begun?.challenge === challenge ? begun : { challenge, proof: solve(challenge) }
  solving.set(form, now)
  const proof = await now.proof
  return proof ? { challenge, proof } : { challenge }
}

/** Browser: puts a new challenge into `form`, where the server answered that the old one doesn't serve. */
export function renewChallenge(form: HTMLFormElement, challenge: string): void {
  const input = form.elements.namedItem(GATE_FIELDS.challenge)
  if (input instanceof HTMLInputElement) input.value = challenge
}
