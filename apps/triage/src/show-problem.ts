/** Browser: shows, says and takes away what is in the way of a person, in a box of the page. */
import { Refused } from "./ask.ts"
import { en } from "./messages.ts"

/** The sentence of anything that was thrown; a fault of ours is a sentence, too. */
export const sentenceOf = (error: unknown): string => (error instanceof Refused ? error.message : en.failure.server)

/** Shows `sentence` in the empty box `place` and moves there; an empty sentence empties it. */
export function showProblem(place: HTMLElement, sentence: string): void {
  place.replaceChildren()
  if (sentence === "") return
  const text = document.createElement("p")
  text.className = "govuk-body candour-strong candour-problem"
  text.textContent = sentence
  const box = document.createElement("div")
  box.className = "govuk-error-summary"
  box.append(text)
  place.append(box)
  place.tabIndex = -1
  place.focus()
}

/** Runs `work` once at a time, its button at rest meanwhile; what it throws is shown in `place`. */
export async function working(button: HTMLButtonElement, place: HTMLElement, work: () => Promise<void>): Promise<void> {
  if (button.ariaDisabled === "true") return
  button.ariaDisabled = "true"
  showProblem(place, "")
  try {
    await work()
  } catch (error) {
    showProblem(place, sentenceOf(error))
  } finally {
    button.ariaDisabled = null
  }
}

/** Shows the forms that need this page's script, now that it answers them: pressed before, they would do nothing. */
export function answerForms(): void {
  for (const part of document.querySelectorAll<HTMLElement>("[data-needs-script]")) part.dataset.ready = ""
}
