/** The queue and My day: opens the titles, moves by keys, and decides about what is selected. */
import { listenForKeys } from "../keys/listen.ts"
import { element } from "../report/element.ts"
import { answerForms, showProblem, working } from "../show-problem.ts"
import { sayWhatWasBefore } from "../usual/listen.ts"
import type { Decided } from "./decide-many.ts"
import { decideSelected } from "./decide-selected.ts"
import { freshQueue } from "./fresh-queue.ts"
import { en } from "./messages.ts"
import { openTitles } from "./open-titles.ts"

const { bulk: said } = en

const queue = () => document.getElementById("queue") as HTMLElement
const rows = () => [...queue().querySelectorAll<HTMLElement>("[data-id]")]
const linkOf = (row: HTMLElement | undefined) => row?.querySelector<HTMLAnchorElement>("a[href^='/report/']")
const boxOf = (row: HTMLElement) => row.querySelector<HTMLInputElement>("input.candour-select")
const selectedRows = () => rows().filter((row) => boxOf(row)?.checked)

/** The row that has the focus. */
const current = () => document.activeElement?.closest<HTMLElement>("[data-id]") ?? undefined

function move(by: 1 | -1): void {
  const all = rows()
  const here = current()
  const at = here === undefined ? (by === 1 ? -1 : all.length) : all.indexOf(here)
  linkOf(all[Math.min(all.length - 1, Math.max(0, at + by))])?.focus()
}

/** Says how many are selected, and keeps the box that selects all in step. */
function showSelected(): void {
  const count = selectedRows().length
  const place = document.getElementById("selected")
  if (place) place.textContent = said.selected(count)
  const all = document.querySelector<HTMLInputElement>("#select-all")
  if (all === null) return
  all.checked = count > 0 && count === rows().length
  all.indeterminate = count > 0 && !all.checked
}

function select(row: HTMLElement | undefined): void {
  const box = row && boxOf(row)
  if (!box) return
  box.checked = !box.checked
  showSelected()
}

const reasonIn = (name: string) => document.querySelector<HTMLSelectElement>(`#${name}`)?.value ?? ""

type Kind = Parameters<typeof decideSelected>[1]

/** Decides about the selected rows, or `row` where none is, and shows what became of it. */
async function decide(kind: Kind, detail: Record<string, string>, row?: HTMLElement): Promise<void> {
  const chosen = selectedRows()
  const about = chosen.length > 0 || row === undefined ? chosen : [row]
  const problem = document.getElementById("bulk-problem") as HTMLElement
  if (about.length === 0) return showProblem(problem, said.problem.nothing)
  if (kind === "assigned" && detail.to === "") return showProblem(problem, said.problem.to)
  if (kind === "set-aside" && detail.why === "") return showProblem(problem, said.problem.why)
  const at = rows().indexOf(about[0] as HTMLElement)
  const answers = await decideSelected(
    about.map(({ dataset }) => ({ report: dataset.id ?? "", number: Number(dataset.number) })),
    kind,
    detail,
  )
  queue().replaceWith(await freshQueue())
  showDecided(answers)
  void openTitles(queue())
  const failed = answers.filter((each) => "sentence" in each).length
  const done = document.getElementById("done") as HTMLElement
  done.textContent = [answers.length > failed && said.done(answers.length - failed), failed > 0 && said.failed(failed)]
    .filter(Boolean)
    .join(" ")
  const next = linkOf(rows()[Math.min(at, rows().length - 1)])
  if (next) next.focus()
  else document.getElementById("queue-title")?.focus()
}

/** What wasn't recorded stays selected, with its reason in the row; and where it has left the view, above the rows. */
function showDecided(answers: readonly Decided[]): void {
  const byId = new Map(rows().map((row) => [row.dataset.id, row]))
  const gone: string[] = []
  for (const answer of answers) {
    if (!("sentence" in answer)) continue
    const row = byId.get(answer.report)
    const box = row && boxOf(row)
    if (row === undefined || !box) {
      gone.push(answer.sentence)
      continue
    }
    box.checked = true
    const reason = element("p", "govuk-error-message candour-why-not", answer.sentence)
    row.querySelector("[data-column='Title'] > span")?.append(reason)
  }
  showSelected()
  const place = document.getElementById("bulk-problem")
  if (place && gone.length > 0) showProblem(place, [...new Set(gone)].join(" "))
}

const BUTTONS: Readonly<Record<string, () => Promise<void>>> = {
  "bulk-take": () => decide("taken", {}),
  "bulk-assign": () => decide("assigned", { to: reasonIn("bulk-to") }),
  "bulk-set-aside": () => decide("set-aside", { why: reasonIn("bulk-why") }),
}

/** Once at a time: a second press of the key, or the button, while the first is on its way does nothing. */
let deciding = false
async function once(button: HTMLButtonElement, work: () => Promise<void>): Promise<void> {
  if (deciding) return
  deciding = true
  await working(button, document.getElementById("bulk-problem") as HTMLElement, work)
  deciding = false
}

document.addEventListener("click", (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>("#bulk button")
  const work = button && BUTTONS[button.id]
  if (work) void once(button, work)
})
document.addEventListener("change", (event) => {
  const box = event.target as HTMLInputElement
  if (box.id === "select-all") for (const row of rows()) (boxOf(row) as HTMLInputElement).checked = box.checked
  if (box.matches(".candour-select")) showSelected()
})

listenForKeys({
  down: () => move(1),
  up: () => move(-1),
  open: () => linkOf(current())?.click(),
  select: () => select(current()),
  take: () => {
    const button = document.querySelector<HTMLButtonElement>("#bulk-take")
    if (button) void once(button, () => decide("taken", {}, current()))
  },
})
answerForms()
sayWhatWasBefore()
showSelected()
void openTitles(queue())
