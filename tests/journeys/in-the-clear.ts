import { readdir, readFile, stat } from "node:fs/promises"
import { join } from "node:path"

/** A text as it might have been written down: as it is, in base64 at each of three offsets, in hex, in UTF-16. */
function disguises(text: string): Buffer[] {
  const bytes = Buffer.from(text)
  const inBase64 = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64")
    // The first and last letters depend on what stands beside.
    return Buffer.from(encoded.slice(4, -4))
  })
  return [
    bytes,
    Buffer.from(text.toUpperCase()),
    Buffer.from(bytes.toString("hex")),
    Buffer.from(text, "utf16le"),
    ...inBase64,
  ]
}

async function filesUnder(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  const files: string[] = []
  for (const name of names) {
    const path = join(folder, name)
    const isFile = await stat(path).then(
      (found) => found.isFile(),
      () => false,
    ) // gone meanwhile
    if (isFile) files.push(path)
  }
  return files
}

/** The files that hold one of `canaries`, whatever their kind: tables, write-ahead log, spool, logs, temporary files. */
export async function hits(folder: string, canaries: readonly string[]): Promise<string[]> {
  const found: string[] = []
  const wanted = canaries.flatMap((each) => disguises(each).map((bytes) => [each, bytes] as const))
  for (const path of await filesUnder(folder)) {
    const content = await readFile(path).catch(() => Buffer.alloc(0))
    for (const [name, bytes] of wanted) if (content.includes(bytes)) found.push(`${name} in ${path}`)
  }
  return found
}
