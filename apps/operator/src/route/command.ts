import { createInterface } from "node:readline"
import { day } from "@candour/domain/day.ts"
import { route as routeHint } from "@candour/routing/route.ts"
import type { Command } from "commander"
import { CommandProblem, run } from "../failure.ts"

/** `candour route`: what routing answers to each hint, one a line. Needs no database. */
export const route = (program: Command) =>
  program
    .command("route")
    .description("read one hint a line, write one JSON object a line: which force it leads to")
    .option("--on <day>", "the day the directory is asked for, such as 2026-03-01 (else today)")
    .action(
      run(async ({ on }: { on?: string }) => {
        const asked = day.optional().safeParse(on)
        if (!asked.success) throw new CommandProblem(`"${on}" is not a day. Write it like 2026-03-01.`)
        for await (const hint of createInterface({ input: process.stdin })) {
          const answer = asked.data === undefined ? routeHint(hint) : routeHint(hint, asked.data)
          if (!process.stdout.write(`${JSON.stringify(answer)}\n`))
            await new Promise((resolve) => process.stdout.once("drain", resolve))
        }
      }),
    )
