import { createInterface } from "node:readline"
import { stateFolderPath } from "@candour/database/embedded/state-folder.ts"
import { day, dayOf } from "@candour/domain/day.ts"
import { routerWith } from "@candour/routing/route.ts"
import type { Command } from "commander"
import { CommandProblem, run } from "../failure.ts"
import { postcodesFolder } from "../import-postcodes/edition.ts"
import { openPostcodes } from "../import-postcodes/imported.ts"

/** `candour route`: what routing answers to each hint, one a line, by the imported postcodes if any. Needs no database. */
export const route = (program: Command) =>
  program
    .command("route")
    .description("read one hint a line, write one JSON object a line: which force it leads to")
    .option("--state <folder>", "where imported postcodes lie (else CANDOUR_STATE, else .candour)")
    .option("--on <day>", "the day the directory is asked for, such as 2026-03-01 (else today)")
    .action(
      run(async ({ on, state }: { on?: string; state?: string }) => {
        const asked = day.optional().safeParse(on)
        if (!asked.success) throw new CommandProblem(`"${on}" is not a day. Write it like 2026-03-01.`)
        const answerTo = routerWith(openPostcodes(postcodesFolder(stateFolderPath(state, process.env))))
        const asOn = asked.data ?? dayOf(new Date())
        for await (const hint of createInterface({ input: process.stdin })) {
          if (!process.stdout.write(`${JSON.stringify(answerTo(hint, asOn))}\n`))
            await new Promise((resolve) => process.stdout.once("drain", resolve))
        }
      }),
    )
