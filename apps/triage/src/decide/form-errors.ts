/** Browser: says at the top of a decision's form what is wrong in it, marks the fields, and leads to each. */
import { element } from "../report/element.ts"
import { fieldName } from "./form-names.ts"
import { en } from "./messages.ts"

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Shows `errors` by field, at their controls and all together above them, where the focus goes; earlier ones go. */
export function showFormErrors(form: HTMLFormElement, errors: Readonly<Record<string, string>>): void {
  clear(form)
  const { decision = "", target } = form.dataset
  const byId = new Map(
    Object.entries(errors).map(([field, text]) => [
      fieldName(decision, target === undefined ? undefined : Number(target), field),
      text,
    ]),
  )
  const lines = new Map<string, Control>()
  for (const control of form.querySelectorAll<Control>("input, select, textarea")) {
    const text = byId.get(control.id)
    if (text === undefined) continue
    mark(control, text)
    const line = lineOf(control, text)
    // Questions that were left out together are one line, which leads to the first of them.
    if (!lines.has(line)) lines.set(line, control)
  }
  if (lines.size === 0) return
  const summary = summaryOf(lines)
  form.querySelector("[data-problem]")?.replaceChildren(summary)
  summary.focus()
}

function clear(form: HTMLFormElement): void {
  for (const old of form.querySelectorAll(".govuk-error-message")) {
    const described = form.querySelector(`[aria-describedby~="${CSS.escape(old.id)}"]`)
    const rest = described?.getAttribute("aria-describedby")?.replace(old.id, "").trim()
    if (rest) described?.setAttribute("aria-describedby", rest)
    else described?.removeAttribute("aria-describedby")
    old.remove()
  }
  for (const old of form.querySelectorAll(".govuk-form-group--error")) old.classList.remove("govuk-form-group--error")
}

const isChoice = (control: Control) => control.matches("[type=radio], [type=checkbox]")

function mark(control: Control, text: string): void {
  const group = control.closest(".govuk-form-group")
  if (!group) return
  const error = element("p", "govuk-error-message", text)
  error.id = `${control.id}-error`
  const fieldset = isChoice(control) ? control.closest("fieldset") : null
  if (fieldset) fieldset.querySelector("legend")?.after(error)
  else control.before(error)
  group.classList.add("govuk-form-group--error")
  const hint = document.getElementById(`${control.id}-hint`)?.id
  const described: Element = fieldset ?? control
  described.setAttribute("aria-describedby", [hint, error.id].filter(Boolean).join(" "))
}

/** The error with what it is about: of questions that stand under one heading, that heading. */
function lineOf(control: Control, text: string): string {
  let fieldset = isChoice(control) ? control.closest("fieldset") : null
  for (let around = fieldset; around; around = around.parentElement?.closest("fieldset") ?? null) fieldset = around
  const label = (fieldset?.querySelector("legend") ?? control.labels?.[0])?.textContent?.trim() ?? ""
  return `${label}${label.endsWith("?") ? "" : ":"} ${text}`
}

function summaryOf(lines: ReadonlyMap<string, Control>): HTMLElement {
  const list = element("ul", "govuk-list govuk-error-summary__list")
  for (const [line, control] of lines) {
    const link = Object.assign(element("a", "", line), { href: `#${control.id}` })
    link.addEventListener("click", (event) => {
      event.preventDefault() // the page's address stays that of the report
      const question = isChoice(control) ? control.closest("fieldset") : control.closest(".govuk-form-group")
      question?.scrollIntoView()
      control.focus({ preventScroll: true })
    })
    const item = element("li", "")
    item.append(link)
    list.append(item)
  }
  const body = element("div", "govuk-error-summary__body")
  body.append(list)
  const summary = element("div", "govuk-error-summary")
  summary.tabIndex = -1
  summary.append(element("h4", "govuk-error-summary__title", en.problem.title), body)
  return summary
}
