import type { Day } from "@candour/domain/day.ts"
import papaparse from "papaparse"
import { BodyByPostcode } from "./body-by-postcode.ts"
import { columnsOf, type OnspdColumns } from "./onspd-columns.ts"
import { bodyOfPoliceArea } from "./police-area.ts"
import { refusal } from "./refusal.ts"
import { textBlocks } from "./text-blocks.ts"

/** GIR (Girobank) and NPT (Newport until 1984) are districts of their own form, whose postcodes are still in the file. */
const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?|GIR|NPT) (\d[A-Z]{2})$/
const MONTH = /^(19|20)\d\d(0[1-9]|1[0-2])$/

/** What a file of the ONS Postcode Directory says, found to be right row by row. */
export interface Onspd {
  /** The newest month in it, `2026-08`: it tells editions apart. */
  month: string
  rows: number
  /** Rows without a police force area: postcodes that nobody could place on the map. */
  leftOut: number
  bodies: BodyByPostcode
}

/**
 * Reads a file of the ONS Postcode Directory as a stream: the real thing has 2.7 million rows in 1.5 GB.
 *
 * @param today - no month may be after it: a slip there would make every later edition an older one
 * @param say - told now and then how many bytes have been read
 * @throws CommandProblem for the first line that is wrong, with its number and what to do
 */
export async function readOnspd(path: string, today: Day, say: (read: number) => void = () => {}): Promise<Onspd> {
  const onspd: Onspd = { month: "", rows: 0, leftOut: 0, bodies: new BodyByPostcode() }
  const thisMonth = today.slice(0, 7).replace("-", "")
  let columns: OnspdColumns | undefined
  let line = 0
  for await (const { lines, lineEnd, ended, read } of textBlocks(path)) {
    const { data, errors } = papaparse.parse<string[]>(lines, { delimiter: ",", newline: lineEnd })
    const misquoted = errors[0]?.row
    if (misquoted !== undefined) throw refuse(line + misquoted + 1, "a quotation mark is out of place", ended)
    for (const row of data) {
      line += 1
      if (columns === undefined) columns = columnsOf(row)
      else {
        const problem = takeRow(onspd, columns, row, thisMonth)
        if (problem !== undefined) throw refuse(line, problem, ended)
      }
    }
    say(read)
  }
  if (onspd.rows === 0) throw refusal("The file has no postcodes.")
  if (onspd.month === "")
    throw refusal('No row has a month in "doterm" or "dointr", so the age of the file is unknown.')
  return { ...onspd, month: `${onspd.month.slice(0, 4)}-${onspd.month.slice(4)}` }
}

/** Adds one row to `onspd`, or says what is wrong with it. */
function takeRow(onspd: Onspd, columns: OnspdColumns, row: readonly string[], thisMonth: string): string | undefined {
  if (row.length !== columns.count) return `it has ${row.length} fields, and the first line has ${columns.count}`
  for (const { name, place } of columns.months) {
    const month = row[place] ?? ""
    if (month === "") continue
    if (!MONTH.test(month) || month > thisMonth) return `"${month}" in column "${name}" is no month until today`
    if (month > onspd.month) onspd.month = month
  }
  const pcds = row[columns.pcds] ?? ""
  const [, district, inward] = POSTCODE.exec(pcds) ?? []
  if (district === undefined || inward === undefined) return `"${pcds}" in column "pcds" is no postcode`
  onspd.rows += 1
  const code = row[columns.pfa] ?? ""
  if (code === "") {
    onspd.leftOut += 1
    return undefined
  }
  const body = bodyOfPoliceArea(code, district)
  if (body === undefined) return `"${code}" in column "pfa" is no police force area of ${district} that Candour knows`
  const other = onspd.bodies.give(district, inward, body)
  return other === undefined ? undefined : `${pcds} was given to ${other} before, and here to ${body}`
}

/** A line that ends with the file, but not with a line end, is wrong because something has cut it. */
const refuse = (line: number, problem: string, ended: boolean) =>
  refusal(
    ended ? `Line ${line} of the file is wrong: ${problem}.` : `The file breaks off in the middle of line ${line}.`,
  )
