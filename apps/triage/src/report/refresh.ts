/** Browser: brings the page up to date after a decision, without losing what is open or typed in it. */
import { Refused } from "../ask.ts"
import { en } from "../messages.ts"

/** The page as the server has it now. By XMLHttpRequest, which parses a page without a sink that takes strings. */
const freshPage = (): Promise<Document> =>
  new Promise((resolve, refuse) => {
    const request = new XMLHttpRequest()
    request.open("GET", location.pathname)
    request.responseType = "document"
    request.addEventListener("load", () => {
      if (request.status === 401) refuse(new Refused({ problem: "signed-out", sentence: en.failure.signedOut }))
      else if (request.response === null || request.status >= 400)
        refuse(new Refused({ problem: "failed", sentence: en.failure.server }))
      else resolve(request.response as Document)
    })
    request.addEventListener("error", () => refuse(new Refused({ problem: "away", sentence: en.failure.away })))
    request.send()
  })

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
const CONTROLS = "input, textarea, select"

/** What a person changed in the page's forms, by control: for those forms that are still there afterwards. */
function typedIn(part: ParentNode, except: HTMLFormElement | undefined): Map<string, Control> {
  const typed = new Map<string, Control>()
  for (const control of part.querySelectorAll<Control>(CONTROLS))
    if (control.form !== except && control.id !== "") typed.set(control.id, control)
  return typed
}

function takeOver(part: ParentNode, typed: Map<string, Control>, openForms: ReadonlySet<string>): void {
  for (const control of part.querySelectorAll<Control>(CONTROLS)) {
    const before = typed.get(control.id)
    if (before === undefined) continue
    control.value = before.value
    Object.assign(control.dataset, before.dataset)
    if (control instanceof HTMLInputElement && before instanceof HTMLInputElement) control.checked = before.checked
  }
  for (const details of part.querySelectorAll("details")) if (openForms.has(details.id)) details.open = true
}

/** What stands in a part beside what is typed there: it is the server's, whatever the part's forms hold. */
function takeData(id: string, fresh: Document): void {
  const part = document.getElementById(id)
  const now = fresh.getElementById(id)
  if (part === null || now === null) return
  for (const name of Object.keys(part.dataset)) if (!(name in now.dataset)) delete part.dataset[name]
  Object.assign(part.dataset, now.dataset)
}

/**
 * Replaces the parts of the page that events change.
 *
 * @param sent - the form whose decision was recorded: what was typed there is done with. Left out where nothing was
 *   recorded: then every form stays as it is
 * @returns whether the report is still at this desk, for whoever looks at it
 * @throws Refused
 */
export async function refresh(sent?: HTMLFormElement): Promise<boolean> {
  const fresh = await freshPage()
  const report = document.getElementById("report")
  const freshReport = fresh.getElementById("report")
  if (report === null || freshReport === null) return false
  // Whoever has just been found too near keeps nothing of it on this page.
  if (freshReport.dataset.stopped !== report.dataset.stopped) return false
  report.dataset.number = freshReport.dataset.number
  for (const id of ["top", "facts", "clocks", "history", ...(sent ? ["decide", "linked"] : [])]) {
    const old = document.getElementById(id)
    const part = fresh.getElementById(id)
    if (old === null || part === null) continue
    const typed = typedIn(old, sent)
    const openForms = new Set([...old.querySelectorAll("details[open]")].map((each) => each.id))
    if (sent) openForms.delete(sent.closest("details")?.id ?? "")
    const taken = document.importNode(part, true)
    takeOver(taken, typed, openForms)
    old.replaceWith(taken)
  }
  for (const id of ["linked", "title-form"]) takeData(id, fresh)
  const hint = document.getElementById("title-hint")
  if (hint) hint.textContent = fresh.getElementById("title-hint")?.textContent ?? ""
  return true
}
