/** Browser: the original beside a clean text, and what in it could show who told us, while it is written and checked. */
import { element } from "../report/element.ts"
import { couldShow } from "./could-show.ts"
import { fieldName } from "./form-names.ts"
import { en } from "./messages.ts"

const CLEAN = fieldName("intelligence-drafted", undefined, "words")

/** What was told, and how the people concerned are called; undefined before the report is open. */
export type Told = { original: readonly string[]; concerned: readonly string[] } | undefined

/** Warns on every change of the draft; listens on the whole page, since its forms are replaced. */
export function warnWhileCleaning(told: () => Told): void {
  document.addEventListener("input", ({ target }) => {
    const place = document.getElementById("clean-warnings")
    if (target instanceof HTMLTextAreaElement && target.id === CLEAN && place) warn(place, target.value, told())
  })
}

/** Puts the original beside the draft, and the warnings under each draft that waits for a second person. */
export function showBesideClean(told: Told): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-original]"))
    place.textContent = told?.original.join("\n\n") ?? ""
  for (const place of document.querySelectorAll<HTMLElement>("[data-warnings-of]")) {
    const draft = document.querySelector<HTMLElement>(`[data-words-of="${place.dataset.warningsOf}"]`)
    warn(place, draft?.textContent ?? "", told)
  }
}

function warn(place: HTMLElement, clean: string, told: Told): void {
  if (told === undefined) return
  const showing = couldShow(clean, told.original, told.concerned)
  place.replaceChildren(
    ...showing.map(({ why, words }) =>
      element("p", "govuk-body candour-warns", `${en.intelligence.couldShow(words)} ${en.intelligence.because[why]}`),
    ),
  )
}
