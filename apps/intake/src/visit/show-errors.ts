import { problemWords } from "@candour/web/problem-words.ts"
import { documentLanguage } from "./document-language.ts"
import { readFrom } from "./swap.ts"

const words = () => problemWords[documentLanguage()]

/** What marks a question with an error, its text box and its line of text. */
const MARKS = ["govuk-form-group--error", "govuk-textarea--error", "govuk-input--error"] as const

/** An element with its class and content. */
function element(name: string, className: string, ...content: (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  made.className = className
  made.append(...content)
  return made
}

/** Browser: shows errors at their fields and in the summary, as the server does, and takes earlier ones away. */
export function showErrors(form: HTMLFormElement, errors: Readonly<Record<string, string>>): void {
  document.querySelector("#error-summary")?.remove()
  // A file picker's own place for its problems stays: its script fills it.
  for (const old of form.querySelectorAll(".govuk-error-message:not([data-file-problem])")) old.remove()
  for (const kind of MARKS) for (const old of form.querySelectorAll(`.${kind}`)) old.classList.remove(kind)
  for (const [name, text] of Object.entries(errors)) markField(form, name, text)
  if (Object.keys(errors).length === 0) return

  const lines = Object.entries(errors).map(([name, text]) => {
    const link = document.createElement("a")
    link.href = `#${name}`
    link.textContent = text
    return element("li", "", link)
  })
  const summary = element(
    "div",
    "govuk-error-summary",
    element("h2", "govuk-error-summary__title", words().problem),
    element("div", "govuk-error-summary__body", element("ul", "govuk-list govuk-error-summary__list", ...lines)),
  )
  summary.id = "error-summary"
  summary.setAttribute("role", "alert")
  document.querySelector("h1")?.before(summary)
  readFrom(summary)
}

function markField(form: HTMLFormElement, name: string, text: string) {
  const control = form.elements.namedItem(name)
  if (!(control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)) return
  const prefix = element("span", "govuk-visually-hidden", words().error)
  const error = element("p", "govuk-error-message", prefix, ` ${text}`)
  error.id = `${name}-error`
  // Inside the box that suggests, its library would take the error for its own and remove it.
  const box = control.closest(".candour-suggest") ?? control
  box.before(error)
  control.closest(".govuk-form-group")?.classList.add(MARKS[0])
  control.classList.add(control instanceof HTMLTextAreaElement ? MARKS[1] : MARKS[2])
  control.setAttribute(
    "aria-describedby",
    [document.getElementById(`${name}-hint`)?.id, error.id].filter(Boolean).join(" "),
  )
}
