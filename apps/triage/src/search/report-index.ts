/** The index of opened reports: in memory alone, and gone with the page that made it. */
import { referenceOf } from "@candour/domain/reference.ts"
import MiniSearch from "minisearch"

/** A report as it is searched: the unit's title, and what was said. */
export interface Searched {
  id: string
  title: string
  text: string
}

/** A piece of text; `found` where it is a word that was searched for. */
export interface Piece {
  text: string
  found: boolean
}

/** A report that was found, with the words around what was searched for. */
export interface Found {
  id: string
  reference: string
  title: Piece[]
  text: Piece[]
}

/** Letters shown before the first word found, and altogether. */
const BEFORE = 60
const SHOWN = 240

const WORDS = /[\p{L}\p{M}\p{N}]+/gu

/** A word as it is compared: without case and accents, so that "Siân" is found as "sian". */
const folded = (word: string): string => word.toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "")

/** The opened reports, by their words. */
export class ReportIndex {
  readonly #reports = new Map<string, Searched>()
  readonly #index = new MiniSearch<Searched & { reference: string }>({
    fields: ["reference", "title", "text"],
    tokenize: (text) => text.match(WORDS) ?? [],
    processTerm: folded,
    searchOptions: {
      combineWith: "AND",
      boost: { reference: 5, title: 3 },
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 5 ? 0.2 : false),
    },
  })

  /** How many reports can be searched. */
  get size(): number {
    return this.#reports.size
  }

  has(id: string): boolean {
    return this.#reports.has(id)
  }

  add(report: Searched): void {
    if (this.has(report.id)) return
    this.#reports.set(report.id, report)
    this.#index.add({ ...report, reference: referenceOf(report.id) })
  }

  /** The reports that have all words of `query`, `most` of them, what fits best first; and how many there are. */
  find(query: string, most: number): { count: number; found: Found[] } {
    const results = this.#index.search(query)
    const found = results.slice(0, most).map(({ id, terms }) => {
      const { title, text } = this.#reports.get(id) as Searched
      const words = new Set(terms)
      return {
        id,
        reference: referenceOf(id),
        title: piecesOf(title, words),
        text: piecesOf(around(text, words), words),
      }
    })
    return { count: results.length, found }
  }
}

/** The part of `text` around the first of `words`, or its beginning. */
function around(text: string, words: ReadonlySet<string>): string {
  const first = [...text.matchAll(WORDS)].find(([word]) => words.has(folded(word)))?.index ?? 0
  const start = Math.max(0, first - BEFORE)
  const end = Math.min(text.length, start + SHOWN)
  return `${start > 0 ? "… " : ""}${text.slice(start, end).toWellFormed()}${end < text.length ? " …" : ""}`
}

function piecesOf(text: string, words: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    if (!words.has(folded(word))) continue
    if (index > at) pieces.push({ text: text.slice(at, index), found: false })
    pieces.push({ text: word, found: true })
    at = index + word.length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: false })
  return pieces
}
