import { readFrom } from "../visit/swap.ts"

/** The question that the page asks itself where a hint leads to more than one answer. */
export interface Which {
  legend: string
  hint?: string | undefined
  choices: { value: string; label: string; checked: boolean }[]
  several: boolean
}

/** Browser: asks under the box, in the markup that the server gives in `#which`; an earlier question goes. */
export function askWhich(form: HTMLFormElement, { legend, hint, choices, several }: Which): void {
  hideWhich(form)
  const template = document.querySelector<HTMLTemplateElement>(several ? "#which-several" : "#which")
  const asked = template?.content.firstElementChild?.cloneNode(true)
  if (!(asked instanceof HTMLElement)) throw new Error("The page has no question to ask.")
  asked.dataset.which = ""
  const heading = asked.querySelector("legend")
  const hinted = asked.querySelector<HTMLElement>(".govuk-hint")
  if (heading) heading.textContent = legend
  if (hinted && hint) hinted.textContent = hint
  else hinted?.remove()
  const first = asked.querySelector<HTMLElement>(".govuk-radios__item, .govuk-checkboxes__item")
  for (const [at, { value, label, checked }] of choices.entries()) {
    const item = first?.cloneNode(true) as HTMLElement
    const input = item.querySelector("input") as HTMLInputElement
    const text = item.querySelector("label") as HTMLLabelElement
    input.id = `which-${at + 1}`
    text.htmlFor = input.id
    input.value = value
    input.checked = checked
    text.textContent = label
    first?.before(item)
  }
  first?.remove()
  form.querySelector(".govuk-button-group")?.before(asked)
  readFrom(heading)
}

/** Browser: takes the question away; what is typed has changed. */
export function hideWhich(form: HTMLFormElement): void {
  form.querySelector("[data-which]")?.remove()
}

/** Browser: what was chosen; undefined where nothing is asked. */
export function chosenOf(form: HTMLFormElement): string[] | undefined {
  const asked = form.querySelector("[data-which]")
  if (!asked) return undefined
  return [...asked.querySelectorAll<HTMLInputElement>("input:checked")].map(({ value }) => value)
}
