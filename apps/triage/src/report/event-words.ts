import type { ReportEvent } from "@candour/domain/event.ts"
import { findingOf, outcomeName } from "@candour/domain/outcome.ts"
import { threatName } from "@candour/domain/threat.ts"
import { plural } from "@candour/web/language.ts"
import { en as decisions } from "../decide/messages.ts"
import { en as words } from "../messages.ts"
import { deskName } from "../shell.tsx"
import { en } from "./messages.ts"

type Said = {
  [Kind in ReportEvent["kind"]]: (detail: Extract<ReportEvent, { kind: Kind }>["detail"], by?: string) => string
}

const threats = ({ threat, others }: { threat: keyof typeof threatName; others: (keyof typeof threatName)[] }) =>
  [threat, ...others].map((each) => threatName[each]).join("; ")
const listed = (names: string[], none: string) => names.join(", ") || none

/** What each event says in the clear, in words; `nameOf` gives the name of a person by id. */
const saidBy = (nameOf: (id: string) => string): Said => ({
  contacted: () => en.event.contacted,
  "call-ended": () => en.event.callEnded,
  reported: ({ categories }) =>
    en.event.reported(
      listed(
        categories.map((each) => words.categories[each]),
        en.event.noCategory,
      ),
    ),
  routed: ({ reason }) => en.event.routed[reason],
  opened: ({ reason }) => en.event.opened[reason],
  taken: () => en.event.taken,
  assigned: ({ to }) => en.event.assigned(nameOf(to)),
  "danger-flagged": () => en.event.dangerFlagged,
  "danger-acted": ({ did }) => en.event.dangerActed(decisions.danger.did[did]),
  acknowledged: () => en.event.acknowledged,
  messaged: (_, by) => (by === undefined ? en.event.wrote : en.event.messaged),
  disputed: () => en.event.disputed,
  "dispute-answered": () => en.event.disputeAnswered,
  "stage-released": ({ stage }) => en.event.stageReleased(words.stages[stage]),
  assessed: (detail) =>
    [
      en.event.assessed(threats(detail)),
      en.event.severity(words.severities[detail.severity]),
      plural("en", detail.persons, { one: "1 person concerned", other: `${detail.persons} people concerned` }),
      detail.grounds.length === 0
        ? en.event.noGrounds
        : en.event.grounds(detail.grounds.map((each) => decisions.grounds.short[each]).join(", ")),
    ].join(". "),
  "intelligence-drafted": ({ grading: { source, information, handling, action, sanitising } }) =>
    en.event.drafted(`${source}${information}${handling}${action ? ` ${action} ${sanitising}` : ""}`),
  "intelligence-made": (detail) => en.event.made(detail.draft, threats(detail)),
  "intelligence-returned": ({ draft }) => en.event.returned(draft),
  "iopc-decided": ({ refer }) => en.event.iopcDecided(refer),
  "iopc-answered": ({ mode }) => en.event.iopcAnswered(mode),
  investigating: () => en.event.investigating,
  reviewed: () => en.event.reviewed,
  outcome: ({ person, outcome }) =>
    en.event.outcome(person, outcomeName(outcome), en.event.finding[findingOf(outcome)]),
  closed: () => en.event.closed,
  reopened: () => en.event.reopened,
  transferred: ({ to }) => en.event.transferred(deskName(to)),
  arrived: ({ from, referral }) => (referral ? en.event.arrivedAsCopy : en.event.arrived)(deskName(from)),
  // By the system it is the reporter's own choice: no person of this desk sent it.
  referred: ({ to }, by) => (by === undefined ? en.event.toldToo : en.event.referred)(deskName(to)),
  corrected: ({ corrects }) => en.event.corrected(corrects),
})

/** One line of a history: what happened, without who and when. */
export function eventWords(event: ReportEvent, nameOf: (id: string) => string): string {
  // The kind chooses the function that takes its own detail; the type can't follow that through the table.
  const say = saidBy(nameOf)[event.kind] as (detail: unknown, by?: string) => string
  return say(event.detail, event.by)
}
