/** Opens a desk, and gives colleagues access to it: the inbox key is made and granted here, and stays here. */
import { requireUnlocked } from "@candour/identity/sign-in/unlocked.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { grantInbox, newInboxKey } from "@candour/sealing/inbox-key.ts"
import { publicPersonKey } from "@candour/sealing/person-key.ts"
import { ask } from "../ask.ts"
import { answerForms, working } from "../show-problem.ts"
import { en } from "./messages.ts"
import { ownInbox } from "./own-inbox.ts"

const place = document.getElementById("problem") as HTMLElement

function onSubmit(form: HTMLFormElement, work: () => Promise<void>): void {
  const button = form.querySelector("button") as HTMLButtonElement
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    void working(button, place, work)
  })
}

const opening = document.querySelector<HTMLFormElement>("#open-desk")
if (opening) {
  onSubmit(opening, async () => {
    const { whose, key } = await requireUnlocked()
    const inbox = await newInboxKey(whose.tenant)
    const { recipient } = await publicPersonKey(key)
    const sealed = toBase64url(await grantInbox(inbox, whose.person, recipient))
    await ask("/open-desk", { recipient: inbox.recipient, sealed })
    location.assign("/")
  })
}

const people = document.querySelector<HTMLElement>("#people")
for (const form of people?.querySelectorAll<HTMLFormElement>("form[data-person]") ?? []) {
  onSubmit(form, async () => {
    const { person = "", name = "", recipient = "" } = form.dataset
    const inbox = await ownInbox(await requireUnlocked(), JSON.parse(people?.dataset.inbox ?? "{}"))
    const sealed = toBase64url(await grantInbox(inbox, person, recipient))
    await ask(`/people/${person}/access`, { generation: inbox.generation, recipient, sealed })
    const tag = document.createElement("strong")
    tag.className = "govuk-tag govuk-tag--green"
    tag.textContent = en.people.has
    form.replaceWith(tag)
    const given = document.getElementById("given") as HTMLElement
    given.textContent = en.people.given(name)
    given.tabIndex = -1
    given.focus()
  })
}

answerForms()
