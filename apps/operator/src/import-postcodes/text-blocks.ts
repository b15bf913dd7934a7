import { createReadStream } from "node:fs"
import { refusal } from "./refusal.ts"

/** Characters. A row of the real thing has some 700. */
const LONGEST_LINE = 65_536

/** Whole lines of a file, without the last line end; `ended` is false for a last line that has none. */
export interface TextBlock {
  lines: string
  lineEnd: "\n" | "\r\n"
  ended: boolean
  /** How many bytes of the file have been read. */
  read: number
}

/** Reads a file of UTF-8, with or without a byte order mark, block by block. @throws CommandProblem for other files */
export async function* textBlocks(path: string): AsyncGenerator<TextBlock> {
  const decoder = new TextDecoder("utf-8", { fatal: true })
  let [rest, read] = ["", 0]
  let lineEnd: TextBlock["lineEnd"] | undefined
  for await (const bytes of createReadStream(path)) {
    read += bytes.length
    const text = rest + decoded(decoder, bytes)
    const end = text.lastIndexOf("\n")
    rest = text.slice(end + 1)
    if (rest.length > LONGEST_LINE) throw notText()
    if (end < 0) continue
    lineEnd ??= text[text.indexOf("\n") - 1] === "\r" ? "\r\n" : "\n"
    yield { lines: text.slice(0, text[end - 1] === "\r" ? end - 1 : end), lineEnd, ended: true, read }
  }
  if (rest !== "") yield { lines: rest, lineEnd: lineEnd ?? "\n", ended: false, read }
}

function decoded(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: true })
  } catch {
    throw notText()
  }
}

const notText = () =>
  refusal(
    "The file is not a table as text.",
    "If it is the ZIP file of the ONS Postcode Directory, unpack it first and take Data/ONSPD_…_UK.csv.",
  )
