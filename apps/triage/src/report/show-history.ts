/** Browser: puts the sealed words into the history, and says of each decision whether its signature fits. */
import { en } from "./messages.ts"
import type { HandedOut, SentEvent } from "./open-report.ts"
import { type Opened, openWords, type SignatureState, signatureState } from "./opened.ts"

const SIGNATURE: Record<SignatureState, string> = {
  fits: en.history.signed,
  wrong: en.history.signatureWrong,
  missing: en.history.notSigned,
  "none-needed": "",
}

/** Shows `events` in the page's history, and each draft beside the form that checks it. */
export async function showHistory(
  opened: Opened,
  events: readonly SentEvent[],
  verifying: HandedOut["verifying"],
): Promise<void> {
  for (const event of events) {
    showSignature(event.number, signatureState(opened, event, verifying))
    if (event.words !== undefined) await showWords(opened, event)
  }
}

function showSignature(number: number, state: SignatureState): void {
  const place = document.querySelector<HTMLElement>(`[data-signature="${number}"]`)
  if (place === null || state === "none-needed") return
  place.textContent = SIGNATURE[state]
  place.classList.toggle("candour-overdue", state !== "fits")
  place.hidden = false
}

async function showWords(opened: Opened, event: SentEvent): Promise<void> {
  const place = document.querySelector<HTMLElement>(`[data-words="${event.number}"]`)
  const words = await openWords(opened, event)
  const text = document.createElement("p")
  text.className = "govuk-body candour-said"
  text.textContent = words ?? en.history.cannotOpen
  place?.replaceChildren(text)
  for (const beside of document.querySelectorAll<HTMLElement>(`[data-words-of="${event.number}"]`))
    beside.textContent = words ?? en.history.cannotOpen
}
