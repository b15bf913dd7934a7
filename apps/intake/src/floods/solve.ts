import { solveChallenge } from "altcha-lib"
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2"
import { GATE_FIELDS } from "./field-names.ts"

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

/** The fields that the gate needs beside what is posted. */
export interface GateFieldValues {
  challenge: string
  proof?: string
}

/** A challenge that is solved once, when it is first needed. */
export interface Proof {
  /** Waits for the proof where it isn't there yet. */
  fields(): Promise<GateFieldValues>
  /** Takes the place of a challenge that doesn't serve. */
  renew(challenge: string): void
}

/** @see Proof */
export function createProof(challenge: string): Proof {
  let current = challenge
  let solving: Promise<string | undefined> | undefined
  return {
    async fields() {
      solving ??= solve(current)
      const proof = await solving
      return proof ? { challenge: current, proof } : { challenge: current }
    },
    renew(anew) {
      current = anew
      solving = undefined
    },
  }
}

const proofs = new WeakMap<HTMLFormElement, Proof>()

/** Browser: the proof of `form`'s challenge, which begins to be solved once somebody fills the form in. */
export function proofOf(form: HTMLFormElement): Proof {
  const known = proofs.get(form)
  if (known) return known
  const input = form.elements.namedItem(GATE_FIELDS.challenge)
  const proof = createProof(input instanceof HTMLInputElement ? input.value : "")
  proofs.set(form, proof)
  form.addEventListener("input", () => void proof.fields(), { once: true })
  return proof
}

/** What is answered to what was let in. */
type LetIn<Answer> = Exclude<Answer, { answer: "again" | "wait" }>

/** How often something is posted until it is let in. */
const MOST_POSTS = 4

/** Milliseconds before a browser that can't solve posts again, as long as a page without script asks people to wait. */
const WAIT = 15_000

/**
 * Posts through the gate: again with the server's new challenge, where the old one is too old or was used. Nobody sees
 * anything of it but "Sending …".
 *
 * @param post - posts with the gate's fields; what it answers has the new `challenge` where `answer` is `again` or `wait`
 * @returns the first answer that is another one
 * @throws Error - it wasn't let in four times over
 */
export async function throughGate<Answer extends { answer: string; challenge?: string }>(
  proof: Proof,
  post: (fields: GateFieldValues) => Promise<Answer>,
  wait: (milliseconds: number) => Promise<void> = pause,
): Promise<LetIn<Answer>> {
  for (let left = MOST_POSTS - 1; left >= 0; left--) {
    const fields = await proof.fields()
    const answer = await post(fields)
    if (answer.answer !== "again" && answer.answer !== "wait") return answer as LetIn<Answer>
    proof.renew(answer.challenge ?? "")
    if (answer.answer === "wait" && !fields.proof && left > 0) await wait(WAIT)
  }
  throw new Error("It was not let in.")
}

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds))
