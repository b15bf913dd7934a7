/** What a lead says of a colleague: opened, hashed and sealed here. The server gets hashes and what is sealed. */
import { type ColleagueNearness, MOST_NEAR_TRAITS } from "@candour/domain/nearness.ts"
import { requireUnlocked } from "@candour/identity/sign-in/unlocked.ts"
import { fromBase64url, toBase64url } from "@candour/sealing/encoding.ts"
import { fingerprintKey } from "@candour/sealing/fingerprint.ts"
import { nearnessKeyOf, openNearness, sealNearness } from "@candour/sealing/nearness.ts"
import { sealedFromStorage } from "@candour/sealing/sealed.ts"
import { ask, Refused } from "../ask.ts"
import { ownInbox } from "../desk/own-inbox.ts"
import { answerForms, showProblem, working } from "../show-problem.ts"
import { colleagueHashesOf } from "./hashes.ts"
import { en } from "./messages.ts"
import { LISTS, saidIn, wordsOf } from "./said.ts"

const form = document.querySelector<HTMLFormElement>("#near")
const problem = document.getElementById("problem") as HTMLElement
const saved = document.getElementById("saved") as HTMLElement

const boxOf = (list: (typeof LISTS)[number]) => document.getElementById(list) as HTMLTextAreaElement
const typed = () => Object.fromEntries(LISTS.map((list) => [list, boxOf(list).value])) as unknown as ColleagueNearness

async function keys({ dataset }: HTMLFormElement) {
  const { tenant = "", person = "", inbox: sent = "{}" } = dataset
  const inbox = await ownInbox(await requireUnlocked(), JSON.parse(sent))
  return { of: { tenant, person }, inbox, key: nearnessKeyOf(inbox, person) }
}

/** Fills the lists with what was said before. */
async function fill(near: HTMLFormElement): Promise<void> {
  const { sealed } = near.dataset
  if (sealed === undefined) return
  const { of, key } = await keys(near)
  const said = await openNearness(key, of, sealedFromStorage(fromBase64url(sealed))).then(saidIn, () => undefined)
  if (said === undefined) {
    showProblem(problem, en.cannotOpen)
    return
  }
  for (const list of LISTS) boxOf(list).value = said[list]
}

async function save(near: HTMLFormElement): Promise<void> {
  const { of, inbox, key } = await keys(near)
  const said = typed()
  const traits = colleagueHashesOf(fingerprintKey(inbox), said)
  if (traits.length > MOST_NEAR_TRAITS)
    throw new Refused({ problem: "too-many", sentence: en.tooMany(MOST_NEAR_TRAITS) })
  const sealed = toBase64url(await sealNearness(key, of, wordsOf(said)))
  await ask(`/people/${of.person}/near`, { generation: inbox.generation, sealed, traits })
  saved.textContent = en.saved
  saved.tabIndex = -1
  saved.focus()
}

if (form) {
  const button = form.querySelector("button") as HTMLButtonElement
  // Shown once it is filled: whoever typed before would lose it.
  void working(button, problem, () => fill(form)).finally(answerForms)
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    void working(button, problem, () => save(form))
  })
}
