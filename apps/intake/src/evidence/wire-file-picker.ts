/** Browser: cleans files as they are chosen, says of each what was taken out, and shows how far they are sent. */
import type { Language } from "@candour/domain/contact.ts"
import type { FileEntry } from "@candour/sealing/file-entry.ts"
import { MOST_FILE_BYTES } from "@candour/sealing/sealed-file.ts"
import { type ChosenFile, MOST_FILES } from "./chosen-file.ts"
import { cleanFile } from "./clean/clean-file.ts"
import { type EvidenceWords, evidenceMessages } from "./messages.ts"
import { FileNotSent, sendFiles } from "./send-files.ts"

/** What a page's script does with its file picker. */
export interface WiredPicker {
  /** The files that will go, in order; cleaned. */
  files(): readonly ChosenFile[]
  /** Adds one that was not chosen but made, such as a recording. */
  add(file: ChosenFile): void
  /**
   * Sends them, showing how far each is and a button that stops it. Where it throws, the picker has said why, and
   * sending again goes on where it stopped.
   *
   * @throws FileNotSent
   */
  send(to: { address: Uint8Array; report: string }): Promise<FileEntry[]>
  /** Empties it, once the message that names the files is sent. */
  clear(): void
}

interface Row {
  chosen: ChosenFile
  element: HTMLElement
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = "",
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.className = className
  made.textContent = text
  return made
}

/** Makes the file picker in `root` work. From then on its input posts nothing: files leave sealed, or not at all. */
export function wireFilePicker(root: ParentNode): WiredPicker | undefined {
  const picker = root.querySelector<HTMLElement>("[data-file-picker]")
  const input = picker?.querySelector<HTMLInputElement>("input[type=file]")
  if (!picker || !input) return undefined
  const part = (name: string) => picker.querySelector<HTMLElement>(`[data-${name}]`) as HTMLElement
  const { lang, pdf = "", office = "", media = "" } = picker.dataset
  const words = evidenceMessages[lang as Language]
  const rows: Row[] = []

  input.removeAttribute("name") // a form that is posted all the same must not bring them in the clear
  part("without-script").hidden = true
  part("with-script").hidden = false

  const say = (sentence: string) => {
    part("file-said").textContent = sentence
  }
  const complain = (sentence: string) => {
    part("file-problem").textContent = sentence
    part("file-problem").hidden = sentence === ""
  }
  const show = () => {
    part("file-list").hidden = rows.length === 0
  }
  const add = (chosen: ChosenFile) => {
    const made = { chosen, element: rowOf(chosen, words) }
    const remove = made.element.querySelector("button") as HTMLButtonElement
    remove.addEventListener("click", () => {
      rows.splice(rows.indexOf(made), 1)
      made.element.remove()
      show()
      say(words.removedOne(chosen.file.name))
      input.focus()
    })
    rows.push(made)
    part("file-list").append(made.element)
    show()
    say(statementOf(chosen, words))
  }
  const choose = async (files: readonly File[]) => {
    complain("")
    for (const file of files) {
      if (rows.length >= MOST_FILES) return complain(words.problem.tooMany)
      if (file.size > MOST_FILE_BYTES) {
        complain(words.problem.tooLarge(file.name))
        continue
      }
      say(words.looking(file.name))
      add(await cleanFile(file, { pdf, office, media }))
    }
  }
  let choosing = Promise.resolve()
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])]
    input.value = "" // chosen again, one of them comes again
    choosing = choosing.then(() => choose(files))
  })

  return {
    files: () => rows.map(({ chosen }) => chosen),
    add,
    async send(to) {
      await choosing
      complain("")
      const stop = new AbortController()
      const bars = rows.map(({ element, chosen }) => barOf(element, chosen, words, () => stop.abort()))
      try {
        const entries = await sendFiles({
          ...to,
          files: rows.map(({ chosen }) => chosen),
          signal: stop.signal,
          onProgress: (index, part) => bars[index]?.show(part, say),
        })
        say(words.sent(entries.length))
        return entries
      } catch (error) {
        if (error instanceof FileNotSent) complain(words.problem.reason[error.reason])
        throw error
      } finally {
        for (const bar of bars) bar.end()
      }
    },
    clear() {
      rows.length = 0
      part("file-list").replaceChildren()
      show()
    },
  }
}

/** What was taken out of a file and what wasn't, in whole sentences. */
export function statementOf({ file, cleaned, removed, remains }: ChosenFile, words: EvidenceWords): string {
  const codes = removed.map((code) => words.codes[code]).join(", ")
  const done = cleaned === "no" || codes === "" ? words.cleaned.no : `${words.cleaned[cleaned]} ${codes}.`
  return [done, words.remains[remains], words.called(file.name)].join(" ")
}

function rowOf(chosen: ChosenFile, words: EvidenceWords): HTMLElement {
  const row = element("li", "candour-file")
  const { name } = chosen.file
  const statement = element("p", "govuk-body", statementOf(chosen, words))
  if (chosen.cleaned === "no") statement.classList.add("candour-not-cleaned")
  const remove = element("button", "govuk-button govuk-button--secondary", words.remove)
  remove.type = "button"
  remove.setAttribute("aria-label", words.removeOf(name))
  row.append(element("strong", "govuk-body", name), statement, remove)
  return row
}

/** A progress bar under a file, with a button that stops the sending. */
function barOf(row: HTMLElement, { file }: ChosenFile, words: EvidenceWords, stop: () => void) {
  const remove = row.querySelector("button") as HTMLButtonElement
  const bar = element("progress", "candour-progress")
  const cancel = element("button", "govuk-button govuk-button--secondary", words.cancel)
  bar.max = 100
  bar.value = 0
  bar.setAttribute("aria-label", words.sending(file.name))
  cancel.type = "button"
  cancel.addEventListener("click", stop)
  remove.hidden = true
  row.append(bar, cancel)
  let said = -1
  return {
    show(part: number, say: (sentence: string) => void) {
      const percent = Math.floor(part * 100)
      bar.value = percent
      // By quarters: a screen reader that hears each percent says nothing else.
      const quarter = Math.floor(percent / 25)
      if (quarter === said) return
      said = quarter
      say(words.progress(file.name, percent))
    },
    end() {
      bar.remove()
      cancel.remove()
      remove.hidden = false
    },
  }
}
