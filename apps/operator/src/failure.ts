import { MachineProblem } from "@candour/database/embedded/problem.ts"
import { DatabaseAway } from "@candour/database/errors.ts"

/** What the operator asked for can't be done; the message is one sentence that says why and what to do. */
export class CommandProblem extends Error {
  override name = "CommandProblem"
}

/** The sentence to show for whatever a command threw. */
export function sentenceOf(error: unknown): string {
  if (error instanceof CommandProblem || error instanceof MachineProblem) return error.message
  if (error instanceof DatabaseAway)
    return "The database can't be reached. Check DATABASE_URL, or leave it out to use the embedded one."
  const { message, cause } = error as Error
  const reason = cause instanceof Error ? cause.message : message
  return `The command failed: ${String(reason).split("\n")[0]}`
}

/** Runs a command's work; where it fails, one sentence on standard error and exit status 1. */
export const run =
  <Arguments extends unknown[]>(work: (...given: Arguments) => Promise<void>) =>
  async (...given: Arguments): Promise<void> => {
    try {
      await work(...given)
    } catch (error) {
      console.error(sentenceOf(error))
      if (process.env.CANDOUR_TRACE !== undefined) console.error(error)
      process.exitCode = 1
    }
  }
