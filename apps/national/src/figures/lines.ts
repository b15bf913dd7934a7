import { forceName } from "@candour/routing/directory.ts"
import { lineOf, lines, type OpenLine } from "@candour/routing/lines.ts"
import { en } from "./messages.ts"

/** A line's name: `National line`, `Metropolitan Police Service’s own line`. A line that isn't there keeps its id. */
export function lineName(id: string): string {
  const line = lineOf(id)
  if (line === undefined) return id
  return line.force === undefined ? en.scope.nationalLine : en.scope.ownLine(forceName(line.force, "en"))
}

/** The line of this id, or the one that opened first: before it, the hotline took nothing. */
export const openingOf = (id: string | undefined): OpenLine | undefined => (id === undefined ? lines[0] : lineOf(id))
