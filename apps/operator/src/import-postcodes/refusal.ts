import { CommandProblem } from "../failure.ts"

/** Where the Office for National Statistics publishes its directory. */
const PUBLISHED = "geoportal.statistics.gov.uk, search for ONSPD"

/** Why a file isn't taken, and what to do: by default, to download it again. */
export const refusal = (what: string, advice = `Download the file again (${PUBLISHED}).`): CommandProblem =>
  new CommandProblem(`${what} Nothing was imported, and what was in use stays in use. ${advice}`)
