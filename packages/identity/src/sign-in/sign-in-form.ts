import { toBase64url } from "@candour/sealing/encoding.ts"
import type { Person } from "@candour/sealing/person-key.ts"
import { newSessionKey } from "@candour/sealing/session-key.ts"
import { startRegistration, startSignIn, WrongPassphrase } from "../opaque-client.ts"
import { newPassphrase, typedPassphrase } from "../passphrase.ts"
import { serveOpaque, startOpaque } from "./opaque-worker.ts"
import { ownPage } from "./own-page.ts"
import { keepUnlocked } from "./unlocked.ts"

/** An answer of the server that isn't what was asked for: its code, for the page's words. */
class Problem extends Error {
  override name = "Problem"
}

async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Problem("away")
  })
  if (answer.ok) return answer.json() as Promise<Answer>
  const problem = await answer.json().then(
    (each: { problem?: string }) => each.problem,
    () => undefined,
  )
  throw new Problem(problem ?? "away")
}

/** Signs in and unlocks by one act; the passphrase stays in this browser. @throws Problem, WrongPassphrase */
async function signIn(
  name: string,
  passphrase: string,
  start: ReturnType<typeof startOpaque> | typeof startSignIn,
): Promise<void> {
  const begun = await start(passphrase)
  const { ticket, response } = await post<{ ticket: string; response: string }>("/sign-in/start", {
    name,
    request: begun.request,
  })
  const sessionKey = newSessionKey()
  const finished = await begun.finish(response)
  const account = await post<Person & { sealedKey: string }>("/sign-in/finish", {
    ticket,
    proof: finished.proof,
    sessionKey: toBase64url(sessionKey),
  })
  const whose = { tenant: account.tenant, person: account.person }
  await keepUnlocked(sessionKey, { whose, key: await finished.unlock(whose, account.sealedKey) })
}

const element = <Kind extends HTMLElement>(id: string): Kind => document.getElementById(id) as Kind
const typedIn = (id: string): string => element<HTMLInputElement>(id).value

type Words = { working: string; problemTitle: string; problem: Record<string, string> }

/** Runs a form's work with its button at rest, and shows what went wrong where a screen reader hears it. */
function onSubmit(form: HTMLFormElement, words: Words, work: () => Promise<void>): void {
  const button = form.querySelector("button") as HTMLButtonElement
  const place = element("problem")
  button.hidden = false // pressed before this script was there, it would do nothing
  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    const label = button.textContent
    button.disabled = true
    button.textContent = words.working
    place.replaceChildren()
    try {
      await work()
    } catch (error) {
      const code = error instanceof WrongPassphrase ? "wrong" : error instanceof Problem ? error.message : "away"
      const box = document.createElement("div")
      box.className = "govuk-error-summary"
      const title = document.createElement("h2")
      title.className = "govuk-error-summary__title"
      title.textContent = words.problemTitle
      const text = document.createElement("p")
      text.className = "govuk-body"
      text.textContent = words.problem[code] ?? words.problem.away ?? code
      box.append(title, text)
      place.replaceChildren(box)
      place.focus()
    } finally {
      button.disabled = false
      button.textContent = label
    }
  })
}

function startSignInForm(form: HTMLFormElement): void {
  const words: Words = JSON.parse(form.dataset.words ?? "{}")
  const start = startOpaque(form.dataset.worker ?? "")
  onSubmit(form, words, async () => {
    await signIn(typedIn("name").trim().toLowerCase(), typedPassphrase(typedIn("passphrase")), start)
    location.replace(ownPage(form.dataset.next))
  })
}

function startInvitationForms(form: HTMLFormElement): void {
  const words: Words = JSON.parse(form.dataset.words ?? "{}")
  const wordsForm = element<HTMLFormElement>("words")
  const passphrase = newPassphrase()
  let code = ""
  let name = ""
  let finish: () => Promise<unknown>

  // The code may come behind the #, which a browser sends to nobody.
  const given = decodeURIComponent(location.hash.slice(1))
  if (given !== "") {
    element<HTMLInputElement>("code").value = given
    history.replaceState(null, "", location.pathname)
  }
  onSubmit(form, words, async () => {
    code = typedIn("code").trim().toLowerCase()
    const registration = await startRegistration(passphrase)
    const invited = await post<Person & { name: string; response: string }>("/first-sign-in/start", {
      code,
      request: registration.request,
    })
    const { tenant, person } = invited
    name = invited.name
    finish = async () => {
      const made = await registration.finish(invited.response, { tenant, person })
      return post("/first-sign-in/finish", { code, ...made.registration })
    }
    element("sign-in-name").textContent = name
    element("passphrase-made").textContent = passphrase
    form.hidden = true
    wordsForm.hidden = false
    element("again").focus()
  })
  onSubmit(wordsForm, words, async () => {
    if (typedPassphrase(typedIn("again")) !== passphrase) throw new Problem("different")
    await finish()
    await signIn(name, passphrase, startSignIn)
    location.replace("/")
  })
}

/** Starts whichever form of signing in is on the page; without a page, in its worker, what signs in. */
export function startForms(): void {
  if (typeof document === "undefined") {
    serveOpaque()
    return
  }
  const form = document.getElementById("sign-in")
  if (form instanceof HTMLFormElement) startSignInForm(form)
  const invitation = document.getElementById("invitation")
  if (invitation instanceof HTMLFormElement) startInvitationForms(invitation)
}
