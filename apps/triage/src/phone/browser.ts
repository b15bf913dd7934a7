/** Takes a call: counts it, seals what was told before it leaves, reads the receipt out, and forgets it all. */
import type { CallEnd, Language } from "@candour/domain/contact.ts"
import { answersOf, type Counted, UNANSWERED } from "@candour/sealing/told.ts"
import { excess } from "@candour/sealing/told-fields.ts"
import { answerForms, sentenceOf, showProblem, working } from "../show-problem.ts"
import { Call, type SentCall, type Told } from "./call.ts"
import { forceWas, forgetFound, wireFind } from "./find-browser.ts"
import { speak } from "./in-language.ts"
import { keyOf } from "./keys.ts"
import { en, PARTS, type Part } from "./messages.ts"
import { clearNotes, note } from "./note.ts"
import { holdsPhoneNumber } from "./phone-number.ts"
import { forgetDigits, nextTick, showDigits } from "./read-out.ts"
import { scripts } from "./scripts.ts"

const element = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind
const problem = element("problem")
const [start, form, ending, receipt] = ["start", "call", "ending", "receipt"].map((id) =>
  element<HTMLFormElement>(id),
) as [HTMLFormElement, HTMLFormElement, HTMLFormElement, HTMLFormElement]
const [bar, stage, countedPlace, over] = ["bar", "stage", "counted", "over"].map((id) => element(id)) as [
  HTMLElement,
  HTMLElement,
  HTMLElement,
  HTMLElement,
]
const [comesIn, hungUp, send] = ["comes-in", "hung-up", "send"].map((id) => element<HTMLButtonElement>(id)) as [
  HTMLButtonElement,
  HTMLButtonElement,
  HTMLButtonElement,
]
const keys = element<HTMLDialogElement>("keys")
const force = form.elements.namedItem("force") as HTMLSelectElement

let call: Call | undefined

/** Where a call stands: which form is shown. */
type Step = "start" | "call" | "ending" | "receipt"
let at: Step = "start"

function show(next: Step): void {
  at = next
  for (const [name, each] of Object.entries({ start, call: form, ending, receipt })) each.hidden = name !== next
  bar.hidden = next === "start"
  send.hidden = next !== "call"
  hungUp.hidden = next === "ending"
  say(hungUp, next === "receipt" ? en.end : en.hungUp, "F9")
}

/** A button's words with its key. */
function say(button: HTMLButtonElement, words: string, key: string): void {
  const kbd = document.createElement("kbd")
  kbd.textContent = key
  button.replaceChildren(`${words} `, kbd)
}

const typed = (name: string) => String(new FormData(form).get(name) ?? "")
const language = (): Language => (typed("language") === "cy" ? "cy" : "en")

/** The part of the call in which the handler is. */
function partAt(part: Part): void {
  stage.textContent = en.stage.part(PARTS.indexOf(part) + 1, PARTS.length, en.parts[part])
}

function comeIn(): void {
  if (call) return
  const begun = new Call()
  call = begun
  countedPlace.textContent = ""
  void begun.count((isCounted) => {
    if (call === begun) countedPlace.textContent = isCounted ? en.counted.yes : en.counted.notYet
  })
  showProblem(problem, "")
  say(send, en.send, "F8")
  show("call")
  toPart("safe")
}

function toPart(part: Part): void {
  const section = element(`part-${part}`)
  const radios = section.querySelector<HTMLElement>("input:checked")
  const first = section.querySelector<HTMLElement>("input, textarea, select")
  const control = radios && first instanceof HTMLInputElement && first.type === "radio" ? radios : first
  control?.focus()
  section.scrollIntoView({ block: "start" })
}

/** To the next part of the call, or to the one before; from the receipt to what is to be read. */
function step(by: 1 | -1): void {
  if (at === "receipt") nextTick().focus()
  if (at !== "call") return
  const here = document.activeElement?.closest<HTMLElement>("[data-part]")?.dataset.part as Part | undefined
  const next = PARTS[here ? PARTS.indexOf(here) + by : by === 1 ? 0 : PARTS.length - 1]
  if (next) toPart(next)
  else (by === 1 ? send : hungUp).focus()
}

/** While nobody can tell whether it arrived, what was sealed is what is sent: it can be read, and not changed. */
function freeze(frozen: boolean): void {
  for (const control of form.elements) {
    if (control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === "text"))
      control.readOnly = frozen
    else if (!(control instanceof HTMLButtonElement && control.hidden)) (control as HTMLInputElement).disabled = frozen
  }
}

function wrongIn(): HTMLElement | undefined {
  const errors: Record<string, string> = typed("account").trim() === "" ? { account: en.problem.noAccount } : {}
  for (const [name, letters] of Object.entries(excess(typed))) errors[name] = en.problem.tooLong(letters)
  let first: HTMLElement | undefined
  for (const control of form.querySelectorAll<HTMLElement>("input[type=text], textarea")) {
    const sentence = errors[control.id] ?? ""
    note(control, "error", sentence)
    if (sentence !== "") first ??= control
  }
  return first
}

