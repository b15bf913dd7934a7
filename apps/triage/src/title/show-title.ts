/** Browser: the title's form of an open report. What is typed is sealed here. */
import { fromBase64url, toBase64url } from "@candour/sealing/encoding.ts"
import { sealedFromStorage } from "@candour/sealing/sealed.ts"
import { MAX_TITLE_LETTERS, openTitle, sealTitle, titleKeyOf } from "@candour/sealing/title.ts"
import { ask, Refused } from "../ask.ts"
import { ownInbox } from "../desk/own-inbox.ts"
import type { HandedOut } from "../report/open-report.ts"
import type { Opened } from "../report/opened.ts"
import { showProblem, working } from "../show-problem.ts"
import { en } from "./messages.ts"

const form = document.querySelector<HTMLFormElement>("#title-form")
const box = document.querySelector<HTMLInputElement>("#title")
const said = document.getElementById("title-said")
/** Where it stands above the report, for whoever gives none too. */
const shown = document.getElementById("title-shown") as HTMLElement

let open: { report: Opened; inbox: HandedOut["inbox"] } | undefined
/** What the report's title is, as it is kept. */
let kept = ""

/** Whose title it is, and the key that it is under: the inbox's, or of a restricted report its own. */
async function keyFor({ report, inbox }: NonNullable<typeof open>, underOwn: boolean) {
  const of = { tenant: report.unlocked.whose.tenant, report: report.id }
  if (underOwn) return { of, key: report.key, generation: undefined }
  const own = await ownInbox(report.unlocked, inbox)
  return { of, key: titleKeyOf(own, report.id), generation: own.generation }
}

/**
 * The title that is kept of the report open in this tab, sealed for those who may open it once it is restricted, or no
 * longer; undefined where it has none.
 */
export async function titleToCarry(isRestricted: boolean): Promise<string | undefined> {
  if (open === undefined || kept === "") return undefined
  const { of, key } = await keyFor(open, isRestricted)
  return toBase64url(await sealTitle(key, of, kept))
}

/** Fills the form with the title of a report that has just been opened in this tab; a second call changes nothing. */
export async function showTitle(report: Opened, { inbox, title }: HandedOut): Promise<void> {
  if (open !== undefined) return
  open = { report, inbox }
  const { sealed, generation } = title
  if (sealed === undefined) return
  try {
    const { of, key } = await keyFor(open, generation === undefined)
    kept = await openTitle(key, of, sealedFromStorage(fromBase64url(sealed)))
    shown.textContent = kept
    if (!box) return
    box.value = kept
    box.defaultValue = kept
  } catch {
    showProblem(document.getElementById("title-problem") ?? shown, en.cannotOpen)
  }
}

async function keep(): Promise<void> {
  if (!open || !form || !box || !said) return
  const typed = box.value.trim().normalize("NFC")
  const over = [...typed].length - MAX_TITLE_LETTERS
  if (over > 0) throw new Refused({ problem: "too-long", sentence: en.problem.tooLong(over) })
  const { of, key, generation } = await keyFor(open, form.dataset.restricted !== undefined)
  const body = typed === "" ? {} : { sealed: toBase64url(await sealTitle(key, of, typed)), generation }
  await ask(`/report/${of.report}/title`, body)
  kept = typed
  shown.textContent = typed
  box.defaultValue = typed
  box.dispatchEvent(new Event("input", { bubbles: true })) // it is kept as the title now, and no longer as typed
  said.textContent = typed === "" ? en.removed : en.saved
}

form?.addEventListener("submit", (event) => {
  event.preventDefault()
  const button = form.querySelector("button") as HTMLButtonElement
  void working(button, document.getElementById("title-problem") as HTMLElement, keep)
})

// Whoever assesses knows what it is about. It is asked for, and holds nothing up.
document.addEventListener("submit", ({ target }) => {
  if (said && kept === "" && (target as HTMLFormElement).dataset.decision === "assessed") said.textContent = en.prompt
})
