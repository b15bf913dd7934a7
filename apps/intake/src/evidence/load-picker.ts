/** Browser: the file picker of a form, loaded by a page that has one. */
import type { ChosenFile } from "./chosen-file.ts"
import type { WiredSpeak } from "./speak/wire-speak.ts"
import type { WiredPicker } from "./wire-file-picker.ts"

const pickers = new WeakMap<HTMLFormElement, WiredPicker>()
const speaking = new WeakMap<HTMLFormElement, WiredSpeak>()

/** Files, and what is being said, whose page is on its way to be replaced: in this page's memory alone. */
let kept: { files?: Promise<readonly ChosenFile[]> | undefined; speak?: WiredSpeak | undefined } = {}

/** The picker of a form, once its script is there. */
export const pickerOf = (form: HTMLFormElement): WiredPicker | undefined => pickers.get(form)

/**
 * Loads what chooses, cleans, records and sends files, and gives the form's picker what was kept.
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
  const { files, speak: before } = kept
  kept = {}
  const speak = wireSpeak(form, picker, await before?.leave())
  if (speak) speaking.set(form, speak)
  for (const file of (await files) ?? []) picker.add(file)
  const input = form.querySelector<HTMLInputElement>("input[type=file]")
  if (input?.files?.length) input.dispatchEvent(new Event("change")) // chosen before this was here
  return true
}

/** Keeps the files of a form, and what is being said, for the one that comes in its place: the page in the other language, or shown anew. */
export function keepFiles(form: HTMLFormElement): void {
  kept = { files: pickers.get(form)?.ready(), speak: speaking.get(form) }
}
