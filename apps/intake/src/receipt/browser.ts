/** The receipt's buttons; and, at its own address, the same receipt again after the page is loaded anew. */
import { loadPart, swap } from "../visit/swap.ts"
import { checkLast, type ShownReceipt, showReceipt, wireReceipt } from "./show-receipt.ts"

/** Fills the page out of the history's entry, where that holds a receipt. */
export function show(): void {
  const kept: ShownReceipt | null = history.state
  if (kept?.digits && !document.querySelector("main [data-digits]")) showReceipt(kept)
  wireReceipt()
  document.querySelector("a[data-language]")?.addEventListener("click", showInOtherLanguage)
}

/** The same receipt in the other language: what this entry of the history keeps stays with it. */
function showInOtherLanguage(event: Event): void {
  if (!history.state?.digits) return
  event.preventDefault()
  const { href, pathname } = event.currentTarget as HTMLAnchorElement
  const kept = history.state
  void fetch(href)
    .then((answer) => answer.text())
    .then((html) => {
      swap(html, pathname)
      history.replaceState(kept, "", pathname)
      return loadPart()
    })
    .catch(() => undefined)
}

/** Checks the last four digits. */
export async function send(form: HTMLFormElement): Promise<undefined> {
  checkLast(form)
}
