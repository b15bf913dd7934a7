import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { z } from "zod"
import { figureNames } from "../catalogue.ts"
import type { CellName, ProtectedTable } from "../protection/cell.ts"
import { keyOf } from "../protection/cell.ts"
import { Attack } from "../protection/testing/attack.ts"
import { isPrimary } from "../protection/unknowns.ts"
import type { HeartbeatWeek } from "../release/heartbeat-weeks.ts"
import { CSV_COLUMNS } from "./csv.ts"
import { type Published, siteFiles } from "./site-files.tsx"
import { contacts, madeNames, madeReleases } from "./testing/made-site.ts"

const FIRST = [
  contacts("kent", "2025-01", 12),
  contacts("kent", "2025-04", 3),
  contacts("essex", "2025-02", 2, { channel: "phone" }),
  contacts("essex", "2025-05", 21),
  contacts("dorset", "2025-05", 7, { channel: "phone" }),
  contacts("national-desk", "2025-04", 4, { measure: "contact-not-for-us", category: "crime" }),
  contacts("national-desk", "2025-04", 9),
  contacts("kent", "2025-01", 8, { measure: "report" }),
  contacts("essex", "2025-05", 11, { measure: "report" }),
  contacts("kent", "2025-01", 30, { measure: "person" }),
  contacts("kent", "2025-03", 3, { measure: "outcome", category: "dismissed" }),
  contacts("kent", "2025-03", 18, { measure: "outcome", category: "no-case" }),
]
/** One call more of a quarter that is out, and a quarter more. */
const SECOND = [...FIRST, contacts("dorset", "2025-05", 1, { channel: "phone" }), contacts("kent", "2025-08", 16)]
const REVISED = [...FIRST, contacts("dorset", "2025-05", 6), contacts("essex", "2025-02", 1)]

const madePast = () =>
  madeReleases(
    { quarter: "2025-Q2", asAt: "2025-06-30", counts: FIRST },
    { quarter: "2025-Q2", revision: 1, asAt: "2025-06-30", knownAt: "2025-07-28", counts: REVISED },
    { quarter: "2025-Q3", asAt: "2025-09-30", counts: [...REVISED, ...SECOND.slice(FIRST.length)] },
  )

const WEEK: HeartbeatWeek = {
  monday: "2025-11-03",
  bands: { dorset: "within-7", essex: "over-7", kent: "over-28", "national-desk": "within-7" },
}

const filesOf = (published: Partial<Published>) =>
  siteFiles({ releases: [], weeks: [WEEK], next: undefined, ...published }, { names: madeNames, style: "" })

/** What a CSV prints, by what it counts. */
function printedIn(csv: string): Map<string, string> {
  const [head = "", ...rows] = csv.trimEnd().split("\r\n")
  const columns = head.split(",")
  return new Map(
    rows.map((row) => {
      const cells = Object.fromEntries(row.split(",").map((cell, place) => [columns[place], cell]))
      const of = ["force", "line", "channel", "finding", "reason", "category", "period"]
      const values = Object.fromEntries(of.filter((each) => cells[each] !== "all").map((each) => [each, cells[each]]))
      return [keyOf({ measure: cells.figure ?? "", ...values } as CellName), cells.count || (cells.mark ?? "")]
    }),
  )
}

test("nobody works a small count out of all that was ever published, with a solver of their own", async () => {
  const { releases, register } = await madePast()
  const files = filesOf({ releases })
  const truth = register.map(({ tables }) => tables[0] as ProtectedTable)
  const ids = ["2025-q2", "2025-q2-revision-1", "2025-q3"]
  // What is seen is read from the files alone; the register says only what there is to find.
  const seen = truth.map((table, place): ProtectedTable => {
    const printed = printedIn(files.get(`${ids[place]}/figures.csv`) ?? "")
    return {
      ...table,
      cells: table.cells.map(({ name, value, tellsOfAGroup }) => {
        const text = printed.get(keyOf(name))
        if (text !== undefined && text !== "c") expect([keyOf(name), Number(text)]).toEqual([keyOf(name), value])
        const what = text === undefined ? { unprinted: true } : text === "c" ? { hidden: "secondary" as const } : {}
        return { name, value, tellsOfAGroup, ...what }
      }),
    }
  })
  const attack = new Attack(seen, { onlyGrows: true })
  const found = seen.flatMap(({ knownAt, cells }) =>
    cells.filter((cell) => isPrimary(cell)).map((cell) => [keyOf(cell.name), ...attack.interval(cell, knownAt)]),
  )
  expect(found.length).toBeGreaterThan(20)
  expect(found.filter(([, least, greatest]) => least !== 1 || greatest !== 5)).toEqual([])
}, 240_000)

