/** Browser: shows what was said, as text and never as markup. */
import type { ReportBody } from "@candour/sealing/report-body.ts"
import { element } from "./element.ts"
import { en } from "./messages.ts"
import { saidIn } from "./questions.ts"

/** Fills `place` with each question and its answer, then what wasn't answered. */
export function showSaid(place: HTMLElement, { answers, language }: ReportBody): void {
  const { answered, open } = saidIn(answers)
  const list = document.createElement("dl")
  list.className = "candour-answers"
  for (const { label, answer } of answered) {
    const words = element("dd", "govuk-body candour-said", answer)
    words.lang = language
    list.append(element("dt", "govuk-heading-s", label), words)
  }
  place.replaceChildren()
  if (answers.whoElseKnows?.trim()) {
    const note = document.createElement("div")
    note.className = "govuk-inset-text"
    note.append(
      element("p", "govuk-body candour-strong", en.said.couldBeGuessed),
      element("p", "govuk-body candour-said", answers.whoElseKnows),
    )
    place.append(note)
  }
  place.append(list)
  if (open.length > 0) place.append(element("p", "govuk-hint", en.said.notAnswered(open.join(" · "))))
  place.hidden = false
}
