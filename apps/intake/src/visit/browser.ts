/** On every page: the way out, and a visit that leaves one entry in the history (pages §2.8). */
import { watchLeave } from "@candour/web/leave.ts"
import { followInPlace } from "./follow-in-place.ts"
import { postInPlace } from "./post-in-place.ts"
import { loadPart } from "./swap.ts"

watchLeave()
document.addEventListener("submit", postInPlace)
document.addEventListener("click", followInPlace)
document.querySelector<HTMLElement>("#error-summary")?.focus()
loadPart()
