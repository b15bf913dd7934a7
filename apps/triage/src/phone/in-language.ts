/** Browser: the scripts and the questions in the caller's language. */
import type { CallEnd, Language } from "@candour/domain/contact.ts"
import { TEXT_FIELDS } from "@candour/sealing/told-fields.ts"
import { questionMessages } from "@candour/web/questions.ts"
import { type ScriptLine, scripts } from "./scripts.ts"

function say(element: Element | null | undefined, lang: Language, words: string): void {
  if (!(element instanceof HTMLElement)) return
  element.lang = lang
  element.textContent = words
}

/** Puts every script and every question of the page into `lang`; what the handler reads for themselves stays English. */
export function speak(lang: Language): void {
  const script = scripts[lang]
  const questions = questionMessages[lang]
  for (const line of document.querySelectorAll<HTMLElement>("[data-line]")) {
    say(line, lang, script[line.dataset.line as ScriptLine])
  }
  for (const end of document.querySelectorAll<HTMLElement>("[data-end]")) {
    say(end, lang, script.ends[end.dataset.end as CallEnd] ?? "")
  }
  for (const name of TEXT_FIELDS) {
    say(document.querySelector(`#call label[for="${name}"]`), lang, questions.labels[name])
  }
  const { danger, ongoing, howKnown, about, mayReply } = questions
  for (const [name, question] of Object.entries({ danger, ongoing, howKnown, mayReply, categories: about })) {
    const answers: Readonly<Record<string, string>> = question.answers
    const controls = document.querySelectorAll<HTMLInputElement>(`#call input[name="${name}"]`)
    say(controls[0]?.closest("fieldset")?.querySelector("legend"), lang, question.legend)
    for (const control of controls) say(control.labels?.[0], lang, answers[control.value] ?? "")
  }
  const rows = document.querySelectorAll("#words-to-say tr")
  for (const [at, [dont, instead]] of script.words.entries()) {
    const [one, other] = rows[at]?.querySelectorAll("td") ?? []
    say(one, lang, dont)
    say(other, lang, instead)
  }
}
