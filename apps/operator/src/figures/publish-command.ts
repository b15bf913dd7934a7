import { join, resolve } from "node:path"
import { putsOut } from "@candour/figures/site/put-out.ts"
import { CURRENT } from "@candour/figures/site/write-site.ts"
import { figuresDirectory, figuresNames } from "@candour/routing/figures-directory.ts"
import type { Command } from "commander"
import { run } from "../failure.ts"
import { openHouse } from "../house.ts"

/** `candour figures publish`: puts out what is due, and writes the public's figures for a host of static files. */
export const publish = (figures: Command) =>
  figures
    .command("publish")
    .description("put out the releases that are due, and write the public's figures as files")
    .argument("<folder>", `where to; a host serves its "${CURRENT}", which changes in one step`)
    .option("--state <folder>", "where the data lies (else CANDOUR_STATE, else .candour)")
    .action(
      run(async (folder: string, _, command: Command) => {
        // Both commands take --state, and the outer one reads it first.
        const { state } = command.optsWithGlobals<{ state?: string }>()
        const house = await openHouse(state)
        try {
          const putOut = putsOut({
            database: house.database,
            folder: resolve(folder),
            directory: figuresDirectory,
            names: figuresNames,
          })
          const changed = await putOut()
          const written = join(resolve(folder), CURRENT)
          console.log(changed ? `The figures are in ${written}.` : `Nothing has changed in ${written}.`)
        } finally {
          await house.close()
        }
      }),
    )
