/** The search's page: builds its index here, and finds in it. What was opened stays in this page's memory. */
import { requireUnlocked } from "@candour/identity/sign-in/unlocked.ts"
import { Refused } from "../ask.ts"
import { ownInbox } from "../desk/own-inbox.ts"
import { listenForKeys } from "../keys/listen.ts"
import { element } from "../report/element.ts"
import { answerForms, working } from "../show-problem.ts"
import { buildIndex, type Progress } from "./build-index.ts"
import { en } from "./messages.ts"
import { type Opening, startOpening } from "./open-in-workers.ts"
import { type Found, type Piece, ReportIndex } from "./report-index.ts"

/** Results shown at once: whoever wants others says more of what they look for. */
const MOST_SHOWN = 50

const byId = <Kind extends HTMLElement>(name: string) => document.getElementById(name) as Kind
const search = byId("search")
const building = byId<HTMLFormElement>("build")
const finding = byId<HTMLFormElement>("find")
const bar = byId<HTMLProgressElement>("progress")
const box = byId<HTMLInputElement>("query")
const place = byId("search-problem")

const index = new ReportIndex()

async function startWorkers(): Promise<Opening> {
  const unlocked = await requireUnlocked()
  const inbox = await ownInbox(unlocked, JSON.parse(search.dataset.inbox ?? "{}")).catch(() => {
    throw new Refused({ problem: "no-access", sentence: en.problem.noAccess })
  })
  const { whose, key } = unlocked
  return startOpening(search.dataset.worker ?? "", { inbox, person: whose.person, identity: key.identity })
}

/** Said by tenths: a screen reader would otherwise say nothing else. */
let saidTenth = -1
function show({ done, all }: Progress): void {
  bar.max = Math.max(1, all)
  bar.value = done
  const tenth = Math.floor((done * 10) / Math.max(1, all))
  if (tenth === saidTenth) return
  saidTenth = tenth
  byId("built").textContent = en.progress(done, all)
}

async function build(): Promise<void> {
  const opening = await startWorkers()
  bar.hidden = false
  saidTenth = -1
  try {
    const { kept, damaged } = await buildIndex(index, opening, show)
    byId("built").textContent = [
      index.size === 0 ? en.none : en.built(index.size),
      kept > 0 && en.kept(kept),
      damaged > 0 && en.damaged(damaged),
    ]
      .filter(Boolean)
      .join(" ")
    building.hidden = true
  } catch (error) {
    byId("built").textContent = en.built(index.size)
    byId("build-index").textContent = en.goOn
    throw error
  } finally {
    opening.end()
    bar.hidden = true
    finding.hidden = index.size === 0
  }
  if (index.size > 0) box.focus()
}

const marked = (pieces: readonly Piece[]): Node[] =>
  pieces.map(({ text, found }) => (found ? element("mark", "", text) : document.createTextNode(text)))

function rowOf({ id, reference, title, text }: Found): HTMLElement {
  const row = element("li", "candour-found__row")
  const link = element("a", "govuk-link govuk-link--no-visited-state candour-reference", reference) as HTMLAnchorElement
  link.href = `/report/${id}`
  const heading = element("span", title.length > 0 ? "candour-title" : "candour-hushed")
  heading.append(...(title.length > 0 ? marked(title) : [en.noTitle]))
  const line = element("p", "govuk-body")
  line.append(link, " ", heading)
  const said = element("p", "govuk-body candour-said")
  said.append(...marked(text))
  row.append(line, said)
  return row
}

building.addEventListener("submit", (event) => {
  event.preventDefault()
  void working(byId("build-index"), place, build)
})
finding.addEventListener("submit", (event) => {
  event.preventDefault()
  const { count, found } = index.find(box.value, MOST_SHOWN)
  byId("found").textContent = en.found(count, found.length)
  byId("results").replaceChildren(...found.map(rowOf))
})

listenForKeys({ search: () => (finding.hidden ? byId("build-index") : box).focus() })
answerForms()
