/** Finds the force in the reporter's browser, as they type: first letters of words are asked for, and no word sent. */
import type { Day } from "@candour/domain/day.ts"
import type { Candidate, Route } from "@candour/routing/route-shape.ts"
import { SUGGESTS_FROM, type Suggestion } from "@candour/routing/suggest.ts"
import Autocomplete, { type AutocompleteOptions } from "accessible-autocomplete/src/autocomplete.js"
import { h, render } from "preact"
import { documentLanguage } from "../visit/document-language.ts"
import { showErrors } from "../visit/show-errors.ts"
import { choiceLabel } from "./choice-label.ts"
import { openPlaces, type Places } from "./places.ts"
import { suggestMessages } from "./suggest-messages.ts"
import { askWhich, chosenOf, hideWhich } from "./which.ts"

const lang = documentLanguage

interface Line {
  label: string
  /** The id of a force or of a body elsewhere. */
  value: string
}

interface Search {
  places: () => Promise<Places>
  /** Opened once; a try that failed is made again. */
  opened?: Promise<Places> | undefined
  /** The line that was chosen from the list; what is typed after it counts more. */
  chosen?: Line | undefined
  /** The forces of the question that was asked last. */
  asked?: readonly string[]
}

const searches = new WeakMap<HTMLFormElement, Search>()

/** What was typed last: the page may come back, and it was never sent. */
let typedLast = ""

const formOf = () => document.querySelector<HTMLFormElement>("#find-force")
const boxOf = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>("#hint")

/** Turns the box into one that suggests; what it holds is no field of the form any more. */
export function show(): void {
  const form = formOf()
  const input = form && boxOf(form)
  if (!form || !input || searches.has(form)) return
  const search: Search = { places: () => placesOf(form, search) }
  searches.set(form, search)
  search.places().catch(() => {}) // asked for again when it is needed
  escapeMarkup()
  suggestIn(form, input, search)
}

function placesOf({ dataset }: HTMLFormElement, search: Search): Promise<Places> {
  const { core = "", today = "", postcodes } = dataset
  const files = { core, postcodes: postcodes ? { month: postcodes, at: "/postcodes" } : undefined }
  search.opened ??= openPlaces(files, today as Day).catch((error) => {
    search.opened = undefined
    throw error
  })
  return search.opened
}

function suggestIn(form: HTMLFormElement, input: HTMLInputElement, search: Search): void {
  const words = suggestMessages[lang()]
  const box = document.createElement("div")
  box.className = "candour-suggest"
  const typed = input.value || typedLast
  const described = input.getAttribute("aria-describedby")
  const hadFocus = document.activeElement === input
  input.replaceWith(box)
  let asked = 0
  const options: AutocompleteOptions<Line> = {
    id: "hint",
    name: "",
    defaultValue: typed,
    inputClasses: "govuk-input",
    minLength: SUGGESTS_FROM,
    confirmOnBlur: false,
    showNoOptionsFound: false,
    source: (text, showLines) => {
      const turn = ++asked
      const lines = search.places().then(async (places) => linesOf(places, await places.suggest(text)))
      lines.then(
        (found) => turn === asked && showLines(found),
        () => showLines([]),
      )
    },
    templates: { inputValue: (line) => line?.label ?? "", suggestion: (line) => line.label },
    onConfirm: (line) => {
      if (line) search.chosen = line
    },
    tStatusQueryTooShort: words.tooShort,
    tStatusNoResults: () => words.noResults,
    tStatusSelectedOption: (line, of, at) => words.selected(line, at + 1, of),
    tStatusResults: (count) => words.results(count),
    tAssistiveHint: () => words.assistiveHint,
  }
  render(h(Autocomplete, options), box)
  const shown = boxOf(form)
  if (hadFocus) shown?.focus()
  shown?.setAttribute("spellcheck", "false")
  shown?.setAttribute("writingsuggestions", "false")
  if (shown) keepDescribed(shown, described)
  shown?.addEventListener("input", () => {
    hideWhich(form)
    // From the first letter on, so that its file is there when the second is typed.
    search.places().then(
      (places) => places.suggest(shown.value),
      () => [],
    )
  })
  // The library lets the focus go with the list.
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") setTimeout(() => shown?.focus())
  })
  // A press that took the focus from the box would close the list, and the button would be gone from under the finger.
  form.addEventListener("mousedown", (event) => {
    if (event.target instanceof Element && event.target.closest("button")) event.preventDefault()
  })
}

/** The library describes the box by its own hint alone, and takes that away again: the page's hint and error stay. */
function keepDescribed(input: HTMLInputElement, hints: string | null): void {
  const described = () => {
    const ids = (input.getAttribute("aria-describedby") ?? "").split(" ")
    const all = new Set([...(hints ?? "").split(" "), "hint-error", ...ids])
    const shown = [...all].filter((id) => id && document.getElementById(id)).join(" ")
    if (shown !== input.getAttribute("aria-describedby")) input.setAttribute("aria-describedby", shown)
  }
  described()
  new MutationObserver(described).observe(input, { attributeFilter: ["aria-describedby"] })
}

