/** Browser: keeps what is typed on a report's page, sealed under its key, and brings it back when it is opened again. */
import { bytesOf, fromBase64url, textOf, toBase64url } from "@candour/sealing/encoding.ts"
import type { Place } from "@candour/sealing/place.ts"
import { openUnder, sealUnder } from "@candour/sealing/report-key.ts"
import { sealedFromStorage } from "@candour/sealing/sealed.ts"
import * as z from "zod/mini"
import { ask } from "../ask.ts"
import type { Opened } from "../report/opened.ts"
import { en } from "./messages.ts"

/** Milliseconds after the last key before it is kept. */
const AFTER = 1_500

/** What the page's forms held: each control's value, or whether it is ticked, by its id. */
const typed = z.record(z.string(), z.union([z.string(), z.boolean()]))
type Typed = z.infer<typeof typed>

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
/** Of every form that records something, wherever it stands on the page, and the report's title. */
const CONTROLS = ["form[data-decision]", "#title-form"]
  .map((form) => `${form} :is(input:not([type=hidden]), textarea, select)`)
  .join(", ")

const placeOf = ({ id, unlocked }: Opened): Place => ({
  tenant: unlocked.whose.tenant,
  report: id,
  part: "draft",
  number: 0,
})

const isTicked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox")

/** What differs from the page as it came. */
function changedControls(): Typed {
  const changed: Typed = {}
  for (const control of document.querySelectorAll<Control>(CONTROLS))
    if (control.id !== "" && isChanged(control))
      changed[control.id] = isTicked(control) ? control.checked : control.value
  return changed
}

/** Whether somebody has typed or chosen something else in a control than stood there at first. */
export function isChanged(control: Control): boolean {
  if (isTicked(control)) return control.checked !== control.defaultChecked
  return control.value !== valueAtFirst(control)
}

const valueAtFirst = (control: Control): string =>
  control instanceof HTMLSelectElement
    ? ([...control.options].find(({ defaultSelected }) => defaultSelected)?.value ?? control.options[0]?.value ?? "")
    : control.defaultValue

/**
 * Keeps what is typed, a moment after each change and at once where the page is left.
 *
 * @param opened - the open report, or undefined while it isn't: then nothing can be sealed, and no form asks for words
 */
export function keepTyped(opened: () => Opened | undefined) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let kept = "{}"

  async function keep(): Promise<void> {
    clearTimeout(timer)
    const report = opened()
    const content = JSON.stringify(changedControls())
    if (report === undefined || content === kept) return
    const sealed =
      content === "{}" ? undefined : toBase64url(await sealUnder(report.key, placeOf(report), bytesOf(content)))
    try {
      await ask(`/report/${report.id}/draft`, { sealed })
      kept = content
      say(content === "{}" ? "" : en.kept)
    } catch {
      say(en.notKept) // it stands in the page still, and is tried again at the next change
      timer = setTimeout(() => void keep(), AFTER * 10)
    }
  }

  document.addEventListener("input", ({ target }) => {
    if (!(target instanceof Element) || !target.matches(CONTROLS)) return
    clearTimeout(timer)
    timer = setTimeout(() => void keep(), AFTER)
  })
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void keep()
  })
  /** Puts back what was typed when the page was left, into the forms that are still there. */
  async function bringBack(report: Opened, sealed: string | undefined): Promise<void> {
    if (sealed === undefined) return
    const content = textOf(await openUnder(report.key, placeOf(report), sealedFromStorage(fromBase64url(sealed))))
    kept = content // or, once all of it is sent, it would not be seen that nothing is left to keep
    if (putBack(typed.parse(JSON.parse(content)))) say(en.back)
  }

  return { keep, bringBack }
}

/** Puts `values` into the controls that are still there, and that nobody has typed in meanwhile. @returns whether there was any */
function putBack(values: Typed): boolean {
  let found = false
  for (const control of document.querySelectorAll<Control>(CONTROLS)) {
    const value = values[control.id]
    if (value === undefined || isChanged(control)) continue
    if (isTicked(control)) control.checked = value === true
    else control.value = String(value)
    for (let around = control.closest("details"); around; around = around.parentElement?.closest("details") ?? null)
      around.open = true
    found = true
  }
  return found
}

function say(sentence: string): void {
  const place = document.getElementById("draft-kept")
  if (place && place.textContent !== sentence) place.textContent = sentence
}
