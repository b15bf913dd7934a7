import { fork } from "node:child_process"
import { once } from "node:events"
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { brotliCompressSync } from "node:zlib"
import forcesFile from "../../packages/routing/data/directory.json" with { type: "json" }
import type { Row } from "./timing.ts"

/** The header of the real file, edition of February 2023. */
const COLUMNS =
  "pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,osnrth1m,osgrdind,oshlthau,nhser,ctry,rgn,streg,pcon,eer,teclec,ttwa,pct,itl,statsward,oa01,casward,park,lsoa01,msoa01,ur01ind,oac01,oa11,lsoa11,msoa11,wz11,sicbl,bua11,buasd11,ru11ind,oac11,lat,long,lep1,lep2,pfa,imd,calncv,icb,oa21,lsoa21,msoa21".split(
    ",",
  )
/** As many as the real thing has. */
const ROWS = 2_700_000
/** Postcodes that nobody could place on the map, of all. */
const NOWHERE = 0.001
const NEEDED = ["pcds", "dointr", "doterm", "pfa"]
const LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
const INWARD = Array.from(
  { length: 4_000 },
  (_, at) => `${Math.floor(at / 400)}${LETTERS[Math.floor(at / 20) % 20]}${LETTERS[at % 20]}`,
)

/** A generator of numbers in [0, 1) that gives the same ones each time (mulberry32). */
function steadyRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const onsCodes: Record<string, string> = {
  ...Object.fromEntries(forcesFile.forces.map(({ id, onsCode }) => [id, onsCode ?? ""])),
  "elsewhere:police-scotland": "S23000009",
}

/** Every district with the codes of its police force areas. */
function districtsWithCodes(): [string, string[]][] {
  const csv = readFileSync(join(import.meta.dirname, "../../packages/routing/data/postcode-districts.csv"), "utf8")
  const listed = csv
    .trim()
    .split("\n")
    .slice(1)
    .map((line): [string, string[]] => {
      const [district = "", bodies = ""] = line.split(",")
      return [district, bodies.split(" ").map((body) => onsCodes[body] ?? "")]
    })
  const numbered = (area: string, count: number, code: string) =>
    Array.from({ length: count }, (_, at): [string, string[]] => [`${area}${at + 1}`, [code]])
  return [
    ...listed,
    ...numbered("BT", 94, "N23000001"),
    ...numbered("GY", 10, "L99999999"),
    ...numbered("JE", 4, "L99999999"),
    ...numbered("IM", 9, "M99999999"),
  ]
}

/**
 * Writes a file of the shape of the ONS Postcode Directory: every district of the country, postcodes in order,
 * quoted as there, about 35 % terminated. The same file each time.
 *
 * @param rows - at most 4,000 for each of some 2,800 districts; the real thing has 2.7 million
 * @param columns - at most 53, as in the real thing; those that the import needs are always there
 */
export async function writeOnspd(path: string, { rows, columns }: { rows: number; columns: number }): Promise<void> {
  const random = steadyRandom(1)
  const spare = new Set(COLUMNS.filter((name) => !NEEDED.includes(name)).slice(0, columns - NEEDED.length))
  const names = COLUMNS.filter((name) => NEEDED.includes(name) || spare.has(name))
  const districts = districtsWithCodes().map(([name, codes]) => ({ name, codes, weight: 0.2 + 3 * random() ** 2 }))
  const out = createWriteStream(path)
  out.write(`${names.join(",")}\n`)
  let left = rows
  let weightLeft = districts.reduce((sum, { weight }) => sum + weight, 0)
  for (const { name, codes, weight } of districts) {
    const size = Math.min(INWARD.length, Math.max(1, Math.round((left * weight) / weightLeft)), left)
    left -= size
    weightLeft -= weight
    let [block, wanted] = ["", size]
    for (const [at, inward] of INWARD.entries()) {
      if (random() >= wanted / (INWARD.length - at)) continue
      wanted -= 1
      const code = random() < NOWHERE ? "" : codes[codeAt(at, codes.length, random)]
      block += rowOf(names, `${name} ${inward}`, code ?? "", random)
    }
    if (!out.write(block)) await once(out, "drain")
  }
  out.end()
  await once(out, "finish")
}

/** Borders follow sectors for the most part. */
const codeAt = (at: number, codes: number, random: () => number): number =>
  Math.floor(random() < 0.05 ? random() * codes : (at / INWARD.length) * codes)

function rowOf(names: readonly string[], pcds: string, pfa: string, random: () => number): string {
  const number = Math.floor(random() * 899_999) + 100_000
  const month = (from: number, years: number) =>
    `${from + Math.floor(random() * years)}${String(1 + Math.floor(random() * 12)).padStart(2, "0")}`
  const fields: Record<string, string> = {
    pcd: pcds.length > 7 ? pcds.replace(" ", "") : pcds.padEnd(7),
    pcd2: pcds,
    pcds,
    dointr: month(1980, 16),
    doterm: random() < 0.35 ? month(1996, 30) : "",
    lat: `51.${number}`,
    long: `-1.${number}`,
    pfa,
  }
  const bare = new Set(["lat", "long"]) // the real thing quotes all but numbers
  const row = names.map((name) => (bare.has(name) ? fields[name] : `"${fields[name] ?? `E0${number}1`}"`))
  return `${row.join(",")}\n`
}

/** The import of a whole edition by the command: its time, its memory, and the largest file a browser would fetch. */
export async function measurePostcodes(row: Row): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "candour-postcodes-"))
  try {
    const path = join(folder, "ONSPD.csv")
    await writeOnspd(path, { rows: ROWS, columns: COLUMNS.length })
    const begun = performance.now()
    const peak = await peakOfImport(path, folder)
    const seconds = (performance.now() - begun) / 1_000
    row("import of 2.7 million postcodes", `${seconds.toFixed(1)} s, ${Math.round(ROWS / seconds)} rows a second`)
    row("memory of the import at its peak", `${peak.toFixed(0)} MiB`)
    const districts = join(folder, "postcodes/districts")
    const sizes = readdirSync(districts).map((name) => brotliCompressSync(readFileSync(join(districts, name))).length)
    row("the largest of the districts, compressed with brotli", `${Math.max(...sizes)} bytes`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs the command on a file; the most resident memory it had, MiB, as the kernel kept it. */
async function peakOfImport(path: string, folder: string): Promise<number> {
  const command = join(import.meta.dirname, "../../apps/operator/dist/main.js")
  const child = fork(command, ["import-postcodes", path, "--state", folder], { silent: true })
  let [peak, status] = [0, undefined as number | null | undefined]
  child.once("exit", (code) => {
    status = code
  })
  while (status === undefined) {
    try {
      peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? peak)
    } catch {
      // it has just ended
    }
    await pause(50)
  }
  if (status !== 0) throw new Error(`import-postcodes ended with ${status}`)
  return peak / 1_024
}
