import { parentPort, Worker } from "node:worker_threads"
import type { ProtectedTable, Register, Table } from "./cell.ts"
import { type Answer as MayRelease, mayRelease } from "./may-release.ts"
import { protect } from "./protect.ts"
import { protectChecked } from "./protect-checked.ts"

interface Jobs {
  protect: ProtectedTable[]
  protectChecked: ProtectedTable[]
  mayRelease: MayRelease
}
interface Asked {
  job: keyof Jobs
  tables: readonly Table[]
  register: Register
}
type Answer = { found: Jobs[keyof Jobs] } | { refused: string } | { failed: string }

const jobs = { protect, protectChecked, mayRelease }

/** Answers the thread that started this one, once. */
export function serveProtection(): void {
  parentPort?.once("message", async ({ job, tables, register }: Asked) => {
    const answer = await jobs[job](tables, register).then(
      (found): Answer => ({ found }),
      (error): Answer => (error instanceof RangeError ? { refused: error.message } : { failed: String(error) }),
    )
    parentPort?.postMessage(answer)
  })
}

const TOO_LONG = "Working out what has to be hidden took too long. Ask for less at once."

/**
 * `protect`, `protectChecked` or `mayRelease` in a thread of its own, which takes up to minutes and would keep every page
 * waiting.
 *
 * @param script - what calls {@link serveProtection} where it isn't the main thread
 * @param seconds - after which it is given up: what others ask for waits for it
 * @throws RangeError - as what it does, or after that time
 */
export const apart =
  <Job extends keyof Jobs>(job: Job, script: URL, seconds: number) =>
  (tables: readonly Table[], register: Register): Promise<Jobs[Job]> =>
    new Promise((resolve, refuse) => {
      const worker = new Worker(script)
      const giveUp = setTimeout(() => {
        refuse(new RangeError(TOO_LONG))
        void worker.terminate()
      }, seconds * 1_000)
      worker.once("exit", () => clearTimeout(giveUp))
      worker.once("message", (answer: Answer) => {
        if ("found" in answer) resolve(answer.found as Jobs[Job])
        else refuse("refused" in answer ? new RangeError(answer.refused) : new Error(answer.failed))
        void worker.terminate()
      })
      worker.once("error", refuse)
      worker.once("exit", () => refuse(new Error("The thread ended before it answered.")))
      worker.postMessage({ job, tables, register } satisfies Asked)
    })
