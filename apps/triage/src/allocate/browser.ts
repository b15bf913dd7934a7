/** The page of allocation: opens the report beside the list, and seals its key to the force that it is given to. */
import { referenceOf } from "@candour/domain/reference.ts"
import { requireUnlocked, unlockedKey } from "@candour/identity/sign-in/unlocked.ts"
import { ask, Refused } from "../ask.ts"
import { sendDecision } from "../decide/send-decision.ts"
import { listenForKeys } from "../keys/listen.ts"
import type { HandedOut } from "../report/open-report.ts"
import { type Opened, openHandedOut, whyNotOpened } from "../report/opened.ts"
import { showSaid } from "../report/show-said.ts"
import { answerForms, showProblem, working } from "../show-problem.ts"
import { leaveForNext, sayWhatWasBefore } from "../usual/listen.ts"
import { en } from "./messages.ts"

const place = document.getElementById("allocate")
const { id = "", number = "0", next = "/allocate" } = place?.dataset ?? {}
const byId = <Kind extends HTMLElement>(name: string) => document.getElementById(name) as Kind

/** What this tab has open: kept in memory alone, and gone with the page. */
let opened: Opened | undefined
/** The last event that this tab has seen. */
let lastSeen = Number(number)
const unlocking = unlockedKey().catch(() => undefined)

const opening = document.querySelector<HTMLFormElement>("#open")
opening?.addEventListener("submit", (event) => {
  event.preventDefault()
  const button = opening.querySelector("button") as HTMLButtonElement
  void working(button, byId("said-problem"), () => open(opening))
})

async function open(form: HTMLFormElement): Promise<void> {
  const unlocked = (await unlocking) ?? (await requireUnlocked())
  const handed = await ask<HandedOut>(`/report/${id}/open`, { reason: new FormData(form).get("reason") })
  try {
    opened = await openHandedOut(id, unlocked, handed)
  } catch (error) {
    throw new Refused({ problem: "keys", sentence: whyNotOpened(error, handed) })
  }
  lastSeen = Math.max(lastSeen, ...handed.events.map((each) => each.number))
  form.remove()
  showSaid(byId("words"), opened.body)
  byId("send").hidden = false
  byId("said-title").focus()
}

/** Whoever goes on from one to the next asks for it so; not again where they come back to the page. */
async function openInRound(): Promise<void> {
  const [came] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[]
  const inRound = new URLSearchParams(location.search).has("round") && came?.type === "navigate"
  if (inRound && (await unlocking) !== undefined) opening?.requestSubmit()
}

const inRound = (address: string) => `${address}${address.includes("?") ? "&" : "?"}round`

/** Gives the report to a force, once its second thought was answered where it needs one. */
async function give(button: HTMLButtonElement): Promise<void> {
  const { to = "", name = "", mustNot } = button.dataset
  const problem = byId("send-problem")
  if (opened === undefined) return showProblem(byId("said-problem"), en.openFirst)
  if (mustNot !== undefined && !(await isSure(name, mustNot))) return button.focus()
  const words = byId<HTMLTextAreaElement>("reason").value.trim()
  await working(button, problem, async () => {
    byId("desks-found").textContent = en.sending(name)
    await send("transferred", { to }, words || en.prefilled.found)
    leaveForNext(id, en.given(name), inRound(next))
  })
}

/** Asks once more; the answer that sends nothing comes first. */
function isSure(name: string, why: string): Promise<boolean> {
  const dialog = byId<HTMLDialogElement>("sure")
  byId("sure-title").textContent = en.sureTitle(name)
  byId("sure-why").textContent = why
  byId("sure-yes").textContent = en.sureYes(name)
  dialog.returnValue = "no"
  dialog.showModal()
  byId("sure-title").focus()
  return new Promise((answer) =>
    dialog.addEventListener("close", () => answer(dialog.returnValue === "yes"), { once: true }),
  )
}

async function keep(): Promise<void> {
  if (document.getElementById("keep") === null) return // nothing is left to keep
  await working(byId("keep"), byId(opened ? "send-problem" : "said-problem"), async () => {
    await send("taken", {}, undefined)
    leaveForNext(id, en.kept, inRound(next))
  })
}

async function send(kind: "transferred" | "taken", detail: Record<string, unknown>, words: string | undefined) {
  const unlocked = opened?.unlocked ?? (await requireUnlocked())
  await sendDecision({ id, unlocked, opened, number: lastSeen + 1, kind }, { detail, words, errors: {} })
}

const find = document.querySelector<HTMLFormElement>("#find-desk")
const box = find?.querySelector<HTMLInputElement>("#desk")
const lines = () => [...document.querySelectorAll<HTMLLIElement>("#desks > li")]
const buttonIn = (line: HTMLLIElement) => line.querySelector("button") as HTMLButtonElement

/** Shows the desks whose name has a word that begins with what is typed, or else has it anywhere. */
function filter(): void {
  const typed = box?.value.trim().toLowerCase() ?? ""
  const named = (line: HTMLLIElement) => buttonIn(line).dataset.name?.toLowerCase() ?? ""
  const begins = lines().filter((line) =>
    named(line)
      .split(/[\s-]+/)
      .some((_, at, all) => all.slice(at).join(" ").startsWith(typed)),
  )
  const found = typed === "" ? [] : begins.length > 0 ? begins : lines().filter((line) => named(line).includes(typed))
  for (const line of lines()) line.hidden = !found.includes(line)
  byId("desks-found").textContent = typed === "" ? "" : en.found(found.length)
}

box?.addEventListener("input", filter)
find?.addEventListener("submit", (event) => {
  event.preventDefault()
  const first = lines().find((line) => !line.hidden)
  if (first) void give(buttonIn(first))
})
document.addEventListener("click", ({ target }) => {
  const button = (target as Element).closest<HTMLButtonElement>("button[data-to]")
  if (button) void give(button)
  if ((target as Element).closest("#keep")) void keep()
})

/** The link of the report after, or before, the one beside the list. */
function rowLink(by: 1 | -1): HTMLAnchorElement | undefined {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".candour-allocation a")]
  return links[links.findIndex((link) => link.ariaCurrent === "true") + by]
}

/** The keys of this page alone. @returns whether it was one of them */
function ownKey(key: string): boolean {
  if (key === "f" && box && opened) {
    box.focus()
    return true
  }
  if (!/^[1-9]$/.test(key)) return false
  const button = document.querySelector<HTMLButtonElement>(`button[data-key="${key}"]`)
  if (button) void give(button)
  return button !== null
}

listenForKeys(
  {
    down: () => rowLink(1)?.click(),
    up: () => rowLink(-1)?.click(),
    next: () => location.assign(inRound(next)),
    open: () => opening?.requestSubmit(),
    take: () => void keep(),
  },
  ownKey,
)
answerForms()
sayWhatWasBefore()
void openInRound()
document.title = id ? `${referenceOf(id)}: ${document.title}` : document.title
