import { parentPort, Worker } from "node:worker_threads"
import type { ProtectedTable, Register, Table } from "./cell.ts"
import { protect } from "./protect.ts"
import { protectChecked } from "./protect-checked.ts"

interface Asked {
  checked: boolean
  tables: readonly Table[]
  register: Register
}
type Answer = { tables: ProtectedTable[] } | { refused: string } | { failed: string }

/** Answers the thread that started this one, once. */
export function serveProtection(): void {
  parentPort?.once("message", async ({ checked, tables, register }: Asked) => {
    const answer = await (checked ? protectChecked : protect)(tables, register).then(
      (found): Answer => ({ tables: found }),
      (error): Answer => (error instanceof RangeError ? { refused: error.message } : { failed: String(error) }),
    )
    parentPort?.postMessage(answer)
  })
}

const TOO_LONG = "Working out what has to be hidden took too long. Ask for less at once."

/**
 * `protect` in a thread of its own, which takes up to minutes and would keep every page waiting.
 *
 * @param script - what calls {@link serveProtection} where it isn't the main thread
 * @param seconds - after which it is given up: what others ask for waits for it
 * @throws RangeError - as `protect`, or after that time
 */
export const protectApart = (script: URL, seconds: number): typeof protect => apart(script, false, seconds)

/** As {@link protectApart}, and checked once more. @throws RangeError - as `protectChecked`, or after that time */
export const protectCheckedApart = (script: URL, seconds: number): typeof protect => apart(script, true, seconds)

const apart =
  (script: URL, checked: boolean, seconds: number): typeof protect =>
  (tables, register) =>
    new Promise((resolve, refuse) => {
      const worker = new Worker(script)
      const giveUp = setTimeout(() => {
        refuse(new RangeError(TOO_LONG))
        void worker.terminate()
      }, seconds * 1_000)
      worker.once("exit", () => clearTimeout(giveUp))
      worker.once("message", (answer: Answer) => {
        if ("tables" in answer) resolve(answer.tables)
        else refuse("refused" in answer ? new RangeError(answer.refused) : new Error(answer.failed))
        void worker.terminate()
      })
      worker.once("error", refuse)
      worker.once("exit", () => refuse(new Error("The thread ended before it answered.")))
      worker.postMessage({ checked, tables, register } satisfies Asked)
    })
