import { readFileSync } from "node:fs"
import type { Route } from "@candour/routing/route.ts"

/** A hint with what a right answer is; see `hold-out.csv`. */
export interface ScoredHint {
  class: string
  hint: string
  /** The kinds of answer that are right. */
  kinds: string[]
  /** Forces or bodies elsewhere, likeliest first. */
  answers: string[]
}

/** `silent` is the worst: another force, and nobody asked. */
export type Score = "right" | "wrong" | "silent"

const cells = (line: string) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(
    (cell) => cell[1]?.replaceAll('""', '"') ?? cell[2] ?? "",
  )

/** The hints of a file of this folder. */
export function readHints(file: string): ScoredHint[] {
  const [, ...lines] = readFileSync(new URL(file, import.meta.url), "utf8")
    .trim()
    .split("\n")
  return lines.map((line) => {
    const [name = "", hint = "", kind = "", answers = ""] = cells(line)
    return { class: name, hint, kinds: kind.split("|"), answers: answers.split(" ").filter(Boolean) }
  })
}

/** How an answer does by what was expected of it. */
export function scoreOf({ kinds, answers }: ScoredHint, found: Route): Score {
  const [first] = answers
  if (found.kind === "routed") {
    const [said] = found.tenants
    if (kinds.includes("routed") && said === first) return "right"
    return answers.includes(said) && !kinds.every((kind) => kind === "elsewhere") ? "wrong" : "silent"
  }
  if (!kinds.includes(found.kind)) return "wrong"
  if (found.kind === "unknown") return "right"
  if (found.kind === "elsewhere") return answers.includes(found.body) ? "right" : "wrong"
  if (kinds.includes("routed")) return found.tenants.slice(0, 2).includes(first ?? "") ? "right" : "wrong"
  const offered = [...found.tenants, ...(found.elsewhere ?? [])]
  return found.more || answers.every((answer) => offered.includes(answer)) ? "right" : "wrong"
}