function toldNow(withReceipt: boolean): Told {
  const data = new FormData(form)
  return {
    answers: answersOf(typed),
    counted: {
      language: language(),
      categories: data.getAll("categories") as Counted["categories"][number][],
      danger: (typed("danger") || UNANSWERED.danger) as Counted["danger"],
      // Nobody could read a message without digits.
      mayReply: withReceipt ? ((typed("mayReply") || UNANSWERED.mayReply) as Counted["mayReply"]) : "no",
    },
    destination: { force: force.value, found: forceWas(), reader: typed("reader") || "team" },
    withReceipt,
  }
}

async function sendCall(withReceipt: boolean): Promise<void> {
  const sending = call
  if (!sending) return
  if (!sending.uncertain) {
    const wrong = wrongIn()
    if (wrong) {
      show("call")
      wrong.focus()
      return
    }
  }
  const told = toldNow(withReceipt)
  freeze(true)
  try {
    const done = await sending.send(told)
    if (call === sending) sent(done)
  } catch (error) {
    if (call !== sending) return // another call is on the page
    show("call")
    if (sending.uncertain) {
      say(send, en.again, "F8")
      stage.textContent = en.stage.notSent
      showProblem(problem, en.problem.uncertain)
    } else {
      freeze(false)
      showProblem(problem, sentenceOf(error))
    }
  }
}

/** The report is with its team: what was told goes from this page, and the digits are read out. */
function sent({ team, days, language: lang, danger, receipt: digits }: SentCall): void {
  const goodbye = element("goodbye")
  goodbye.lang = lang
  goodbye.textContent = scripts[lang][digits ? "goodbye" : "without"](team[lang], days[lang])
  element("still-danger").hidden = !danger
  forgetTold()
  element("digits").hidden = digits === undefined
  showDigits(digits ?? "")
  stage.textContent = digits ? en.stage.receipt : en.stage.sent
  showProblem(problem, "")
  const title = element("receipt-title")
  title.textContent = digits ? en.receipt.heading : en.sent
  show("receipt")
  title.focus()
}

/** Takes all that was typed off the page; the caller's language stays until the call is over. */
function forgetTold(): void {
  freeze(false)
  const lang = typed("language")
  form.reset()
  for (const radio of form.querySelectorAll<HTMLInputElement>("input[name=language]"))
    radio.checked = radio.value === lang
  clearNotes(form)
  forgetFound()
  element("supervisor").hidden = true
}

/** Nothing of the call stays: no word, no digit, no key. */
function finish(words: string): void {
  call?.forget()
  call = undefined
  form.reset()
  forgetTold()
  forgetDigits()
  element("goodbye").textContent = ""
  speak("en")
  showProblem(problem, "")
  over.textContent = words
  show("start")
  comesIn.focus()
}

function callerHungUp(): void {
  if (!call) return
  if (at === "receipt") finish(`${en.over.sent} ${en.over.counted}`)
  else if (call.isSending) showProblem(problem, en.problem.sending)
  else if (call.uncertain) showProblem(problem, en.problem.tryFirst)
  else askWhy()
}

function askWhy(): void {
  element("send-told").hidden = typed("account").trim() === ""
  stage.textContent = en.stage.ending
  show("ending")
  element("ending-title").focus()
}

async function endBecause(why: CallEnd): Promise<void> {
  if (call?.isSending) return showProblem(problem, en.problem.sending)
  await call?.end(why)
  finish(en.over.counted)
}

start.addEventListener("submit", (event) => {
  event.preventDefault()
  comeIn()
})
form.addEventListener("submit", (event) => event.preventDefault())
wireFind(problem)
form.addEventListener("focusin", ({ target }) => {
  const part = (target as HTMLElement).closest<HTMLElement>("[data-part]")?.dataset.part as Part | undefined
  if (part && !call?.uncertain) partAt(part)
})
form.addEventListener("input", ({ target }) => {
  if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text"))
    note(target, "warning", holdsPhoneNumber(target.value) ? en.number : "")
})
form.addEventListener("change", ({ target }) => {
  const { name, value } = target as HTMLInputElement
  if (name === "language") speak(language())
  if (name === "danger") element("supervisor").hidden = value !== "now"
})
send.addEventListener("click", () => void working(send, problem, () => sendCall(typed("wantsDigits") !== "no")))
hungUp.addEventListener("click", callerHungUp)
const sendTold = element<HTMLButtonElement>("send-told")
sendTold.addEventListener("click", () => void working(sendTold, problem, () => sendCall(false)))
element("back-to-call").addEventListener("click", () => {
  show("call")
  toPart("account")
})
for (const button of ending.querySelectorAll<HTMLButtonElement>("button[name=why]")) {
  button.addEventListener("click", () => void working(button, problem, () => endBecause(button.value as CallEnd)))
}
element("show-keys").addEventListener("click", () => keys.showModal())

document.addEventListener("keydown", (event) => {
  if (keys.open) return
  const target = event.target as HTMLElement
  const typing = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text")
  const pressed = keyOf(event, typing)
  if (pressed === undefined) return
  event.preventDefault()
  if (pressed === "start") comeIn()
  else if (pressed === "next") step(1)
  else if (pressed === "before") step(-1)
  else if (pressed === "list") keys.showModal()
  else if (pressed === "send" && at === "call") send.click()
  else if (pressed === "hungUp" && at !== "ending") hungUp.click()
})

// Leaving would lose what is being told; and what a browser keeps of a page that was left must hold nothing.
window.addEventListener("beforeunload", (event) => {
  if (call) event.preventDefault()
})
window.addEventListener("pagehide", () => finish(""))

show("start")
answerForms()
