/** Browser: prints a paper, and takes an export; both are recorded before anything is made. */
import type { ExportFormat, Paper } from "@candour/domain/event.ts"
import { sealBundle } from "@candour/sealing/bundle.ts"
import { bytesOf } from "@candour/sealing/encoding.ts"
import { element } from "../report/element.ts"
import { asCsv, asJson } from "./exported.ts"
import { en } from "./messages.ts"
import { type PaperSource, partsOf } from "./paper.ts"

/** Shows `paper` alone on the page and prints it. */
export function printPaper(paper: Paper, source: PaperSource): void {
  const sheet = document.createElement("article")
  sheet.className = "candour-paper"
  for (const { heading, lines } of partsOf(paper, source) ?? []) {
    sheet.append(element("h2", "govuk-heading-m", heading))
    for (const { label, text } of lines) {
      const line = element("p", "govuk-body candour-said", text)
      if (label !== undefined) line.prepend(element("strong", "", `${label}: `))
      sheet.append(line)
    }
  }
  document.body.append(sheet)
  document.body.classList.add("candour-printing")
  window.addEventListener(
    "afterprint",
    () => {
      document.body.classList.remove("candour-printing")
      sheet.remove()
    },
    { once: true },
  )
  window.print()
}

/** Makes the file of an export and saves it. @returns what the person has to know, once */
export async function saveExport(format: ExportFormat, source: PaperSource): Promise<string> {
  if (format === "bundle") {
    const { bundle, passphrase } = await sealBundle(bytesOf(asJson(source)))
    save(`${source.reference}.json.age`, new Blob([bundle], { type: "application/octet-stream" }))
    return en.passphrase(passphrase)
  }
  const text = format === "csv" ? asCsv(source) : asJson(source)
  save(`${source.reference}.${format}`, new Blob([text], { type: format === "csv" ? "text/csv" : "application/json" }))
  return ""
}

function save(name: string, blob: Blob): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
