import { Command } from "commander"
import { databaseUrl, stop } from "./database-url/command.ts"
import { demo } from "./demo/command.ts"
import { figures } from "./figures/command.ts"
import { forceAdd } from "./force-add/command.ts"
import { importPostcodesCommand } from "./import-postcodes/command.ts"
import { migrateCommand } from "./migrate/command.ts"
import { recount } from "./recount/command.ts"
import { route } from "./route/command.ts"
import { seed } from "./seed/command.ts"
import { staffInvite } from "./staff-invite/command.ts"
import { stolen } from "./stolen/command.ts"

/** Every command of the operator, in the order one meets them. */
export function createProgram(): Command {
  const program = new Command("candour")
    .description("Runs Candour: the database, its desks and people, its figures.")
    .showHelpAfterError("(add --help for what it takes)")
  for (const command of [
    demo,
    migrateCommand,
    seed,
    forceAdd,
    staffInvite,
    importPostcodesCommand,
    route,
    figures,
    recount,
    databaseUrl,
    stop,
    stolen,
  ])
    command(program)
  return program
}
