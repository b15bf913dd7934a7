import { loginUrl } from "@candour/database/connect.ts"
import type { Command } from "commander"
import { CommandProblem, run } from "../failure.ts"
import { allTenants, HOUSE_LOGINS, openHouse } from "../house.ts"

/** `candour database-url --role ROLE`: the connection string of one login, to try what it may do. */
export const databaseUrl = (program: Command) =>
  program
    .command("database-url")
    .description("print the connection string of one login, and let the embedded database run until `candour stop`")
    .requiredOption("--role <role>", "owner, intake, identity, national, or a tenant's id such as kent")
    .option("--state <folder>", "where the data lies (else CANDOUR_STATE, else .candour)")
    .action(
      run(async ({ role, state }: { role: string; state?: string }) => {
        if (![...HOUSE_LOGINS, ...allTenants()].includes(role))
          throw new CommandProblem(
            `There is no login "${role}". Take owner, intake, identity, national or a tenant's id.`,
          )
        const house = await openHouse(state)
        // A connection string to a stopped database would be of no use to anybody.
        house.embedded?.keep()
        await house.close()
        console.log(loginUrl(house.address, role))
      }),
    )

/** `candour stop`: ends the embedded database, whoever uses it. */
export const stop = (program: Command) =>
  program
    .command("stop")
    .description("stop the embedded database")
    .option("--state <folder>", "where the data lies (else CANDOUR_STATE, else .candour)")
    .action(
      run(async ({ state }: { state?: string }) => {
        const house = await openHouse(state)
        await house.database.close()
        await house.embedded?.stop(true)
      }),
    )
