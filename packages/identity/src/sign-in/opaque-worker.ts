/**
 * Browser: OPAQUE in a worker that runs the page's own script. Stretching a passphrase takes a third as long once the browser
 * has compiled the code well: here that happens while somebody types, and the page never stands still.
 */
import type { Person, PersonKey } from "@candour/sealing/person-key.ts"
import { startWorker } from "@candour/web/start-worker.ts"
import { startSignIn, unlockOnce, WrongPassphrase } from "../opaque-client.ts"

/** The steps of one sign-in, each with what it needs. */
interface Steps {
  start: { given: string; answer: string }
  finish: { given: string; answer: string }
  unlock: { given: { whose: Person; sealedKey: string }; answer: PersonKey }
}
type Asked = { [Step in keyof Steps]: { step: Step; given: Steps[Step]["given"] } }[keyof Steps]
type Answer = { answer: Steps[keyof Steps]["answer"] } | { wrong: boolean }

/** Answers the page that started this worker, step by step, once it has unlocked something for practice. */
export function serveOpaque(): void {
  let begun: Awaited<ReturnType<typeof startSignIn>> | undefined
  let finished: ReturnType<NonNullable<typeof begun>["finish"]> | undefined
  const answerTo = async (asked: Asked): Promise<Steps[keyof Steps]["answer"] | undefined> => {
    if (asked.step === "start") {
      begun = await startSignIn(asked.given)
      return begun.request
    }
    if (asked.step === "unlock") return finished?.unlock(asked.given.whose, asked.given.sealedKey)
    finished = begun?.finish(asked.given)
    return finished?.proof
  }
  const practised = unlockOnce().catch(() => undefined) // what fails then fails again where somebody waits for it
  addEventListener("message", async ({ data }: MessageEvent<Asked>) => {
    await practised
    postMessage(
      await answerTo(data).then(
        (answer) => ({ answer }),
        (error) => ({ wrong: error instanceof WrongPassphrase }),
      ),
    )
  })
}

/**
 * Starts the worker.
 *
 * @param script - the address of the script that calls {@link serveOpaque} where there is no page
 * @returns what signs in as `startSignIn` does
 */
export function startOpaque(script: string) {
  const worker = startWorker(script)
  const ended = new Promise<never>((_, refuse) => {
    worker.onerror = () => refuse(new Error("The worker ended."))
  })
  ended.catch(() => undefined) // nobody may be waiting yet
  const ask = <Step extends keyof Steps>(step: Step, given: Steps[Step]["given"]): Promise<Steps[Step]["answer"]> => {
    const answered = new Promise<Steps[Step]["answer"]>((resolve, refuse) => {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        if ("answer" in data) resolve(data.answer)
        else
          refuse(data.wrong ? new WrongPassphrase("The name and the six words don't fit together.") : new Error(step))
      }
      worker.postMessage({ step, given })
    })
    return Promise.race([answered, ended])
  }
  return async (passphrase: string) => ({
    request: await ask("start", passphrase),
    finish: async (response: string) => ({
      proof: await ask("finish", response),
      unlock: (whose: Person, sealedKey: string) => ask("unlock", { whose, sealedKey }),
    }),
  })
}
