/** Browser: cleans files as they are chosen, says of each what was taken out, and shows how far they are sent. */
import type { Language } from "@candour/domain/contact.ts"
import { type FileEntry, MOST_FILES } from "@candour/sealing/file-entry.ts"
import { MOST_FILE_BYTES } from "@candour/sealing/sealed-file.ts"
import type { ChosenFile } from "./chosen-file.ts"
import { cleanFile } from "./clean/clean-file.ts"
import { type EvidenceWords, evidenceMessages } from "./messages.ts"
import { FileNotSent, type Sending, sendFiles } from "./send-files.ts"

/** What a page's script does with its file picker. */
export interface WiredPicker {
  /** The files that will go, in order; cleaned. */
  files(): readonly ChosenFile[]
  /** The same, once all that were chosen until then have been looked through. */
  ready(): Promise<readonly ChosenFile[]>
  /** Adds one that was not chosen but made, such as a recording; false where there are too many, which it then says. */
  add(file: ChosenFile): boolean
  /**
   * Sends files of its list, showing how far each is and a button that stops it. Where it throws, the picker has said why, and
   * sending again goes on where it stopped.
   *
   * @throws FileNotSent
   */
  send(sending: Pick<Sending, "files" | "address" | "report">): Promise<FileEntry[]>
  /** Takes `files` off its list, once the message that names them is sent; what came meanwhile stays. */
  clear(files: readonly ChosenFile[]): void
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
  const takeOff = (row: Row) => {
    rows.splice(rows.indexOf(row), 1)
    row.element.remove()
    show()
  }
  const add = (chosen: ChosenFile): boolean => {
    if (rows.length >= MOST_FILES) {
      complain(words.problem.tooMany)
      return false
    }
    const made = { chosen, element: rowOf(chosen, words) }
    const remove = made.element.querySelector("button") as HTMLButtonElement
    remove.addEventListener("click", () => {
      takeOff(made)
      say(words.removedOne(chosen.file.name))
      input.focus()
    })
    rows.push(made)
    part("file-list").append(made.element)
    show()
    say(statementOf(chosen, words))
    return true
  }
  const choose = async (files: readonly File[]) => {
    complain("")
    const problems: string[] = []
    for (const file of files) {
      if (rows.length >= MOST_FILES) {
        problems.push(words.problem.tooMany)
        break
      }
      if (file.size > MOST_FILE_BYTES) {
        problems.push(words.problem.tooLarge(file.name))
        continue
      }
      say(words.looking(file.name))
      const cleaned = await cleanFile(file, { pdf, office, media }).catch(() => undefined)
      if (cleaned) add(cleaned)
      else problems.push(words.problem.unreadable(file.name))
    }
    if (problems.length > 0) complain(problems.join(" "))
  }
  let choosing = Promise.resolve()
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])]
    input.value = "" // chosen again, one of them comes again
    choosing = choosing.then(() => choose(files))
  })

  return {
    files: () => rows.map(({ chosen }) => chosen),
    ready: async () => {
      await choosing
      return rows.map(({ chosen }) => chosen)
    },
    add,
    async send(sending) {
      complain("")
      const stop = new AbortController()
      const bars = sending.files.map((file) => {
        const row = rows.find(({ chosen }) => chosen === file)
        return row && barOf(row.element, file, words, () => stop.abort())
      })
      try {
        const entries = await sendFiles({
          ...sending,
          signal: stop.signal,
          onProgress: (index, part) => bars[index]?.show(part, say),
        })
        say(words.sent(entries.length))
        return entries
      } catch (error) {
        if (error instanceof FileNotSent) complain(words.problem.reason[error.reason])
        throw error
      } finally {
        for (const bar of bars) bar?.end()
      }
    },
    clear(files) {
      for (const row of rows.filter(({ chosen }) => files.includes(chosen))) takeOff(row)
    },
  }
}

/** What was taken out of a file and what wasn't, in whole sentences. */
function statementOf({ file, cleaned, removed, remains }: ChosenFile, words: EvidenceWords): string {
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