test("what is hidden is in no file: no page, chart, sentence or JSON", async () => {
  const counts = [
    contacts("kent", "2025-01", 3),
    contacts("essex", "2025-01", 7_919),
    contacts("dorset", "2025-04", 6_007),
  ]
  const { releases } = await madeReleases({ quarter: "2025-Q2", asAt: "2025-06-30", counts })
  const hidden = releases[0]?.content.tables[0]?.cells.filter((cell) => cell.hidden && cell.name.force === "essex")
  expect(hidden?.map(({ value }) => value)).toContain(7_919)
  for (const [path, text] of filesOf({ releases })) expect([path, /7,?919/.test(text)]).toEqual([path, false])
})

test("a desk that had stopped is marked, and what it would have recorded isn’t printed as 0", async () => {
  const { releases } = await madeReleases({
    quarter: "2025-Q2",
    asAt: "2025-06-30",
    counts: FIRST,
    stopped: { essex: "2025-04-12" },
  })
  const printed = printedIn(filesOf({ releases }).get("2025-q2/figures.csv") ?? "")
  const of = (figure: string, period: string) => printed.get(`${figure} force=essex ${period}`)
  expect([of("further_investigation", "2025-Q1"), of("further_investigation", "2025-Q2")]).toEqual(["0", "x"])
  expect([of("closed", ""), of("not_for_us", "2025-Q2"), of("reports", "2025-Q1")]).toEqual(["x", "0", "0"])
  const page = filesOf({ releases }).get("latest/index.html")
  expect(page).toContain("No figures from essex (en) since April to June 2025")
})

