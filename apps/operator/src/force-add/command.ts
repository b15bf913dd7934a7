import { asOwner } from "@candour/database/as.ts"
import { loginsOf } from "@candour/database/embedded/state-folder.ts"
import { addTenant } from "@candour/database/migrate.ts"
import { dayOf } from "@candour/domain/day.ts"
import { NATIONAL_DESK, tenantId } from "@candour/domain/tenant.ts"
import { isForce } from "@candour/routing/directory.ts"
import type { Command } from "commander"
import { sql } from "drizzle-orm"
import { CommandProblem, run } from "../failure.ts"
import { openHouse } from "../house.ts"

/** `candour force add ID`: the one way to a tenant and its database login; no server makes roles. */
export const forceAdd = (program: Command) =>
  program
    .command("force")
    .description("the desks")
    .command("add <id>")
    .description("add a force of the directory, with a database login of its own")
    .option("--state <folder>", "where the data lies (else CANDOUR_STATE, else .candour)")
    .action(
      run(async (id: string, { state }: { state?: string }) => {
        if (!tenantId.safeParse(id).success || !(isForce(id) || id === NATIONAL_DESK))
          throw new CommandProblem(`"${id}" is not in the directory of forces. Add it to packages/routing first.`)
        const house = await openHouse(state)
        try {
          const known = await asOwner(house.database, (transaction) =>
            transaction.execute(sql`select from tenant where id = ${id}`),
          )
          const password = loginsOf(house.folder, [id])[id] ?? ""
          await addTenant(house.database, { id, opened: dayOf(new Date()), password })
          console.log(known.rows.length > 0 ? `${id} was there already.` : `Added ${id}.`)
        } finally {
          await house.close()
        }
      }),
    )
