/** Browser: shows who else has this report open, and that something has happened to it meanwhile. */
import { ask } from "../ask.ts"
import { en } from "./messages.ts"
import type { Present } from "./note-presence.ts"

/** Milliseconds between two looks: a third of how long somebody counts as here. */
const EVERY = 20_000

/** Looks at once, and again while the page is in sight. */
export function showPresence(report: HTMLElement, id: string): void {
  const look = async () => {
    if (document.visibilityState !== "visible") return
    const present = await ask<Present>(`/report/${id}/here`, {}).catch(() => undefined)
    if (present === undefined) return // the next decision says what is wrong
    const said = [
      present.names.length > 0 ? en.open(new Intl.ListFormat("en-GB").format(present.names), present.names.length) : "",
      present.lastNumber > Number(report.dataset.number) ? en.happened : "",
    ]
    const place = document.getElementById("presence")
    const text = said.filter(Boolean).join(" ")
    if (place && place.textContent !== text) place.textContent = text
  }
  void look()
  setInterval(look, EVERY)
  document.addEventListener("visibilitychange", look)
}
