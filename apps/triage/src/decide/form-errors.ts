/** Browser: marks the fields of a decision's form that have an error, and leads to the first. */
import { fieldName } from "./form-names.ts"

/** Shows `errors` by field at their controls; earlier ones go. */
export function showFormErrors(form: HTMLFormElement, errors: Readonly<Record<string, string>>): void {
  for (const old of form.querySelectorAll(".govuk-error-message")) old.remove()
  for (const old of form.querySelectorAll(".govuk-form-group--error")) old.classList.remove("govuk-form-group--error")
  const { decision = "", target } = form.dataset
  const marked = new Set(
    Object.entries(errors).map(([field, text]) =>
      mark(form, fieldName(decision, target === undefined ? undefined : Number(target), field), text),
    ),
  )
  const first = [...form.querySelectorAll<HTMLElement>("input, select, textarea")].find((each) => marked.has(each))
  first?.focus()
}

function mark(form: HTMLFormElement, id: string, text: string): HTMLElement | null {
  const control = form.querySelector<HTMLElement>(`[id="${id}"]`)
  const group = control?.closest(".govuk-form-group")
  if (!control || !group) return null
  const error = document.createElement("p")
  error.className = "govuk-error-message"
  error.id = `${id}-error`
  error.textContent = text
  const fieldset = control.closest("fieldset")
  const isChoice = control.matches("[type=radio], [type=checkbox]")
  if (isChoice && fieldset) fieldset.querySelector("legend")?.after(error)
  else control.before(error)
  group.classList.add("govuk-form-group--error")
  const described = isChoice && fieldset ? fieldset : control
  described.setAttribute(
    "aria-describedby",
    [document.getElementById(`${id}-hint`)?.id, error.id].filter(Boolean).join(" "),
  )
  return control
}
