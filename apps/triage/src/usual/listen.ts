/** Browser: the dialog of usual decisions, and going on to the next report after one. */
import { referenceOf } from "@candour/domain/reference.ts"
import { nextAddress } from "../keys/listen.ts"
import { en } from "./messages.ts"

/** Where this tab keeps that a usual decision leads on to the next report. */
const GO_ON = "candour-go-on"
/** Where the report before leaves what was decided there, for the page after it. */
const BEFORE = "candour-before"

const dialogNow = () => document.querySelector<HTMLDialogElement>("#usual")

/** Shows the dialog, with the forms that the page has now. */
export function showUsual(): void {
  const dialog = dialogNow()
  if (dialog === null) return
  for (const line of dialog.querySelectorAll<HTMLElement>("[data-leads-to]")) {
    const form = document.getElementById(line.dataset.leadsTo ?? "")
    line.hidden = form === null || form.hidden
  }
  const goOn = dialog.querySelector<HTMLInputElement>("#go-on")
  if (goOn) goOn.checked = sessionStorage.getItem(GO_ON) !== null
  dialog.showModal()
  dialog.querySelector<HTMLElement>("#usual-title")?.focus() // its keys first; Tab goes on through its buttons
}

/** Answers the dialog's keys and buttons. It is replaced at each decision, so the page listens, not the dialog. */
export function listenForUsual(): void {
  document.addEventListener("keydown", (event) => {
    const dialog = dialogNow()
    if (!dialog?.open || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.repeat)
      return
    const button = dialog.querySelector<HTMLButtonElement>(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`)
    if (button === null || button.closest("[hidden]")) return
    event.preventDefault()
    button.click()
  })
  document.addEventListener("click", ({ target }) => {
    const line = (target as Element).closest<HTMLElement>("#usual [data-leads-to]")
    if (line === null) return
    dialogNow()?.close()
    goTo(document.getElementById(line.dataset.leadsTo ?? ""))
  })
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.id !== "go-on") return
    if (target.checked) sessionStorage.setItem(GO_ON, "")
    else sessionStorage.removeItem(GO_ON)
  })
}

/** Unfolds a form and moves into it; one that is a single button is pressed. */
function goTo(form: HTMLElement | null): void {
  if (form instanceof HTMLFormElement) form.requestSubmit()
  if (!(form instanceof HTMLDetailsElement)) return
  form.open = true
  form.querySelector<HTMLElement>("select, textarea, input:not([type=hidden])")?.focus()
}

/**
 * Goes on to the next report, where this tab does so after a usual decision.
 *
 * @returns whether the page is being left
 */
export function goOnAfter(report: string, form: HTMLFormElement): boolean {
  const what = form.dataset.usual
  if (what === undefined || sessionStorage.getItem(GO_ON) === null) return false
  leaveForNext(report, what, nextAddress())
  return true
}

/** Goes on to the page at `address`, which then says what was decided here. */
export function leaveForNext(report: string, what: string, address: string): void {
  sessionStorage.setItem(BEFORE, JSON.stringify([report, what]))
  location.assign(address)
}

/** Says on this page what was decided on the one before, with the way back to it. */
export function sayWhatWasBefore(): void {
  const place = document.getElementById("before")
  const kept = sessionStorage.getItem(BEFORE)
  if (place === null || kept === null) return
  sessionStorage.removeItem(BEFORE)
  const [report, what] = JSON.parse(kept) as [string, string]
  const link = document.createElement("a")
  link.className = "govuk-link"
  link.href = `/report/${report}`
  link.textContent = en.dialog.lookAgain
  place.append(`${en.dialog.before(referenceOf(report), what)} `, link)
}
