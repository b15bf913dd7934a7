/** Browser: a sentence beside a question, tied to its control, until it is taken away. */

/** Something in the way (`error`), or something to think about (`warning`). */
type NoteKind = "error" | "warning"

const idOf = (control: HTMLElement, kind: NoteKind) => `${control.id}-${kind}`

/** Shows `sentence` at `control`; an empty one takes what was shown away. */
export function note(control: HTMLElement, kind: NoteKind, sentence: string): void {
  const id = idOf(control, kind)
  const known = document.getElementById(id)
  if ((known?.textContent ?? "") === sentence) return
  known?.remove()
  const others = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((each) => each && each !== id)
  if (sentence !== "") {
    const text = document.createElement("p")
    text.id = id
    text.className = "govuk-error-message"
    text.setAttribute("role", "alert")
    text.textContent = sentence
    control.before(text)
    others.push(id)
  }
  if (others.length > 0) control.setAttribute("aria-describedby", others.join(" "))
  else control.removeAttribute("aria-describedby")
}

/** Takes every note of a form away. */
export function clearNotes(form: HTMLFormElement): void {
  for (const control of form.querySelectorAll<HTMLElement>("input, textarea, select")) {
    note(control, "error", "")
    note(control, "warning", "")
  }
}
