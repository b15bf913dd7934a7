import type { RemovedCode } from "@candour/sealing/file-entry.ts"
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate"
import type { CleanContent } from "../cleaner.ts"
import { withoutSegments } from "../jpeg-segments.ts"

/** What every part of a cleaned file is dated: the first day that a zip can say. */
const NO_TIME = new Date(1980, 0, 1, 12)

/** Unpacked bytes at most: a small file may be made to fill all memory. */
const MOST_BYTES = 300_000_000

const CORE =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
const APP =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
const CUSTOM =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
const META =
  '<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:meta/></office:document-meta>'

/** Parts that are put in another's place, and what goes with them. */
const REPLACED: Record<string, { by: string; code: RemovedCode }> = {
  "docProps/core.xml": { by: CORE, code: "author" },
  "docProps/app.xml": { by: APP, code: "program" },
  "docProps/custom.xml": { by: CUSTOM, code: "other" },
  "meta.xml": { by: META, code: "author" },
}

/** Parts that go, with what leads to them. */
const DROPPED: [RegExp, RemovedCode][] = [
  [/^docProps\/thumbnail\.|^Thumbnails\//, "thumbnail"],
  [/\/printerSettings\/|\/printerSettings\d*\.bin$/, "other"],
]

/** What the words of a part say of who wrote or changed them, when, and on which computer. */
const HIDDEN_WORDS: [RegExp, string, RemovedCode][] = [
  [/ (w:author|w:initials|w15:author|w15:userId|w15:providerId)="[^"]*"/g, ' $1=""', "comments"],
  [/ (w:date|w16du:dateUtc|w16cex:dateUtc)="[^"]*"/g, "", "time"],
  [/(<threadedComment\b[^>]*?) dT="[^"]*"/g, "$1", "time"],
  [/(<p:cm\b[^>]*?) dt="[^"]*"/g, "$1", "time"],
  // One that may not be left out.
  [/(<p188:(?:cm|reply)\b[^>]*?) created="[^"]*"/g, '$1 created="1980-01-01T00:00:00.000"', "time"],
  [/ w:rsid\w*="[^"]*"/g, "", "other"],
  [/<w:rsids>.*?<\/w:rsids>/gs, "", "other"],
  [/(<author>)[^<]*(<\/author>)/g, "$1$2", "comments"],
  [/(<(?:p|p15|p188):?(?:cmAuthor|author)\b[^>]*?) name="[^"]*"/g, '$1 name=""', "comments"],
  [/(<(?:p|p15|p188):?(?:cmAuthor|author)\b[^>]*?) (initials|userId|providerId)="[^"]*"/g, '$1 $2=""', "comments"],
  [/(<person\b[^>]*?) displayName="[^"]*"/g, '$1 displayName=""', "comments"],
  [/(<person\b[^>]*?) (userId|providerId)="[^"]*"/g, '$1 $2=""', "comments"],
  [/<x15ac:absPath [^>]*\/>/g, "", "place"],
  [/<dc:creator>[^<]*<\/dc:creator>/g, "<dc:creator></dc:creator>", "comments"],
  [/<(dc:date|meta:date-string|meta:creator-initials)>[^<]*<\/\1>/g, "", "time"],
  [/<config:config-item config:name="Printer(?:Name|Setup)"[^>]*>[^<]*<\/config:config-item>/g, "", "other"],
]

/**
 * Cleans a file of Word, Excel, PowerPoint or OpenDocument. What is written in it, and what was changed or commented,
 * stays; who did it and when goes.
 *
 * @throws where it is no such file
 */
export async function cleanOffice(file: File): Promise<CleanContent> {
  let unpacked = 0
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()), {
    filter: ({ originalSize }) => {
      unpacked += originalSize
      if (unpacked > MOST_BYTES) throw new Error("this file unpacks to more than can be cleaned here")
      return true
    },
  })
  if (!("[Content_Types].xml" in parts || "content.xml" in parts)) throw new Error("no office file")
  const removed = new Set<RemovedCode>()
  const dropped: string[] = []
  const clean: Zippable = {}
  for (const [name, bytes] of Object.entries(parts)) {
    const drop = DROPPED.find(([pattern]) => pattern.test(name))
    if (drop) {
      removed.add(drop[1])
      dropped.push(name)
      continue
    }
    const replaced = REPLACED[name]
    if (replaced) removed.add(replaced.code)
    clean[name] = [replaced ? strToU8(replaced.by) : cleanPart(name, bytes, removed), optionsOf(name)]
  }
  for (const [name, part] of Object.entries(clean))
    if (/\.rels$|^META-INF\/manifest\.xml$|^\[Content_Types\]\.xml$/.test(name))
      clean[name] = [strToU8(withoutMentions(strFromU8((part as [Uint8Array, object])[0]), dropped)), optionsOf(name)]
  const content = new Blob([zipSync(clean, { mtime: NO_TIME }) as Uint8Array<ArrayBuffer>], { type: file.type })
  return { content, cleaned: "part", removed: [...removed] }
}

/** OpenDocument wants its `mimetype` as it is, not packed. */
const optionsOf = (name: string) => ({ mtime: NO_TIME, level: name === "mimetype" ? 0 : 6 }) as const

function cleanPart(name: string, bytes: Uint8Array, removed: Set<RemovedCode>): Uint8Array {
  if (/\.jpe?g$/i.test(name)) {
    const clean = withoutSegments(bytes)
    if (clean.length < bytes.length) removed.add("camera")
    return clean
  }
  if (!/\.xml$/.test(name)) return bytes
  let words = strFromU8(bytes)
  for (const [pattern, by, code] of HIDDEN_WORDS) {
    const without = words.replaceAll(pattern, by)
    if (without !== words) removed.add(code)
    words = without
  }
  return strToU8(words)
}

/** A list of parts without those that are gone. */
const withoutMentions = (list: string, dropped: readonly string[]): string =>
  dropped.reduce((words, name) => {
    const last =
      name
        .split("/")
        .at(-1)
        ?.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&") ?? name
    return words.replaceAll(
      new RegExp(`<(?:Relationship|Override|manifest:file-entry)\\b[^>]*"[^"]*${last}"[^>]*/>`, "g"),
      "",
    )
  }, list)
