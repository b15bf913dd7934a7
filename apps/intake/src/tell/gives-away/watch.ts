import type { Language } from "@candour/domain/contact.ts"
import { findGiveaways } from "./find-giveaways.ts"
import { GIVEAWAY_KINDS, type GiveawayKind } from "./giveaway.ts"

/** The text boxes that are looked through: those in which people write about themselves. */
const BOXES = ["account", "whoElseKnows", "where", "evidence"] as const

/** Milliseconds without a key before the words are looked through. */
const PAUSE = 1_200

/** So many words of a kind are shown; a longer list would be a wall. */
const MOST_OF_A_KIND = 6

type Box = HTMLTextAreaElement | HTMLInputElement

/** Words found in a box, once however often they stand there. */
interface Found {
  box: Box
  kind: GiveawayKind
  words: string
  start: number
}

/**
 * Browser: looks through what is typed in `form` when typing pauses and when a button to send comes in sight, and
 * shows in its `GivesAway` which words could show who wrote them. Holds nothing back, and sends nothing.
 *
 * @param lang - the language of the page
 */
export function watchGivesAway(form: HTMLFormElement, lang: Language): void {
  const region = form.querySelector<HTMLElement>("[data-gives-away]")
  const says = form.querySelector<HTMLElement>("[data-gives-away-says]")
  if (!region || !says) return
  let pause: ReturnType<typeof setTimeout> | undefined
  let pressed = false
  let hidden = false
  let shown = new Set<string>()

  const look = () => {
    clearTimeout(pause)
    if (hidden || !form.isConnected) return
    // The list would move a button away under the finger that presses it.
    if (pressed) return lookSoon()
    const found = BOXES.flatMap((name) => foundIn(form.elements.namedItem(name), lang))
    const now = new Set(found.map(keyOf))
    if (now.size === shown.size && [...now].every((key) => shown.has(key))) return
    fill(region, found)
    if ([...now].some((key) => !shown.has(key))) say(says)
    shown = now
  }
  const lookSoon = () => {
    clearTimeout(pause)
    pause = setTimeout(look, PAUSE)
  }

  form.addEventListener("input", lookSoon)
  form.addEventListener("pointerdown", () => {
    pressed = true
  })
  for (const end of ["pointerup", "pointercancel"]) {
    addEventListener(end, () => {
      pressed = false
    })
  }
  const inSight = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && look())
  for (const button of form.querySelectorAll("button:not([formaction], [type=button], [hidden])"))
    inSight.observe(button)
  region.querySelector("[data-hide]")?.addEventListener("click", () => {
    hidden = true
    region.hidden = true
    const box = form.elements.namedItem("account")
    if (box instanceof HTMLElement) box.focus()
  })
  look()
}

const keyOf = ({ box, kind, words }: Found) => `${box.name} ${kind} ${words.toLowerCase()}`

function foundIn(box: unknown, lang: Language): Found[] {
  if (!(box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement)) return []
  const found = findGiveaways(box.value, lang).map(({ kind, start, end }): Found => {
    return { box, kind, start, words: box.value.slice(start, end) }
  })
  return [...new Map(found.reverse().map((each) => [keyOf(each), each])).values()].reverse()
}

/** Shows what was found under each reason; with nothing found the region goes. */
function fill(region: HTMLElement, found: readonly Found[]) {
  for (const kind of GIVEAWAY_KINDS) {
    const item = region.querySelector<HTMLElement>(`[data-kind=${kind}]`)
    const place = item?.querySelector<HTMLElement>("[data-words]")
    const more = item?.querySelector<HTMLElement>("[data-more]")
    if (!item || !place || !more) continue
    const ofKind = found.filter((each) => each.kind === kind)
    item.hidden = ofKind.length === 0
    more.hidden = ofKind.length <= MOST_OF_A_KIND
    update(place, ofKind.slice(0, MOST_OF_A_KIND))
  }
  region.hidden = found.length === 0
}

/** The buttons of one kind. One that stays keeps its element, and with it the focus it may have. */
function update(place: HTMLElement, found: readonly Found[]) {
  const old = new Map([...place.querySelectorAll("button")].map((button) => [button.dataset.key, button]))
  place.replaceChildren(
    ...found.flatMap((each) => {
      const button = old.get(keyOf(each)) ?? buttonOf(each, place.dataset.show ?? "")
      button.onclick = () => select(each)
      return [button, " "]
    }),
  )
}

function buttonOf(found: Found, show: string): HTMLButtonElement {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "candour-gives-away__word"
  button.dataset.key = keyOf(found)
  const said = document.createElement("span")
  said.className = "govuk-visually-hidden"
  said.textContent = `${show} `
  button.append(said, `“${found.words.replaceAll(/\s+/g, " ")}”`)
  return button
}

/** Goes to the words in their box, wherever they have moved to since they were found. */
function select({ box, words, start }: Found) {
  const here = box.value.startsWith(words, start) ? start : box.value.indexOf(words)
  box.focus({ preventScroll: true })
  if (here < 0) return
  box.setSelectionRange(here, here + words.length)
  box.scrollIntoView({ block: "center" })
  // Firefox and Safari don't scroll a text box to what a script selects: about there is enough.
  const line = (here / box.value.length) * box.scrollHeight
  if (line < box.scrollTop || line > box.scrollTop + box.clientHeight) box.scrollTop = line - box.clientHeight / 2
}

/** The same sentence is read out again only where the region held something else in between. */
function say(says: HTMLElement) {
  says.textContent = ""
  setTimeout(() => {
    says.textContent = says.dataset.some ?? ""
  }, 100)
}