/** The library puts lines in as markup: here all of it is text, whatever a name may hold. */
function escapeMarkup(): void {
  try {
    window.trustedTypes?.createPolicy("default", {
      createHTML: (text) =>
        text
          .replace(/<span[\s\S]*$/, "")
          .replaceAll("&", "&amp;")
          .replaceAll("<", "&lt;"),
    })
  } catch {
    // The page was swapped in once more, and has the policy.
  }
}

function linesOf(places: Places, suggestions: Suggestion[]): Line[] {
  return suggestions.map((suggestion) =>
    "body" in suggestion ? bodyLine(places, suggestion.body) : forceLine(places, suggestion.candidate),
  )
}

function bodyLine({ core }: Places, body: string): Line {
  const name = core.elsewhere.find(({ id }) => id === body)?.name ?? body
  return { value: body, label: suggestMessages[lang()].elsewhere(name) }
}

/** Names that forces were given since the files were made. */
const givenNames = (): Record<string, { en: string; cy?: string }> => JSON.parse(formOf()?.dataset.names ?? "{}")

function forceLine({ core }: Places, candidate: Candidate): Line {
  const name = givenNames()[candidate.tenant] ?? core.forces.find(({ id }) => id === candidate.tenant)?.name
  return { value: candidate.tenant, label: choiceLabel((lang() === "cy" && name?.cy) || name?.en || "", candidate) }
}

/**
 * The fields to post: where the report goes, and nothing of what was typed. Undefined where the page asks instead.
 * Throws where the files that answer don't come.
 */
export async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<FormData | undefined> {
  const search = searches.get(form)
  const fields = new FormData(form, submitter)
  fields.delete("force")
  const typed = boxOf(form)?.value.trim() ?? ""
  typedLast = typed
  if (!search) return fields
  // Which force of those asked about they don't know: the national desk goes on from there.
  if (fields.get("answer") === "unknown" && chosenOf(form))
    for (const force of search.asked ?? []) fields.append("maybe", force)
  if (fields.has("answer")) return fields
  showErrors(form, {})
  const { nothing, notChosen, noSuchPostcode, notFound } = form.dataset
  if (!typed) return refuse(form, nothing)
  const chosen = chosenOf(form)
  if (chosen?.length === 0) return refuse(form, notChosen)
  if (chosen) return goingTo(fields, chosen, "chosen")
  if (search.chosen?.label === typed) return goingTo(fields, [search.chosen.value], "chosen")
  const places = await search.places()
  const found = await places.route(typed)
  if (found.kind === "unknown") {
    return refuse(form, found.reason === "unknown-postcode" ? noSuchPostcode : notFound)
  }
  if (found.kind === "elsewhere") return goingTo(fields, [found.body], "found")
  if (found.kind === "routed" && isAlone(found)) {
    if (found.area) fields.set("area", found.area)
    return goingTo(fields, found.tenants, "found")
  }
  ask(form, places, found)
  search.asked = found.candidates.map(({ tenant }) => tenant)
  return undefined
}

/** One answer, read as it is written: the next page names the force, and asks who should read. */
const isAlone = ({ others = [], elsewhere = [], reason }: Extract<Route, { kind: "routed" }>) =>
  others.length + elsewhere.length === 0 && reason !== "slip"

function refuse(form: HTMLFormElement, problem = ""): undefined {
  showErrors(form, { hint: problem })
}

/** As chosen from the list of all: the server shows who reads, or who looks into a body elsewhere. */
function goingTo(fields: FormData, chosen: readonly string[], found: "found" | "chosen"): FormData {
  typedLast = ""
  for (const value of chosen) fields.append("force", value)
  fields.set("answer", "next")
  fields.set("among", "all")
  fields.set("found", found)
  return fields
}

/** Whatever isn't certain is asked here, at the box, so that no namesake is passed over in silence. */
function ask(form: HTMLFormElement, places: Places, found: Extract<Route, { kind: "routed" | "choose" }>): void {
  const words = suggestMessages[lang()]
  const several = found.reason === "several-named" && found.tenants.length > 1
  const lines = [
    ...found.candidates.map((candidate) => forceLine(places, candidate)),
    ...(found.elsewhere ?? []).map((body) => bodyLine(places, body)),
  ]
  askWhich(form, {
    legend: several ? words.whichSeveral : lines.length === 1 ? words.whichOne : words.which,
    hint: found.understood?.length ? words.understood(found.understood.join(", ")) : undefined,
    choices: lines.map(({ label, value }, at) => ({ label, value, checked: found.kind === "routed" && at === 0 })),
    several,
  })
}
