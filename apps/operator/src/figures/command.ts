import { asNational } from "@candour/database/as.ts"
import { lineId } from "@candour/domain/contact.ts"
import { type Day, day, dayOf } from "@candour/domain/day.ts"
import { figureNames, wholeOf } from "@candour/figures/catalogue.ts"
import { wordsOf } from "@candour/figures/definitions.ts"
import { type Figures, figuresAsAt } from "@candour/figures/figures.ts"
import { boundariesOn } from "@candour/routing/boundaries.ts"
import { forceName, forcesEver, isForce } from "@candour/routing/directory.ts"
import { lineForces, lineOf, lines } from "@candour/routing/lines.ts"
import type { Command } from "commander"
import { CommandProblem, run } from "../failure.ts"
import { allTenants, openHouse } from "../house.ts"
import { publish } from "./publish-command.ts"

interface Options {
  asAt?: string
  line?: string
  force?: string
  known: string
  boundaries?: string
  json?: true
  state?: string
}

/** `candour figures`: the founding question's figures, as at any day; and the public's, as files. */
export function figures(program: Command): void {
  const command = program
    .command("figures")
    .description("the figures as at a day")
    .option("--as-at <day>", "the day, such as 2024-01-15 (else today)")
    .option("--line <id>", "contacts by this line alone, and what became of them")
    .option("--force <id>", "contacts first routed to this force, and what it did with its reports")
    .option("--known <when>", "then: as recorded by that day; now: as known today", "now")
    .option("--boundaries <day>", "told apart by the forces of this day (else of the day it is as at)")
    .option("--json", "as JSON")
    .option("--state <folder>", "where the data lies (else CANDOUR_STATE, else .candour)")
    .action(
      run(async (options: Options) => {
        const scope = scopeOf(options)
        const house = await openHouse(options.state)
        try {
          const answer = await asNational(house.database, (transaction) => figuresAsAt(transaction, scope, lineForces))
          console.log(options.json ? JSON.stringify(answer) : asTable(answer, options))
        } finally {
          await house.close()
        }
      }),
    )
  publish(command)
}

function scopeOf({ asAt, line, force, known, boundaries }: Options) {
  const on = day.safeParse(asAt ?? dayOf(new Date()))
  if (!on.success) throw new CommandProblem(`"${asAt}" is not a day. Write it like 2024-01-15.`)
  if (line !== undefined && (!lineId.safeParse(line).success || lineOf(line) === undefined))
    throw new CommandProblem(`There is no line "${line}". There are: ${lines.map(({ id }) => id).join(", ")}.`)
  if (force !== undefined && !allTenants().includes(force) && !isForce(force))
    throw new CommandProblem(`There is no force "${force}". Ids are like kent or avon-and-somerset.`)
  if (known !== "then" && known !== "now") throw new CommandProblem("--known takes then or now.")
  const boundariesDay = day.safeParse(boundaries ?? on.data)
  if (!boundariesDay.success) throw new CommandProblem(`"${boundaries}" is not a day. Write it like 2024-01-15.`)
  return {
    asAt: on.data as Day,
    line,
    force,
    known: known as "then" | "now",
    boundaries: boundariesOn(boundariesDay.data, forcesEver()),
  }
}

function asTable(figures: Figures, { line, force, known }: Options): string {
  const rows = figureNames.map((name): [string, number] => [
    `${wholeOf(name) === undefined ? "" : "  "}${wordsOf(name).name}`,
    figures[name],
  ])
  const scope = [
    line === undefined ? "every line" : `the ${line} line`,
    force === undefined ? "every force" : forceName(force, "en"),
  ]
  return [
    `As at ${figures.asAt}, as known ${known}; ${scope.join(", ")}`,
    ...rows.map(([label, count]) => `${label.padEnd(56)}${String(count).padStart(8)}`),
  ].join("\n")
}
