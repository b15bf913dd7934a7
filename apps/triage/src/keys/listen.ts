/** Browser: hears the keys of a desk's pages, and shows what they are. */
import { type DeskKey, keyOf } from "./keys.ts"

/**
 * Where this tab keeps that single keys are off. In the tab and not at the server: the next person at a shared desk begins
 * with what is usual, and nobody's way of working is stored beside their name.
 */
const OFF = "candour-keys-off"

/** What a page does at a key; those left out do nothing there. */
export type Answers = Partial<Record<DeskKey, () => void>>

const isOn = () => sessionStorage.getItem(OFF) === null

/** Boxes that take letters. A button or a checkbox takes none. */
const TYPES_INTO =
  "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=submit])"

const going: Answers = {
  search: () => location.assign("/search"),
  myDay: () => location.assign("/"),
  queue: () => location.assign("/queue"),
}

/** Where the report of this page stood in the round of what needs someone: `n` goes on from there. */
export function nextAddress(): string {
  const from = new URLSearchParams(location.search).get("round")
  const report = /^\/report\/([0-9a-f-]{36})$/.exec(location.pathname)?.[1]
  if (from !== null) return `/next?after=${encodeURIComponent(from)}`
  return report === undefined ? "/next" : `/next?not=${report}`
}

/**
 * Answers the keys that every page has, and those of this page.
 *
 * @param ownKey - answers a key that only this page has, and says whether it did
 */
export function listenForKeys(answers: Answers = {}, ownKey: (key: string) => boolean = () => false): void {
  const dialog = document.querySelector<HTMLDialogElement>("#keys")
  const show = document.getElementById("show-keys")
  const setting = document.querySelector<HTMLInputElement>("#keys-on")
  if (dialog && setting) {
    setting.checked = isOn()
    setting.addEventListener("change", () => {
      if (setting.checked) sessionStorage.removeItem(OFF)
      else sessionStorage.setItem(OFF, "")
    })
    show?.addEventListener("click", () => dialog.showModal())
  }
  const all: Answers = {
    ...going,
    next: () => location.assign(nextAddress()),
    help: () => dialog?.showModal(),
    ...answers,
  }
  let before: DeskKey | undefined
  document.addEventListener("keydown", (event) => {
    const target = event.target as Element | null
    if (
      !isOn() ||
      event.defaultPrevented ||
      event.repeat ||
      target?.closest(TYPES_INTO) ||
      document.querySelector("dialog[open]")
    )
      return
    const isPlain = !(event.ctrlKey || event.altKey || event.metaKey)
    if (before !== "go" && isPlain && ownKey(event.key.toLowerCase())) return event.preventDefault()
    const pressed = keyOf(event, before)
    before = pressed
    const answer = pressed && all[pressed]
    if (answer === undefined) return
    event.preventDefault()
    answer()
  })
}
