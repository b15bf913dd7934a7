/** Browser: the digits of a receipt, read out in groups and said back (domain rules §11, 14). */
import { en } from "./messages.ts"

const groups = document.getElementById("groups") as HTMLOListElement
const whole = document.getElementById("whole") as HTMLElement
const wholeSaid = document.getElementById("whole-said") as HTMLInputElement

/** A group, large, with the tick that it was said back. */
function groupOf(digits: string, at: number): HTMLLIElement {
  const item = document.createElement("li")
  item.className = "candour-group"
  const shown = document.createElement("span")
  shown.className = "candour-group__digits"
  shown.ariaHidden = "true"
  shown.textContent = digits
  const tick = document.createElement("div")
  tick.className = "govuk-checkboxes govuk-checkboxes--small"
  const inner = document.createElement("div")
  inner.className = "govuk-checkboxes__item"
  const input = document.createElement("input")
  input.type = "checkbox"
  input.className = "govuk-checkboxes__input"
  input.id = `group-${at + 1}`
  input.autocomplete = "off"
  const label = document.createElement("label")
  label.className = "govuk-label govuk-checkboxes__label"
  label.htmlFor = input.id
  const spoken = document.createElement("span")
  spoken.className = "govuk-visually-hidden"
  spoken.textContent = `${en.receipt.group(at + 1)}: ${[...digits].join(" ")}, `
  label.append(spoken, en.receipt.saidBack)
  inner.append(input, label)
  tick.append(inner)
  item.append(shown, tick)
  return item
}

/** Shows the digits of a receipt; a tick leads to the next group, and the last to the whole. */
export function showDigits(digits: string): void {
  const five = digits.match(/.{4}/g) ?? []
  groups.replaceChildren(...five.map(groupOf))
  whole.textContent = five.join(" ")
  wholeSaid.checked = false
  mark()
}

/** Takes the digits off the page. */
export function forgetDigits(): void {
  groups.replaceChildren()
  whole.replaceChildren()
  wholeSaid.checked = false
}

const ticks = () => [...groups.querySelectorAll<HTMLInputElement>("input")]

/** The group that is being read: the first that wasn't said back. */
export const nextTick = (): HTMLInputElement => ticks().find((tick) => !tick.checked) ?? wholeSaid

function mark(): void {
  const next = nextTick()
  for (const tick of ticks()) tick.closest("li")?.classList.toggle("candour-group--now", tick === next)
}

groups.addEventListener("change", ({ target }) => {
  mark()
  if (target instanceof HTMLInputElement && target.checked) nextTick().focus()
})
