/** Browser: finds the force by a name, a town or a postcode, or among several; what is typed isn't kept. */
import { ask } from "../ask.ts"
import { working } from "../show-problem.ts"
import type { Found } from "./find.ts"
import { en } from "./messages.ts"

const [found, foundForces] = ["found", "found-forces"].map((id) => document.getElementById(id)) as [
  HTMLElement,
  HTMLElement,
]
const find = document.getElementById("find") as HTMLButtonElement
const hint = document.getElementById("hint") as HTMLInputElement
const force = document.getElementById("force") as HTMLSelectElement

let was: "found" | "chosen" = "chosen"

/** How the force in the list was come by. */
export const forceWas = () => was

async function findForce(): Promise<void> {
  const { sentence, forces } = await ask<Found>("/phone/find", { hint: hint.value })
  const [only] = forces
  found.textContent = sentence
  if (only && forces.length === 1 && sentence === en.find.found(only.label)) {
    choose(only.tenant)
    return
  }
  foundForces.replaceChildren(
    ...forces.map(({ tenant, label }) => {
      const button = document.createElement("button")
      button.type = "button"
      button.className = "govuk-button govuk-button--secondary"
      button.textContent = label
      button.addEventListener("click", () => {
        found.textContent = en.find.found(label)
        choose(tenant)
      })
      return button
    }),
  )
  foundForces.querySelector("button")?.focus()
}

function choose(tenant: string): void {
  force.value = tenant
  was = "found"
  foundForces.replaceChildren()
  force.focus()
}

/** Nothing of what was looked up stays on the page. */
export function forgetFound(): void {
  found.textContent = ""
  foundForces.replaceChildren()
  was = "chosen"
}

/** Makes finding work; what goes wrong is shown in `problem`. */
export function wireFind(problem: HTMLElement): void {
  find.addEventListener("click", () => void working(find, problem, findForce))
  hint.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return
    event.preventDefault()
    void working(find, problem, findForce)
  })
  force.addEventListener("change", () => {
    was = "chosen"
  })
}
