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

/**
 * `protect` in a thread of its own, which takes up to minutes and would keep every page waiting.
 *
 * @param script - what calls {@link serveProtection} where it isn't the main thread
 * @throws RangeError - as `protect`
 */
export const protectApart = (script: URL): typeof protect => apart(script, false)

/** As {@link protectApart}, and checked once more. @throws RangeError - as `protectChecked` */
export const protectCheckedApart = (script: URL): typeof protect => apart(script, true)

const apart =
  (script: URL, checked: boolean): typeof protect =>
  (tables, register) =>
    new Promise((resolve, refuse) => {
      const worker = new Worker(script)
      worker.once("message", (answer: Answer) => {
        if ("tables" in answer) resolve(answer.tables)
        else refuse("refused" in answer ? new RangeError(answer.refused) : new Error(answer.failed))
        void worker.terminate()
      })
      worker.once("error", refuse)
      worker.once("exit", () => refuse(new Error("The thread ended before it answered.")))
      worker.postMessage({ checked, tables, register } satisfies Asked)
    })