test("every page is there in both languages, leads nowhere that isn’t, and runs nothing", async () => {
  const { releases } = await madePast()
  const files = filesOf({ releases })
  const pages = [...files].filter(([path]) => path.endsWith(".html"))
  for (const [path, html] of pages) {
    expect(html).toContain(`<html lang="${path.startsWith("cy/") ? "cy" : "en"}"`)
    expect(html).not.toMatch(/<script|<style|style="|(src|href)="(https?:)?\/\//)
    const folder = path.slice(0, path.lastIndexOf("/") + 1)
    for (const [, href = ""] of html.matchAll(/ href="([^"#]*)"/g)) {
      if (href === "" || href.startsWith("data:")) continue
      const to = new URL(href, `http://site/${folder}`).pathname.slice(1)
      expect([path, href, files.has(to.endsWith("/") || to === "" ? `${to}index.html` : to)]).toEqual([
        path,
        href,
        true,
      ])
    }
  }
  const english = pages.map(([path]) => path).filter((path) => !path.startsWith("cy/"))
  expect(pages).toHaveLength(2 * english.length)
  for (const path of english) expect(files.has(`cy/${path}`)).toBe(true)
})

test("a release stays as it came out when others do: only that it has been revised is said", async () => {
  const { releases } = await madePast()
  const [first, ...later] = releases
  if (first === undefined) throw new Error("Nothing is out.")
  const [alone, all] = [filesOf({ releases: [first] }), filesOf({ releases: [first, ...later] })]
  const revised = /<p class="govuk-body candour-prose"><strong>These figures have been revised.*?<\/p>/
  const own = [...alone].filter(([path]) => path.startsWith("2025-q2/"))
  expect(own.length).toBeGreaterThan(20)
  for (const [path, text] of own) expect([path, all.get(path)?.replace(revised, "")]).toEqual([path, text])
  expect(all.get("2025-q2/index.html")).toMatch(revised)
})

test("a revision says what was and what is now, by what was printed", async () => {
  const { releases } = await madePast()
  const files = filesOf({ releases })
  const html = files.get("2025-q2-revision-1/index.html") ?? ""
  expect(html).toContain("This is revision 1. Why: A fault.")
  const changed = html.slice(html.indexOf(">What changed</h2>"), html.indexOf(">Take these figures away</h2>"))
  const now = printedIn(files.get("2025-q2-revision-1/figures.csv") ?? "")
  const was = printedIn(files.get("2025-q2/figures.csv") ?? "")
  const differ = [...now].filter(([key, printed]) => was.get(key) !== printed)
  expect(differ.length).toBeGreaterThan(3)
  expect(changed.match(/<tr /g)).toHaveLength(1 + differ.length)
  expect(changed).toMatch(/>54<\/td><td[^>]*>61<\/td>/)
})

test("files say the same, and their digests and descriptions hold", async () => {
  const { releases } = await madePast()
  const files = filesOf({ releases, next: { quarter: "2025-Q4", publicationDay: "2026-01-24" } })
  const csv = files.get("2025-q3/figures.csv") ?? ""
  const json = JSON.parse(files.get("2025-q3/figures.json") ?? "")
  expect(
    json.rows.map((row: Record<string, unknown>) =>
      Object.values(row)
        .map((each) => each ?? "")
        .join(","),
    ),
  ).toEqual(csv.trimEnd().split("\r\n").slice(1))
  const sha256 = createHash("sha256").update(csv).digest("hex")
  expect(json.digest.sha256).toBe(sha256)
  expect(files.get("2025-q3/digests.txt")).toContain(`${sha256}  figures.csv\n`)
  expect(files.get("2025-q3/contacts/index.html")).toContain(sha256)
  expect(files.get("latest/figures.csv")).toBe(csv)

  const metadata = JSON.parse(files.get("2025-q3/figures.csv-metadata.json") ?? "")
  const columns: { name: string }[] = metadata.tableSchema.columns
  expect(columns.map(({ name }) => name)).toEqual(csv.slice(0, csv.indexOf("\r\n")).split(","))
  expect(Object.keys(CSV_COLUMNS)).toEqual(columns.map(({ name }) => name))
  const keys = json.rows.map((row: Record<string, string>) =>
    metadata.tableSchema.primaryKey.map((column: string) => row[column]).join(),
  )
  expect(new Set(keys).size).toBe(keys.length)
})

test("OpenAPI names every file of data, and each is as it says", async () => {
  const { releases } = await madePast()
  const files = filesOf({ releases, next: { quarter: "2025-Q4", publicationDay: "2026-01-24" } })
  const api = JSON.parse((files.get("openapi.json") ?? "").replaceAll("#/components/schemas/", "#/$defs/"))
  const described = new Set<string>(["openapi.json"])
  for (const [path, { get }] of Object.entries<{ get: Record<string, never> }>(api.paths)) {
    const { parameters, responses } = get as unknown as {
      parameters: { name: string; schema: { enum?: string[] } }[]
      responses: Record<string, { content: Record<string, { schema: object }> }>
    }
    const figures = parameters.find(({ name }) => name === "figure")?.schema.enum ?? [""]
    const [[type, content] = []] = Object.entries(responses[200]?.content ?? {})
    for (const release of path.includes("{release}") ? ["latest", "2025-q2", "2025-q2-revision-1", "2025-q3"] : [""])
      for (const figure of figures) {
        const file = path.slice(1).replace("{release}", release).replace("{figure}", figure)
        const text = files.get(file) ?? ""
        described.add(file)
        const schema = z.fromJSONSchema({ ...content?.schema, $defs: api.components.schemas })
        const value = type === "application/json" ? JSON.parse(text) : text
        expect([file, schema.safeParse(value).error]).toEqual([file, undefined])
        expect(text).not.toBe("")
      }
  }
  const data = [...files.keys()].filter((path) => /\.(json|csv)$/.test(path) && !path.endsWith("-metadata.json"))
  expect([...described].sort()).toEqual(data.sort())
})

test("a percentage is given only of printed numbers, on 20 or more", async () => {
  const { releases } = await madePast()
  const files = filesOf({ releases })
  // Of 21 decided 3 were proven: [c], so no share of it.
  expect(files.get("2025-q2/people-concerned/index.html")).not.toMatch(/\d+% were proven/)
  const { releases: many } = await madeReleases({
    quarter: "2025-Q2",
    asAt: "2025-06-30",
    counts: [
      contacts("kent", "2025-01", 40, { measure: "person" }),
      contacts("kent", "2025-03", 9, { measure: "outcome", category: "dismissed" }),
      contacts("kent", "2025-03", 18, { measure: "outcome", category: "no-case" }),
    ],
  })
  expect(filesOf({ releases: many }).get("2025-q2/people-concerned/index.html")).toContain("33% were proven")
})

test("every definition stands on the method page, in both languages", () => {
  const files = filesOf({})
  expect(figureNames.length).toBeGreaterThan(10)
  for (const lang of ["", "cy/"]) {
    const html = files.get(`${lang}method/index.html`) ?? ""
    expect(html.match(/<tr /g)).toHaveLength(figureNames.length + 1)
  }
})
