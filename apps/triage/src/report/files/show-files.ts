/** Browser: lists the files that came with a report, each with what is known of it and buttons that show and save it. */
import type { FileEntry } from "@candour/sealing/file-entry.ts"
import { Refused } from "../../ask.ts"
import { working } from "../../show-problem.ts"
import { isTooLarge, shownAs } from "../../viewer/shown-as.ts"
import { element } from "../element.ts"
import { keepSame } from "../keep-same.ts"
import { fetchFile } from "./fetch-file.ts"
import { en } from "./messages.ts"
import { quarantineForm, quarantineNotice } from "./quarantine.ts"
import { showInFrame } from "./show-in-frame.ts"

/**
 * Fills `place` with the files of a report that is open in this tab; empties it where there are none. What is unchanged
 * since the last time stays, with what is shown and typed in it. A file is shown in
 * a closed frame alone, and only once somebody asks: what a reporter sends is no part of this page.
 *
 * @param report - the open report
 * @param quarantined - ids of files that nobody is given
 */
export function showFiles(
  place: HTMLElement,
  entries: readonly FileEntry[],
  report: { readonly id: string },
  quarantined: ReadonlySet<string> = new Set(),
): void {
  place.hidden = entries.length === 0
  if (place.hidden) {
    place.replaceChildren()
    return
  }
  const list = place.querySelector<HTMLElement>(".candour-files") ?? element("ul", "govuk-list candour-files")
  keepSame(
    list,
    entries.map((entry) => {
      const isQuarantined = quarantined.has(entry.id)
      return { key: `${entry.id}-${isQuarantined}`, make: () => rowOf(entry, report.id, isQuarantined) }
    }),
  )
  if (list.parentElement !== place)
    place.replaceChildren(element("h3", "govuk-heading-s", en.title), element("p", "govuk-hint", en.care), list)
}

function rowOf(entry: FileEntry, report: string, isQuarantined: boolean): HTMLElement {
  const row = element("li", "candour-file")
  const called = safeName(entry.name)
  row.append(
    element("p", "govuk-body candour-strong", `${called} (${en.size(entry.bytes)})`),
    element("p", "govuk-hint", en.known(entry.type)),
  )
  if (isQuarantined) {
    row.append(quarantineNotice(entry.id, called))
    return row
  }
  const state = element("p", "govuk-body", en.cleaned[entry.cleaned])
  if (entry.cleaned !== "yes") state.classList.add("candour-strong")
  row.append(state)
  if (entry.removed.length > 0) row.append(element("p", "govuk-hint", en.removed(entry.removed)))
  row.append(...actionsOf(entry, report, called), quarantineForm(entry.id, called))
  return row
}

/** The buttons that show and save a file, with what is said before and after, and the place of its frame. */
function actionsOf(entry: FileEntry, report: string, called: string): HTMLElement[] {
  const said = element("p", "govuk-body")
  said.setAttribute("role", "status")
  const problem = element("div", "")
  problem.setAttribute("role", "alert")
  const frame = element("div", "")
  const whenPressed = (button: HTMLButtonElement, work: (content: Blob) => Promise<string>) =>
    button.addEventListener("click", () => {
      void working(button, problem, async () => {
        said.textContent = en.fetching(0)
        try {
          const content = await fetchFile(report, entry, (part) => {
            // Said by tenths: a screen reader would otherwise say nothing else.
            said.textContent = en.fetching(Math.floor(part * 10) * 10)
          })
          said.textContent = await work(content)
        } catch (error) {
          said.textContent = ""
          throw error
        }
      })
    })

  const save = buttonOf(en.save, en.saveOf(called))
  whenPressed(save, async (content) => {
    saveAs(content, entry.name)
    return en.saved
  })
  const buttons = element("div", "govuk-button-group")
  const isShown = shownAs(entry.type, entry.bytes) !== undefined
  if (isShown) {
    const hide = buttonOf(en.hide, en.hideOf(called))
    hide.hidden = true
    const show = buttonOf(en.show, en.showOf(called))
    whenPressed(show, async (content) => {
      hide.hidden = !(await showInFrame(frame, content, entry.type, en.frame(called)))
      if (hide.hidden) throw new Refused({ problem: "not-shown", sentence: en.cannotShow })
      return en.shown
    })
    hide.addEventListener("click", () => {
      frame.replaceChildren()
      hide.hidden = true
      said.textContent = en.hidden
      show.focus()
    })
    buttons.append(show, hide)
  }
  buttons.append(save)
  return [element("p", "govuk-body", before(entry)), buttons, said, problem, frame]
}

/** What is said before somebody shows a file, or why it can only be saved. */
function before({ type, bytes, cleaned }: FileEntry): string {
  if (isTooLarge(type, bytes)) return en.tooLarge
  return shownAs(type, bytes) === undefined ? en.outside : en.beforeShown[cleaned]
}

function buttonOf(text: string, label: string): HTMLButtonElement {
  const button = element("button", "govuk-button govuk-button--secondary", text) as HTMLButtonElement
  button.type = "button"
  // The name begins with what is seen, for people who say it (WCAG 2.5.3).
  button.setAttribute("aria-label", label)
  return button
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
