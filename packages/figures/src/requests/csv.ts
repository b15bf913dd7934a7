import { catalogue, idOf } from "../catalogue.ts"
import type { Pack } from "./pack.ts"
import { knownAtOf } from "./question.ts"

/** An answer's counts as a table for a spreadsheet (RFC 4180): a row for each, with all that it means. */
export function csvOfPack({ question, made, rows, digest }: Pack): string {
  const { figure, by, force = "all", asAt } = question
  const knownAt = knownAtOf(question, made)
  return [
    "as_at,known_at,made,figure,unit,force,period,by,group,count,digest",
    ...rows.map(({ period, group, count }) =>
      [
        asAt,
        knownAt,
        made,
        idOf(figure),
        catalogue[figure].unit,
        force,
        period ?? "all",
        by,
        group ?? "all",
        count === "c" ? "[c]" : count === "stopped" ? "not known" : count,
        digest,
      ].join(","),
    ),
    "",
  ].join("\r\n")
}
