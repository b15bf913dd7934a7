import { existsSync } from "node:fs"
import { join } from "node:path"
import { writeWhole } from "@candour/database/embedded/state-folder.ts"
import type { Command } from "commander"
import { CommandProblem, run } from "../failure.ts"
import { openHouse } from "../house.ts"
import { seedFounding } from "./founding.ts"
import { progressBar } from "./progress.ts"
import { seedDemo } from "./seed-demo.ts"

/** `candour seed`: the demo's desks and reports, or a whole history. */
export const seed = (program: Command) =>
  program
    .command("seed")
    .description("add the demo's desks, people and sample reports, or a scenario")
    .option("--scenario <name>", "founding: the Metropolitan line from its opening to 15 January 2024")
    .option("--state <folder>", "where the data lies (else CANDOUR_STATE, else .candour)")
    .action(
      run(async ({ scenario, state }: { scenario?: string; state?: string }) => {
        if (scenario !== undefined && scenario !== "founding")
          throw new CommandProblem(`There is no scenario "${scenario}". There is: founding.`)
        const house = await openHouse(state)
        const bar = progressBar(
          scenario === undefined ? "Seeding sample reports and staff" : "Playing the founding history",
        )
        try {
          if (scenario === "founding") await seedFounding(house, bar.say)
          else {
            const path = join(house.folder, "demo.json")
            if (existsSync(path)) throw new CommandProblem("The sample reports are there already.")
            writeWhole(path, JSON.stringify(await seedDemo(house, bar.say), null, 2))
          }
        } finally {
          bar.end()
          await house.close()
        }
      }),
    )
