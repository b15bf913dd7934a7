/** Browser: lists the files that came with a report, each with what is known of it and a button that saves it. */
import type { FileEntry } from "@candour/sealing/file-entry.ts"
import { showProblem, working } from "../../show-problem.ts"
import { element } from "../element.ts"
import { fetchFile } from "./fetch-file.ts"
import { en } from "./messages.ts"

/**
 * Fills `place` with the files of a report that is open in this tab; empties it where there are none. A file is never
 * shown here, only saved: what a reporter sends is no part of this page.
 *
 * @param report - the open report
 */
export function showFiles(place: HTMLElement, entries: readonly FileEntry[], report: { readonly id: string }): void {
  place.replaceChildren()
  place.hidden = entries.length === 0
  if (entries.length === 0) return
  const list = element("ul", "govuk-list candour-files")
  list.append(...entries.map((entry) => rowOf(entry, report.id)))
  place.append(element("h3", "govuk-heading-s", en.title), element("p", "govuk-hint", en.care), list)
}

function rowOf(entry: FileEntry, report: string): HTMLElement {
  const row = element("li", "candour-file")
  const called = safeName(entry.name)
  const name = element("p", "govuk-body candour-strong", `${called} (${en.size(entry.bytes)})`)
  const state = element("p", "govuk-body", en.cleaned[entry.cleaned])
  if (entry.cleaned !== "yes") state.classList.add("candour-strong")
  const save = element("button", "govuk-button govuk-button--secondary", en.save) as HTMLButtonElement
  save.type = "button"
  save.setAttribute("aria-label", en.saveOf(called))
  const said = element("p", "govuk-body")
  said.setAttribute("role", "status")
  const problem = element("div", "")
  problem.setAttribute("role", "alert")
  save.addEventListener("click", () => {
    void working(save, problem, async () => {
      said.textContent = en.fetching(0)
      try {
        const content = await fetchFile(report, entry, (part) => {
          // Said by tenths: a screen reader would otherwise say nothing else.
          said.textContent = en.fetching(Math.floor(part * 10) * 10)
        })
        saveAs(content, entry.name)
        said.textContent = en.saved
      } catch (error) {
        said.textContent = ""
        throw error
      }
    })
  })
  row.append(name, state)
  if (entry.removed.length > 0) row.append(element("p", "govuk-hint", en.removed(entry.removed)))
  row.append(save, said, problem)
  showProblem(problem, "")
  return row
}

/** Saves `content`: under its name, without what a file system or a shell could take for something else. */
function saveAs(content: Blob, name: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(content)
  link.download = savedName(name)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/**
 * A name that only says what the file is called: letters that turn its end around, and separators, become `_`; space that
 * would push its end out of sight is one space, and what a file system drops at the end isn't there.
 */
export const safeName = (name: string): string =>
  name
    .replaceAll(/[\p{Cf}/\\:*?"<>|]/gu, "_")
    .replaceAll(/[\s\p{Cc}\p{Z}]+/gu, " ")
    .replace(/^[. ]+/, "_")
    .replace(/[. ]+$/, "") || "_"

/** Ends of names of what acts when somebody opens it: pages, scripts, programs, links, office files with macros. */
const ACTS =
  /\.(html?|xhtml|mht(ml)?|svgz?|xml|xslt?|js|jse|mjs|vb[es]|ws[fh]|hta|chm|exe|com|scr|pif|bat|cmd|ps1|psm1|msi|msp|msix|appx|dll|cpl|reg|inf|lnk|url|website|webloc|desktop|jar|jnlp|app|dmg|pkg|command|sh|py|iso|img|vhdx?|one|(doc|dot|xls|xlt|xla|ppt|pot|ppa|pps)m|xll|library-ms|search-ms|settingcontent-ms)$/i

/** The name that a file is saved under: of one that would act, another than its program knows. */
export function savedName(name: string): string {
  const safe = safeName(name)
  return ACTS.test(safe) ? `${safe}.unopened` : safe
}
