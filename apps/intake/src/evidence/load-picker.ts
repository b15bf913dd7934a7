/** Browser: the file picker of a form, loaded by a page that has one. */
import type { ChosenFile } from "./chosen-file.ts"
import type { WiredPicker } from "./wire-file-picker.ts"

const pickers = new WeakMap<HTMLFormElement, WiredPicker>()

/** Files whose page is on its way to be replaced: in this page's memory alone. */
let kept: readonly ChosenFile[] = []

/** The picker of a form, once its script is there. */
export const pickerOf = (form: HTMLFormElement): WiredPicker | undefined => pickers.get(form)

/**
 * Loads what chooses, cleans, records and sends files, and gives the form's picker the files that were kept.
 *
 * @returns whether the form takes files now
 */
export async function loadPicker(form: HTMLFormElement): Promise<boolean> {
  const { script } = form.querySelector<HTMLElement>("[data-file-picker]")?.dataset ?? {}
  if (!script || pickers.has(form)) return pickers.has(form)
  const { wireFilePicker, wireSpeak }: typeof import("./browser.ts") = await import(script)
  const picker = wireFilePicker(form)
  if (!picker) return false
  pickers.set(form, picker)
  wireSpeak(form, picker)
  for (const file of kept) picker.add(file)
  kept = []
  const input = form.querySelector<HTMLInputElement>("input[type=file]")
  if (input?.files?.length) input.dispatchEvent(new Event("change")) // chosen before this was here
  return true
}

/** Keeps the files of a form for the one that comes in its place: the page in the other language, or shown anew. */
export function keepFiles(form: HTMLFormElement): void {
  kept = pickers.get(form)?.files().slice() ?? []
}
