import { loadPart, readFrom, swap } from "./swap.ts"
import { keepTyped, ROUTE_FIELDS, restoreTyped } from "./typed.ts"

let busy = false

/**
 * Posts a form and shows the answer in place. Nothing typed is lost when the network is: the form stays as it is, and
 * says so. A form marked `data-part-sends` is the part's script's to send; if that hasn't come, nothing is sent, unless
 * the mark is `if-it-can`.
 */
export async function postInPlace(event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement
  if (form.method !== "post") return
  event.preventDefault()
  if (busy) return
  busy = true
  show(form, "[data-not-sent]", false)
  show(form, "[data-sending]", true)
  try {
    await post(form, event.submitter)
  } catch {
    show(form, "[data-not-sent]", true)
    readFrom(form.querySelector("[data-not-sent]"))
  } finally {
    show(form, "[data-sending]", false)
    busy = false
  }
}

async function post(form: HTMLFormElement, submitter: HTMLElement | null) {
  const away = submitter?.getAttribute("formaction")
  const fields = "partSends" in form.dataset ? await fieldsOfPart(form, submitter) : new FormData(form, submitter)
  if (!fields) return

  const address = away ?? form.getAttribute("action") ?? location.pathname
  const answer = await fetch(address, { method: "POST", body: new URLSearchParams(fields as never) })
  if (!answer.ok && answer.status !== 422) throw new Error("It was not taken.")
  swap(await answer.text(), new URL(answer.url).pathname)
  restoreTyped()
  // Not waited for: on a slow network the page's buttons work before its script is there.
  loadPart().catch(() => undefined)
}

/** What may be posted of a form that holds secrets. */
async function fieldsOfPart(form: HTMLFormElement, submitter: HTMLElement | null): Promise<FormData | undefined> {
  if (form.id === "tell" && submitter?.hasAttribute("formaction")) {
    // What was told stays in this browser: only where it goes is asked again.
    keepTyped(form)
    await loadPart().then(
      (part) => part?.carry?.(form),
      () => undefined,
    )
    const fields = new FormData(form, submitter)
    for (const name of [...fields.keys()]) if (!ROUTE_FIELDS.includes(name)) fields.delete(name)
    return fields
  }
  const part = await loadPart().catch(() => undefined)
  if (!part?.send && form.dataset.partSends === "if-it-can") return new FormData(form, submitter)
  if (!part?.send) throw new Error("The page's own script has not come.")
  const fields = await part.send(form, submitter)
  if (fields && form.id === "tell") keepTyped(form) // the page comes anew, and gets back what was typed
  return fields
}

function show(form: HTMLFormElement, what: string, shown: boolean) {
  const words = form.querySelector<HTMLElement>(what)
  if (words) words.hidden = !shown
}
