/** Browser: one press that answers no to each of a group's questions that nobody has answered. */
import { en } from "./messages.ts"

/** Answers the buttons that say so; what was answered stays, and each answer can still be changed. */
export function answerNoToOthers(): void {
  document.addEventListener("click", ({ target }) => {
    const part = (target as Element).closest("button")?.closest<HTMLElement>("[data-no-to-others]")
    const radios = [...(part?.closest("fieldset")?.querySelectorAll<HTMLInputElement>("input[type=radio]") ?? [])]
    const answered = new Set(radios.filter(({ checked }) => checked).map(({ name }) => name))
    const toAnswer = radios.filter(({ name, value }) => value === "no" && !answered.has(name))
    for (const radio of toAnswer) {
      radio.checked = true
      radio.dispatchEvent(new Event("input", { bubbles: true })) // kept like what is typed
    }
    const said = part?.querySelector("[role=status]")
    if (said) said.textContent = en.grounds.answeredNo(toAnswer.length)
  })
}
