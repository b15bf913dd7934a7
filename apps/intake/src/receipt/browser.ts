/** The receipt's buttons; and, at its own address, the same receipt again after the page is loaded anew. */
import { checkLast, type ShownReceipt, showReceipt, wireReceipt } from "./show-receipt.ts"

/** Fills the page out of the history's entry, where that holds a receipt. */
export function show(): void {
  const kept: ShownReceipt | null = history.state
  if (kept?.digits && !document.querySelector("main [data-digits]")) showReceipt(kept)
  wireReceipt()
}

/** Checks the last four digits. */
export async function send(form: HTMLFormElement): Promise<undefined> {
  checkLast(form)
}
