/** Browser: shows who the report is about, and which other reports may be about the same people, while one types too. */
import { type MatchStrength, matchStrength, type PersonConcerned, traitsOf } from "@candour/domain/person-concerned.ts"
import { referenceOf } from "@candour/domain/reference.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { type FingerprintKey, fingerprint } from "@candour/sealing/fingerprint.ts"
import { formatShortDay } from "@candour/web/language.ts"
import { ask } from "../ask.ts"
import { fieldName } from "../decide/form-names.ts"
import { en as words } from "../messages.ts"
import { element } from "../report/element.ts"
import type { HandedOut } from "../report/open-report.ts"
import { type Opened, openWords } from "../report/opened.ts"
import { type Description, descriptionIn, inOneLine } from "./description.ts"
import type { Agreeing } from "./look.ts"
import { en } from "./messages.ts"

/** Reckoned here: the domain's days come with schemas that would double what this page loads. */
const daysApart = (one: string, other: string): number => Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000

/** What was recorded of a likeness, at this report or the other: the same person, or not. */
type Matched = ReadonlyMap<string, boolean>

const ORDER: readonly MatchStrength[] = ["strong", "fair", "weak"]

/** The fingerprints of a description, as they are sent. */
export const fingerprintsOf = (key: FingerprintKey, person: PersonConcerned) =>
  traitsOf(person).map(({ kind, text }) => ({ kind, hash: toBase64url(fingerprint(key, kind, text)) }))

/** Fills the list of people, and under each the other reports that agree with them. */
export async function showPeople(opened: Opened, events: HandedOut["events"], today: string): Promise<Description[]> {
  // What was said at either report, by the page: the other one's events aren't handed out here.
  const matched: Matched = new Map(JSON.parse(document.getElementById("linked")?.dataset.answered ?? "[]"))
  const shown: Description[] = []
  for (const place of document.querySelectorAll<HTMLElement>("[data-concerned]")) {
    const person = Number(place.dataset.concerned)
    const described = events.findLast(
      ({ kind, detail }) => kind === "concerned" && (detail as { person: number }).person === person,
    )
    const said = described && descriptionIn(await openWords(opened, described))
    const line = place.querySelector<HTMLElement>(".candour-said") as HTMLElement
    line.textContent = said ? inOneLine(said) : en.cannotOpen
    if (said === undefined) continue
    shown.push(said)
    const agreeing = place.querySelector<HTMLElement>(".candour-agreeing") as HTMLElement
    await look(agreeing, opened, said, today, { person, matched })
  }
  return shown
}

/** Looks for other reports as a person is described, a moment after each change. */
export function lookWhileTyping(opened: () => Opened | undefined, today: string): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  document.addEventListener("input", ({ target }) => {
    const form = target instanceof HTMLElement ? target.closest<HTMLFormElement>('[data-decision="concerned"]') : null
    const place = document.getElementById("reported-before")
    if (form === null || place === null) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      const report = opened()
      if (report) void look(place, report, typedIn(form), today).catch(() => place.replaceChildren())
    }, 300)
  })
}

/** The description as it stands in the form. */
export function typedIn(form: HTMLFormElement): Description {
  const values = new FormData(form)
  const of = (field: string) => String(values.get(fieldName("concerned", undefined, field)) ?? "").trim()
  return {
    version: 1,
    name: of("name"),
    rank: of("rank"),
    number: of("number"),
    unit: of("unit"),
    car: of("car"),
    note: of("note"),
  }
}

async function look(
  place: HTMLElement,
  opened: Opened,
  person: PersonConcerned,
  today: string,
  known?: { person: number; matched: Matched },
): Promise<void> {
  const traits = fingerprintsOf(opened.fingerprints, person)
  if (traits.length === 0) {
    if (known === undefined) place.replaceChildren(element("p", "govuk-body", en.nothingYet))
    return
  }
  const found = await ask<Agreeing[]>(`/report/${opened.id}/reported-before`, { traits })
  const likely = found
    .map((each) => ({
      ...each,
      strength: matchStrength(new Set(each.kinds), daysApart(each.day, today)),
    }))
    .filter((each): each is Agreeing & { strength: MatchStrength } => each.strength !== undefined)
    .toSorted((one, other) => ORDER.indexOf(one.strength) - ORDER.indexOf(other.strength))
  if (likely.length === 0) {
    place.replaceChildren(...(known === undefined ? [element("p", "govuk-body", en.notBefore)] : []))
    return
  }
  const list = element("ul", "govuk-list govuk-list--bullet")
  list.append(...likely.map((each) => itemOf(each, known)))
  place.replaceChildren(element("p", "govuk-body candour-strong", en.found(likely.length)), list)
}

function itemOf(
  each: Agreeing & { strength: MatchStrength },
  known?: { person: number; matched: Matched },
): HTMLElement {
  const item = element("li", "")
  const link = element("a", "govuk-link candour-reference", referenceOf(each.report)) as HTMLAnchorElement
  link.href = `/report/${each.report}`
  const said = [
    en.strength[each.strength],
    en.agrees(each.kinds),
    en.received(formatShortDay(each.day, "en"), words.stages[each.stage].toLowerCase()),
  ].join(". ")
  item.append(link, `: ${said}. `)
  if (known !== undefined) item.append(...answersOf(each, known))
  return item
}

/** The buttons that say whether it is the same person, or what was said already. */
function answersOf(each: Agreeing, { person, matched }: { person: number; matched: Matched }): Node[] {
  const said = matched.get(`${person} ${each.report} ${each.person}`)
  if (said !== undefined) return [element("strong", "", said ? en.decided.same : en.decided.other)]
  const isLead = document.getElementById("report")?.dataset.lead !== undefined
  const answers = isLead ? (["yes", "no"] as const) : (["no"] as const)
  return answers.map((same) => {
    const form = element("form", "candour-inline") as HTMLFormElement
    form.method = "dialog"
    form.dataset.decision = "matched"
    form.dataset.target = String(person)
    const problem = element("div", "")
    problem.dataset.problem = ""
    form.append(problem)
    for (const [field, value] of Object.entries({ report: each.report, other: String(each.person), same })) {
      const input = document.createElement("input")
      input.type = "hidden"
      input.name = fieldName("matched", person, field)
      input.value = value
      form.append(input)
    }
    const button = element("button", "govuk-button govuk-button--secondary", same === "yes" ? en.same : en.notSame)
    button.append(element("span", "govuk-visually-hidden", en.about(referenceOf(each.report), each.person)))
    form.append(button)
    return form
  })
}
