import { role } from "@candour/domain/role.ts"
import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import { INVITATION_DAYS, invite, NameTaken } from "@candour/identity/invite.ts"
import type { Command } from "commander"
import { z } from "zod"
import { CommandProblem, run } from "../failure.ts"
import { allTenants, openHouse } from "../house.ts"

interface Options {
  name: string
  shownName: string
  role: string[]
  state?: string
}

/** `candour staff invite TENANT`: a new member of staff, or a new key for one who lost the six words. */
export const staffInvite = (program: Command) =>
  program
    .command("staff")
    .description("the people of the desks")
    .command("invite <tenant>")
    .description("invite somebody, or again somebody who lost the six words; prints the code of the first sign-in")
    .requiredOption("--name <name>", "what they sign in with, such as d.whitlock.kent")
    .requiredOption("--shown-name <name>", "their name as colleagues read it")
    .requiredOption("--role <role...>", "officer, lead, auditor, figures, coordinator or call-handler")
    .option("--state <folder>", "where the data lies (else CANDOUR_STATE, else .candour)")
    .action(
      run(async (tenant: string, options: Options) => {
        if (!allTenants().includes(tenant))
          throw new CommandProblem(
            `There is no desk "${tenant}". Ids are like kent, avon-and-somerset or national-desk.`,
          )
        const roles = z.array(role).safeParse(options.role)
        if (!roles.success)
          throw new CommandProblem("--role takes officer, lead, auditor, figures, coordinator or call-handler.")
        if (roles.data.includes("call-handler") && tenant !== NATIONAL_DESK)
          throw new CommandProblem(`Calls are answered at the national desk: call handlers belong to ${NATIONAL_DESK}.`)
        if (!/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(options.name))
          throw new CommandProblem(
            "--name takes lower-case letters, digits, dots and hyphens, such as d.whitlock.kent.",
          )
        const house = await openHouse(options.state)
        try {
          const code = await invite(house.database, {
            tenant,
            name: options.name,
            shownName: options.shownName,
            roles: roles.data,
          })
          console.log(code)
          console.error(
            `Hand this code to ${options.shownName} by another way. It works once, for ${INVITATION_DAYS} days.`,
          )
        } catch (error) {
          throw error instanceof NameTaken ? new CommandProblem(error.message) : error
        } finally {
          await house.close()
        }
      }),
    )
