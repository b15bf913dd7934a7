import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { bodiesOfPacked } from "@candour/routing/postcode-pack.ts"
import { afterAll, beforeEach, expect, test } from "vitest"
import { BodyByPostcode } from "./body-by-postcode.ts"
import { areaOf, builtIn } from "./built-in.ts"
import { postcodesFolder } from "./edition.ts"
import { importPostcodes } from "./import-postcodes.ts"
import { editionIn, openPostcodes } from "./imported.ts"
import { writeEdition } from "./write-edition.ts"

const KENT = "E23000032"
const SURREY = "E23000031"
const HEADER = "pcd,pcds,dointr,doterm,osward,pfa,imd"
const root = mkdtempSync(join(tmpdir(), "candour-import-"))
let stateFolder: string
let path: string

beforeEach(() => {
  stateFolder = mkdtempSync(join(root, "state-"))
  path = join(stateFolder, "ONSPD.csv")
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const rowOf = (pcds: string, pfa: string, doterm = "202605") =>
  `${pcds.replace(" ", "")},${pcds},198001,${doterm},E05004939,${pfa},1`
/** A village with three postcodes in two forces, one of them of old. */
const BORDER = [rowOf("TN8 5AA", KENT), rowOf("TN8 5AB", KENT, ""), rowOf("TN8 5AC", SURREY, "199606")]
const fileOf = (rows: readonly string[], header = HEADER) => `${[header, ...rows].join("\n")}\n`
const quoted = (csv: string) => csv.replace(/[^,\r\n]*/g, (field) => (field === "" ? field : `"${field}"`))
/** A file that has the whole country, with one postcode for each district. */
const wholeRows = (doterm?: string) => builtIn().districts.map((district) => rowOf(`${district} 1AA`, KENT, doterm))

function load(csv: string | Uint8Array, partial = true) {
  writeFileSync(path, csv)
  return importPostcodes({ path, stateFolder, partial, today: "2026-11-24" })
}
const inUse = () => ({
  edition: editionIn(postcodesFolder(stateFolder)),
  of: (district: string) => openPostcodes(postcodesFolder(stateFolder))?.of(district),
})
function whoPolices(district: string, inward?: string) {
  const pack = inUse().of(district)
  return pack && bodiesOfPacked(pack, inward)
}
const left = () => readdirSync(stateFolder).filter((name) => name.startsWith("postcodes"))

test("each postcode leads to its force, the ended ones too, and a typing slip to none", async () => {
  expect(await load(fileOf(BORDER))).toEqual({
    edition: { month: "2026-05", rows: 3, districts: 1, imported: "2026-11-24", partial: true },
    leftOut: 0,
  })
  expect(whoPolices("TN8", "5AA")).toEqual(["kent"])
  expect(whoPolices("TN8", "5AC")).toEqual(["surrey"])
  expect(whoPolices("TN8", "5ZZ")).toBeUndefined()
  expect(whoPolices("TN8")).toEqual(["kent", "surrey"])
  expect(inUse().edition?.month).toBe("2026-05")
})

test.each([
  ["quoted", quoted(fileOf(BORDER))],
  ["with the line ends of Windows", fileOf(BORDER).replaceAll("\n", "\r\n")],
  ["quoted, with the line ends of Windows", quoted(fileOf(BORDER)).replaceAll("\n", "\r\n")],
  ["with a byte order mark", `\uFEFF${quoted(fileOf(BORDER))}`],
  ["without the last line end", fileOf(BORDER).trimEnd()],
  ["of a newer edition, in capitals", fileOf(BORDER, HEADER.toUpperCase().replace("PFA", "PFA23CD"))],
])("a file %s says the same", async (_, csv) => {
  await load(csv)
  expect(whoPolices("TN8", "5AA")).toEqual(["kent"])
  expect(whoPolices("TN8", "5AC")).toEqual(["surrey"])
})

test("the columns may stand anywhere, and others may lack", async () => {
  await load(`pfa,doterm,pcds\r\n${KENT},202501,ME14 1XQ\r\n${SURREY},,GU1 1AA\r\n`)
  expect(whoPolices("ME14", "1XQ")).toEqual(["kent"])
  expect(inUse().edition?.month).toBe("2025-01")
})

test.each([
  ["AB10 1AB", "S23000009", "police-scotland"],
  ["BT1 1AA", "N23000001", "psni"],
  ["BT1 1AA", "N99999999", "psni"],
  ["JE2 3AB", "L99999999", "jersey-police"],
  ["GY1 1AA", "L99999999", "guernsey-police"],
  ["IM1 1AA", "M99999999", "isle-of-man-constabulary"],
  ["NPT 1AA", "W15000002", "gwent"],
])("%s of area %s is for %s", async (pcds, pfa, body) => {
  await load(fileOf([rowOf(pcds, pfa)]))
  expect(whoPolices(pcds.split(" ")[0] ?? "", pcds.split(" ")[1])).toEqual([body])
})

test("a postcode without a police force area is left out and counted", async () => {
  const { edition, leftOut } = await load(fileOf([...BORDER, rowOf("ME99 9ZZ", "")]))
  expect([edition.rows, edition.districts, leftOut]).toEqual([4, 1, 1])
  expect(whoPolices("ME99")).toBeUndefined()
})

const WRONG: [what: string, csv: string | Uint8Array, message: RegExp][] = [
  ["without a column", fileOf(BORDER, HEADER.replace("pfa", "lad")), /first line .* no columns "pfa"/],
  ["with a column twice", fileOf(BORDER, HEADER.replace("imd", "pfa23cd")), /2 columns "pfa"/],
  ["with a row too short", fileOf([...BORDER, "TN85AD,TN8 5AD"]), /^Line 5 .* 2 fields, .* 7\. .*Download/],
  ["with a row too long", fileOf([`${BORDER[0]},`, ...BORDER]), /^Line 2 .* 8 fields/],
  ["with an empty line", fileOf(["", ...BORDER]), /^Line 2 /],
  ["with no postcode where one should be", fileOf([rowOf("TN8  5AA", KENT)]), /^Line 2 .*"TN8 {2}5AA".* no postcode/],
  ["with an area that nobody knows", fileOf([...BORDER, rowOf("TN8 5AD", "E23000099")]), /^Line 5 .*"E23000099"/],
  ["with the Channel Islands in Kent", fileOf([rowOf("TN8 5AA", "L99999999")]), /^Line 2 .*"L99999999".* TN8/],
  ["with one postcode in two forces", fileOf([...BORDER, rowOf("TN8 5AA", SURREY)]), /^Line 5 .* kent before.* surrey/],
  ["with a month that is none", fileOf([rowOf("TN8 5AA", KENT, "202613")]), /^Line 2 .*"202613" in column "doterm"/],
  ["from the future", fileOf([rowOf("TN8 5AA", KENT, "202701")]), /^Line 2 .*"202701"/],
  ["without any month", "pcds,doterm,pfa\nTN8 5AA,,E23000032\n", /age of the file is unknown/],
  ["without rows", `${HEADER}\n`, /no postcodes/],
  ["that is empty", "", /no postcodes/],
  ["with a quotation mark too many", fileOf([rowOf(`TN8 5AA`, `"${KENT}`), ...BORDER]), /^Line 2 .*quotation mark/],
  ["that is no text", Uint8Array.of(0x50, 0x4b, 3, 4, 0xff, 0xfe, 10), /not a table as text.*unpack/],
  ["of one endless line", "x".repeat(200_000), /not a table as text/],
  ["that breaks off in a row", fileOf(BORDER).slice(0, -20), /breaks off in the middle of line 4/],
  ["that breaks off in a quoted field", quoted(fileOf(BORDER)).slice(0, -3), /breaks off in the middle of line 4/],
  ["that breaks off in the last column", "pcds,doterm,pfa\nTN8 5AA,202605,E2300", /breaks off in the middle of line 2/],
  [
    "that is older",
    fileOf([rowOf("TN8 5AA", SURREY, "202604")]),
    /of 2026-04, older .* 2026-05.* remove .*postcodes first/,
  ],
]
test.each(WRONG)("a file %s is refused whole, and the edition in use still answers", async (_, csv, message) => {
  await load(fileOf(BORDER))
  const before = [left(), inUse().edition]
  await expect(load(csv)).rejects.toThrow(message)
  await expect(load(csv)).rejects.toThrow("Nothing was imported, and what was in use stays in use.")
  expect([left(), inUse().edition]).toEqual(before)
  expect(whoPolices("TN8", "5AA")).toEqual(["kent"])
})

test("a file that lacks postcode areas of England and Wales is refused, unless it is said to be a part", async () => {
  await expect(load(fileOf(BORDER), false)).rejects.toThrow(
    /lacks whole postcode areas: AL, B, BA, BB, BD …\. .*--partial/,
  )
  expect(left()).toEqual([])
  await load(fileOf(BORDER))
  expect(inUse().edition).toMatchObject({ partial: true })
})

test("a whole file is taken, and a shorter one after it is not", async () => {
  await load(fileOf(wholeRows()), false)
  expect(inUse().edition).toMatchObject({
    rows: builtIn().districts.length,
    districts: builtIn().districts.length,
    partial: false,
  })
  const shorter = wholeRows("202606").slice(Math.ceil(builtIn().districts.length * 0.011))
  await expect(load(fileOf(shorter), false)).rejects.toThrow(/has [\d,]+ rows, and the edition in use [\d,]+/)
  expect(inUse().edition?.month).toBe("2026-05")
})

test("a file with every area but too few districts is refused", async () => {
  const seen = new Set<string>()
  const rows = builtIn().districts.flatMap((district, at) => {
    const first = !seen.has(areaOf(district))
    seen.add(areaOf(district))
    return first || at % 8 > 0 ? [rowOf(`${district} 1AA`, KENT)] : []
  })
  await expect(load(fileOf(rows), false)).rejects.toThrow(/has \d+ of the \d+ districts of England and Wales/)
})

test("importing a file twice changes nothing but the day", async () => {
  await load(fileOf(BORDER))
  const first = readFileSync(join(stateFolder, "postcodes/districts/TN8.json"), "utf8")
  await load(fileOf(BORDER))
  expect(readFileSync(join(stateFolder, "postcodes/districts/TN8.json"), "utf8")).toBe(first)
  expect(left()).toHaveLength(2) // the link and the folder that it leads to
})

test("a newer edition takes the place of the one before, whole", async () => {
  await load(fileOf([...BORDER, rowOf("ME14 1XQ", KENT)]))
  await load(fileOf([rowOf("TN8 5AA", SURREY, "202608")]))
  expect(inUse().edition?.month).toBe("2026-08")
  expect(whoPolices("TN8", "5AA")).toEqual(["surrey"])
  expect(whoPolices("ME14")).toBeUndefined()
})

test("an import that died after writing leaves the old edition in use, and the next one clears up", async () => {
  await load(fileOf(BORDER))
  const bodies = new BodyByPostcode()
  bodies.give("TN8", "5AA", "surrey")
  const edition = { month: "2026-08", rows: 1, districts: 1, imported: "2026-11-24", partial: true } as const
  const dead = await writeEdition(stateFolder, edition, bodies)
  expect(existsSync(join(stateFolder, dead, "edition.json"))).toBe(true)
  expect(whoPolices("TN8", "5AA")).toEqual(["kent"])
  await load(fileOf(BORDER))
  expect(existsSync(join(stateFolder, dead))).toBe(false)
  expect(left()).toHaveLength(2)
})

test("an edition that a backup restored as a plain folder is replaced like any other", async () => {
  await load(fileOf(BORDER))
  const folder = postcodesFolder(stateFolder)
  cpSync(folder, join(stateFolder, "restored"), { recursive: true, dereference: true })
  rmSync(folder)
  renameSync(join(stateFolder, "restored"), folder)
  await load(fileOf([rowOf("TN8 5AA", SURREY, "202608")]))
  expect(whoPolices("TN8", "5AA")).toEqual(["surrey"])
  expect(left()).toHaveLength(2)
})

test("a district that somebody typed can't lead out of the folder", async () => {
  await load(fileOf(BORDER))
  expect(inUse().of("../edition")).toBeUndefined()
})

test("before the first import no district is known", () => {
  expect(inUse().edition).toBeUndefined()
  expect(inUse().of("TN8")).toBeUndefined()
})
