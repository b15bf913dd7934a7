import type { Language } from "@candour/domain/contact.ts"
import type { ReceiptDays } from "@candour/web/receipt-days.ts"
import { documentLanguage } from "../visit/document-language.ts"
import { loadPart, readFrom, swap } from "../visit/swap.ts"
import { groupsOf, spoken } from "./digits.ts"
import { receiptMessages } from "./messages.ts"

/** What the browser's own entry of the history keeps of a receipt, so that loading the page again shows the same. */
export interface ShownReceipt {
  digits: string
  /** "Thank you for telling us. …" with the teams' names. */
  thanks: Record<Language, string>
  /** How many teams have it. */
  teams: number
  /** Somebody is in danger now. */
  danger: boolean
  days: Record<Language, ReceiptDays>
}

/** Milliseconds that the history keeps a receipt whose digits nobody was seen to keep. */
const KEPT_MILLISECONDS = 30 * 60_000

/** In this page's memory alone, so that the other language shows the same once the history has forgotten it. */
let shownNow: ShownReceipt | undefined

/**
 * Takes the digits out of the history, where a tab that is opened again would show them to whoever comes next: once they
 * were checked, copied, saved or printed, or after half an hour. They stay on the page.
 */
function forget(): void {
  if (history.state?.digits) history.replaceState(null, "")
}

/** What the page knows of a receipt before there is one: who gets the report. */
export function readersOnPage(): Pick<ShownReceipt, "thanks" | "teams"> {
  const { thanks = "{}", count } = document.querySelector<HTMLElement>("#receipt")?.dataset ?? {}
  return { thanks: JSON.parse(thanks), teams: Number(count) }
}

/**
 * Shows a receipt in place of the page's main part. The digits stay in this browser: on the page, and in the one entry
 * of the history, which leaving by any button of ours replaces, until somebody has kept them.
 */
export function showReceipt(receipt: ShownReceipt): void {
  const template = document.querySelector<HTMLTemplateElement>("#receipt")
  if (!template) return
  const page = document.importNode(template.content, true)
  const lang = documentLanguage()
  const words = receiptMessages[lang]
  const days = receipt.days[lang]
  const fill = (what: string, text: string) => {
    for (const element of page.querySelectorAll(what)) element.textContent = text
  }
  fill("[data-thanks]", receipt.thanks[lang])
  fill("[data-spoken]", spoken(receipt.digits))
  fill("[data-open-by]", words.next.open(receipt.teams, days.openBy))
  fill("[data-look-from]", words.next.look(days.lookFrom))
  page.querySelector("[data-digits]")?.append(
    ...groupsOf(receipt.digits).map((group) => {
      const shown = document.createElement("span")
      shown.textContent = group
      return shown
    }),
  )
  for (const warning of page.querySelectorAll<HTMLElement>("[data-danger]")) warning.hidden = !receipt.danger
  // The template lies in the page's column, and what it holds takes the place of the rest of that.
  template.parentElement?.replaceChildren(page, template)
  document.title = `${words.title} – Candour`
  history.replaceState(receipt, "", lang === "cy" ? "/cy/receipt" : "/receipt")
  shownNow = receipt
  setTimeout(forget, KEPT_MILLISECONDS)
  scrollTo(0, 0)
  readFrom(document.querySelector("h1"))
}

const shownDigits = () =>
  [...document.querySelectorAll("[data-digits] span")].map((group) => group.textContent).join("")

/** Makes copy, print and save work, and shows their buttons. */
export function wireReceipt(): void {
  const leaving = document.querySelector<HTMLElement>("[data-leave]")
  if (!leaving || leaving.dataset.wired) return
  leaving.dataset.wired = "yes"
  wireLanguage()
  const on = (id: string, act: () => unknown) => document.getElementById(id)?.addEventListener("click", act)
  on("copy", async () => {
    await navigator.clipboard.writeText(shownDigits())
    forget()
    const copied = document.getElementById("copied")
    if (copied) copied.textContent = copied.dataset.words ?? ""
  })
  on("print", printDigits)
  on("save", saveDigits)
  for (const element of document.querySelectorAll<HTMLElement>("main [data-with-script]")) element.hidden = false
  if (!navigator.clipboard) document.getElementById("copy")?.remove()
}

/** Where the receipt stands in the page that told, the way to the other language was a button of that page's form. */
function wireLanguage(): void {
  const button = document.querySelector<HTMLButtonElement>(".candour-language button[formaction]")
  const link = document.querySelector<HTMLAnchorElement>("a[data-language]") ?? document.createElement("a")
  if (button && !button.form) {
    link.className = "govuk-link"
    link.href = documentLanguage() === "cy" ? "/receipt" : "/cy/receipt"
    link.lang = button.lang
    link.textContent = button.textContent
    button.closest("nav")?.replaceChildren(link)
  }
  link.addEventListener("click", showInOtherLanguage)
}

/** The same receipt in the other language: what this entry of the history keeps stays with it, and no more. */
function showInOtherLanguage(event: Event): void {
  if (!shownNow) return
  event.preventDefault()
  const { href, pathname } = event.currentTarget as HTMLAnchorElement
  const kept = shownNow
  const wasForgotten = !history.state?.digits
  void fetch(href)
    .then((answer) => answer.text())
    .then((html) => {
      swap(html, pathname)
      history.replaceState(kept, "", pathname)
      return loadPart()
    })
    .then(() => wasForgotten && forget())
    .catch(() => undefined)
}

/** Prints the digits; browsers put the page's title at the head of the sheet, and it mustn't say what they are for. */
function printDigits() {
  const { title } = document
  document.title = "\u00a0"
  print()
  document.title = title
  forget()
}

/** Saves a file that holds the digits and nothing else, under a name that says nothing (pages §2.7). */
function saveDigits() {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([`${groupsOf(shownDigits()).join(" ")}\n`], { type: "text/plain" }))
  link.download = "number.txt"
  link.click()
  URL.revokeObjectURL(link.href)
  forget()
}

/** Checks the last four digits in this browser; nothing is sent. */
export function checkLast(form: HTMLFormElement): void {
  const typed = String(new FormData(form).get("last") ?? "").replace(/\D/g, "")
  const said = form.querySelector<HTMLElement>("#checked")
  if (!said) return
  const isRight = typed === shownDigits().slice(-4)
  said.textContent = (isRight ? said.dataset.right : said.dataset.wrong) ?? ""
  if (isRight) forget()
}
