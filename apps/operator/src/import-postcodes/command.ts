import { statSync } from "node:fs"
import { prepareStateFolder, stateFolderPath } from "@candour/database/embedded/state-folder.ts"
import { dayOf } from "@candour/domain/day.ts"
import type { Command } from "commander"
import { CommandProblem, run } from "../failure.ts"
import { progressBar } from "../seed/progress.ts"
import { importPostcodes } from "./import-postcodes.ts"

const MEGABYTE = 1_000_000

/** `candour import-postcodes`: takes an edition of the ONS Postcode Directory in use. Needs no database. */
export const importPostcodesCommand = (program: Command) =>
  program
    .command("import-postcodes")
    .description("use an edition of the ONS Postcode Directory, so that whole postcodes lead to their force")
    .argument("<file>", "Data/ONSPD_…_UK.csv of the directory, unpacked")
    .option("--partial", "the file is a part on purpose; the built-in directory answers for the rest")
    .option("--state <folder>", "where the data lies (else CANDOUR_STATE, else .candour)")
    .action(
      run(async (path: string, { partial = false, state }: { partial?: boolean; state?: string }) => {
        const megabytes = Math.ceil(sizeOf(path) / MEGABYTE)
        const stateFolder = stateFolderPath(state, process.env)
        prepareStateFolder(stateFolder)
        const reading = progressBar("Reading the file (MB)")
        const writing = progressBar("Writing the districts")
        try {
          const { edition, leftOut } = await importPostcodes(
            { path, stateFolder, partial, today: dayOf(new Date()) },
            {
              read: (bytes) => reading.say(Math.ceil(bytes / MEGABYTE), megabytes),
              written: (districts, of) => {
                reading.end()
                writing.say(districts, of)
              },
            },
          )
          writing.end()
          const counts = `Rows: ${inWords(edition.rows)}; districts: ${inWords(edition.districts)}`
          console.log(`The postcodes of ${edition.month} are in use. ${counts}.`)
          console.log(`Rows left out, because they have no police force area: ${inWords(leftOut)}.`)
        } finally {
          reading.end()
          writing.end()
        }
      }),
    )

const inWords = (count: number) => count.toLocaleString("en-GB")

function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isFile()) throw new CommandProblem(`There is no file ${path}. Say where Data/ONSPD_…_UK.csv lies.`)
  return found.size
}
