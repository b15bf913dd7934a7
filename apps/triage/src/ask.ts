/** Browser: asks this app's server, and gives what went wrong as a sentence for the person. */
import type { Problem } from "./json.ts"
import { en } from "./messages.ts"

/** The server said no, or couldn't be reached: `message` is the sentence to show, `code` what the script may act on. */
export class Refused extends Error {
  override name = "Refused"
  readonly code: string
  constructor({ problem, sentence }: Problem) {
    super(sentence)
    this.code = problem
  }
}

/** Asks `path`; posts `body` as JSON where there is one. @throws Refused */
export async function ask<Answer>(path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(path, {
    ...(body !== undefined && {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  }).catch(() => {
    throw new Refused({ problem: "away", sentence: en.failure.away })
  })
  if (answer.ok) return answer.json() as Promise<Answer>
  const said = (await answer.json().catch(() => undefined)) as Partial<Problem> | undefined
  if (said?.problem === "signed-out") throw new Refused({ problem: "signed-out", sentence: en.failure.signedOut })
  if (answer.status === 413) throw new Refused({ problem: "too-large", sentence: en.failure.tooLarge })
  throw new Refused({ problem: said?.problem ?? "failed", sentence: said?.sentence ?? en.failure.server })
}
