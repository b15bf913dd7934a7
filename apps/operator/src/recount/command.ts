import { asOwner } from "@candour/database/as.ts"
import { recounted } from "@candour/database/schema.ts"
import type { Command } from "commander"
import { sql } from "drizzle-orm"
import { run } from "../failure.ts"
import { openHouse } from "../house.ts"

/** `candour recount`: the cube beside a new count of the events, which must be the same. The national status page says when it was. */
export const recount = (program: Command) =>
  program
    .command("recount")
    .description("count the events again and print where the figures differ (0 expected)")
    .option("--state <folder>", "where the data lies (else CANDOUR_STATE, else .candour)")
    .action(
      run(async ({ state }: { state?: string }) => {
        const house = await openHouse(state)
        try {
          const { rows } = await asOwner(house.database, async (transaction) => {
            await transaction.execute(sql`select fold_cube()`)
            const found = await transaction.execute(sql`select * from recount()`)
            await transaction.insert(recounted).values({ at: sql`moment()`, differences: found.rows.length })
            return found
          })
          for (const row of rows) console.log(JSON.stringify(row))
          console.log(`${rows.length} differences`)
          if (rows.length > 0) process.exitCode = 1
        } finally {
          await house.close()
        }
      }),
    )
