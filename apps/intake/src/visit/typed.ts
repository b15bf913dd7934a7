/** What a step needs to know about where a report goes; the rest of a tell form never leaves before it is sealed. */
export const ROUTE_FIELDS: readonly string[] = [
  "line",
  "hint",
  "answer",
  "force",
  "with",
  "found",
  "reader",
  "routedTo",
  "reason",
]

/** What was typed on the tell page, while the reporter changes where it goes. In memory only. */
let kept: [string, FormDataEntryValue][] | undefined

/** Keeps all that is typed in `form`. */
export function keepTyped(form: HTMLFormElement): void {
  kept = [...new FormData(form)].filter(([name]) => !ROUTE_FIELDS.includes(name))
}

/** Puts what was kept into the tell form that has just come back, if it has. */
export function restoreTyped(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-part-sends]#tell")
  if (!form || !kept) return
  for (const control of form.elements) {
    if (control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === "text")) {
      control.value = String(kept.find(([name]) => name === control.name)?.[1] ?? "")
    } else if (control instanceof HTMLInputElement && /radio|checkbox/.test(control.type)) {
      control.checked = kept.some(([name, value]) => name === control.name && value === control.value)
    }
  }
  kept = undefined
}
