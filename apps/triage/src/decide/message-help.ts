/** Browser: begins a message with a template, and warns at what could harm the reporter. Nothing typed is ever replaced. */
import type { Language } from "@candour/domain/contact.ts"
import { element } from "../report/element.ts"
import { fieldName } from "./form-names.ts"
import { messageWarnings } from "./message-guard.ts"
import { MESSAGE_TEMPLATES } from "./message-templates.ts"
import { en } from "./messages.ts"

const WORDS = fieldName("messaged", undefined, "words")
const TEMPLATE = fieldName("messaged", undefined, "template")

/** Listens on the whole page, since its forms are replaced as decisions are recorded. */
export function helpWithMessages(about: () => { language: Language; names: readonly string[] } | undefined): void {
  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLSelectElement && target.id === TEMPLATE) begin(target, about()?.language ?? "en")
  })
  document.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLTextAreaElement && target.id === WORDS) warn(target)
  })

  function begin(select: HTMLSelectElement, language: Language): void {
    const words = document.getElementById(WORDS) as HTMLTextAreaElement
    const isUntouched =
      words.value.trim() === "" || MESSAGE_TEMPLATES.some(({ text }) => Object.values(text).includes(words.value))
    const chosen = MESSAGE_TEMPLATES.find(({ id }) => id === select.value)?.text[language] ?? ""
    if (isUntouched) words.value = chosen
    else if (chosen !== "") words.value = `${words.value.trimEnd()}\n\n${chosen}`
    words.lang = language
    words.dispatchEvent(new Event("input", { bubbles: true }))
  }

  function warn(words: HTMLTextAreaElement): void {
    const place = document.getElementById("message-warnings")
    const warnings = messageWarnings(words.value, about()?.names ?? [])
    place?.replaceChildren(
      ...warnings.map(({ why, words: found }) =>
        element("p", "govuk-body candour-warns", en.message.warning[why](found)),
      ),
    )
  }
}
