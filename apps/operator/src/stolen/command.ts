import type { Command } from "commander"
import { CommandProblem, run } from "../failure.ts"
import { openHouse } from "../house.ts"
import { DEMO_REPORTS } from "../seed/demo-reports.ts"
import type { Act } from "../seed/demo-story.ts"
import { progressBar } from "../seed/progress.ts"
import { guessPassphrases } from "./guess-passphrases.ts"
import { findWords, type Loot, takeLoot } from "./loot.ts"
import { tryKeys } from "./try-keys.ts"

interface Options {
  seconds: string
  word?: string[]
  state?: string
}

/** `npm run stolen`: "here is our stolen database" as a demonstration, not a disaster (design §5). */
export const stolen = (program: Command) =>
  program
    .command("stolen")
    .description("steal the demo's database, spool and server secrets, and show what a thief gets")
    .option("--seconds <number>", "how long to guess passphrases", "20")
    .option("--word <words...>", "also look for these words, such as something you have just reported")
    .option("--state <folder>", "where the data lies (else CANDOUR_STATE, else .candour)")
    .action(run(steal))

async function steal({ seconds, word = [], state }: Options): Promise<void> {
  if (!(Number(seconds) > 0)) throw new CommandProblem("--seconds takes a number above 0, such as 20.")
  const house = await openHouse(state)
  try {
    const loot = await takeLoot(house)
    if ((loot.rows.get("report") ?? []).length === 0)
      throw new CommandProblem("There is no report to steal yet. Run npm run demo first.")
    console.log(whatIsTaken(loot))

    const bar = progressBar("Trying every key on what is sealed")
    const trial = await tryKeys(loot, bar.say).finally(bar.end)
    console.log(
      `Keys tried on sealed parts: ${trial.keys} secrets and ${trial.identities} private keys found lying about, ${trial.tries} tries on ${trial.sealed} sealed parts; opened: ${trial.opened.length}`,
    )
    console.log(`Guessing passphrases offline for ${seconds} s …`)
    const guessing = await guessPassphrases(loot, Number(seconds))
    console.log(
      `Passphrases: ${guessing.guesses} guesses in ${guessing.seconds.toFixed(0)} s, ${guessing.right} right; half of all would take ${guessing.years.toExponential(1)} years on a processor like this one`,
    )

    const typed = DEMO_REPORTS.flatMap(({ told, story = [] }) => [
      told.answers.account,
      ...story.flatMap(({ acts }) => acts.map(wordsOf)),
    ])
    const phrases = [...new Set(typed.flatMap(phrasesOf)), ...word]
    const found = findWords(loot, phrases)
    const names = (loot.rows.get("staff") ?? []).map((row) => String(row.shown_name))
    console.log(
      `Searched for ${phrases.length} phrases of the reports, and of what the desks typed, in every file, row and secret; found: ${found.length}`,
    )
    console.log(
      `The same search for ${names.length} staff names, which are in the clear; found: ${new Set(findWords(loot, names).map((each) => each.phrase)).size}`,
    )
    for (const { phrase, place } of found) console.log(`  "${phrase}" stands in ${place}`)
    console.log(whatAThiefGets(loot))
    if (found.length > 0 || trial.opened.length > 0 || trial.identities > 0 || guessing.right > 0) process.exitCode = 1
  } finally {
    await house.close()
  }
}

/** Every five words in a row: enough to tell a report's own words from chance. */
export function phrasesOf(text: string): string[] {
  const words = text.split(/\s+/)
  return words.slice(4).map((_, index) => words.slice(index, index + 5).join(" "))
}

/** What is typed for one act of the demo: a decision, a title, a message, a description. */
function wordsOf(act: Act): string {
  if ("text" in act) return act.text
  if ("words" in act) return act.words ?? ""
  return "described" in act ? Object.values(act.described).join(" ") : ""
}

function whatIsTaken({ files, rows, environments }: Loot): string {
  const megabytes = [...files.values()].reduce((total, bytes) => total + bytes.length, 0) / 1_048_576
  const count = [...rows.values()].reduce((total, each) => total + each.length, 0)
  return `Taken: ${files.size} files (${megabytes.toFixed(0)} MiB) of database and spool, ${count} rows, the environments of ${Object.keys(environments).join(", ")}`
}

function whatAThiefGets({ rows }: Loot): string {
  const of = (table: string) => rows.get(table) ?? []
  const openings = of("event").filter((row) => row.kind === "opened").length
  return `
What a thief gets: no words of a report, message or file, and no staff secret that can be guessed.
A thief does get, for ${of("report").length} reports: force, day (from the write-ahead log the moment), categories, danger, sizes,
stages and outcomes (${of("event").length} events); ${of("staff").length} staff names, who opened what (${openings} openings),
and whose access a lead took or gave. Also the names that people gave their own views of the queue, the number on call,
the addresses of the morning mail, requests for figures as they were logged, every count that a release hides,
and which reports share one of ${of("fingerprint").length} keyed fingerprints: that they may be about one person, not about whom.
And with the servers' secrets, until they are changed: whatever those servers may do. Whoever changes the code
that we serve could read what is typed next.`
}
