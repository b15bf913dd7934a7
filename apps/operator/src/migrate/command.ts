import type { Command } from "commander"
import { run } from "../failure.ts"
import { furnish, openHouse } from "../house.ts"

/** `candour migrate`: brings the database to this version and adds the desks it doesn't have. */
export const migrateCommand = (program: Command) =>
  program
    .command("migrate")
    .description("bring the database to this version, with every desk and line of the directory")
    .option("--state <folder>", "where the data lies (else CANDOUR_STATE, else .candour)")
    .action(
      run(async ({ state }: { state?: string }) => {
        const house = await openHouse(state)
        try {
          const applied = [...house.applied, ...(await furnish(house.database, house.address))]
          console.log(applied.length === 0 ? "The database is up to date." : `Applied: ${applied.join(", ")}`)
        } finally {
          await house.close()
        }
      }),
    )
