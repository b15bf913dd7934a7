import type { ReportEvent } from "@candour/domain/event.ts"
import { findingOf, outcomeName } from "@candour/domain/outcome.ts"
import { referenceOf } from "@candour/domain/reference.ts"
import { threatName } from "@candour/domain/threat-name.ts"
import { formatShortDay, plural } from "@candour/web/language.ts"
import { en as decisions } from "../decide/messages.ts"
import { en as links } from "../link/messages.ts"
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
  indexed: () => en.event.indexed,
  stopped: ({ why }) => en.event.stopped[why],
  "let-in": ({ who }) => en.event.letIn(nameOf(who)),
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
      ...(detail.signs?.length
        ? [en.event.signs(detail.signs.map((each) => decisions.assess.sign[each]).join("; "))]
        : []),
      ...(detail.danger ? [en.event.danger] : []),
      ...(detail.conflict ? [en.event.conflict] : []),
    ].join(". "),
  concerned: ({ person }) => en.event.concerned(person),
  matched: ({ person, report, same }) => en.event.matched(person, referenceOf(report), same),
  linked: ({ report, why }) => en.event.linked(referenceOf(report), links.why[why]),
  unlinked: ({ report }) => en.event.unlinked(referenceOf(report)),
  noted: ({ nature }) => en.event.noted[nature],
  tasked: (detail) => en.event.tasked(nameOf(detail.for), formatShortDay(detail.due, "en")),
  "task-done": ({ task }) => en.event.taskDone(task),
  "message-allowed": () => en.event.messageAllowed,
  withdrawn: () => en.event.withdrawn,
  "intelligence-drafted": ({ grading: { source, information, handling, action, sanitising } }) =>
    en.event.drafted(`${source}${information}${handling}${action ? ` ${action} ${sanitising}` : ""}`),
  "intelligence-made": (detail) => en.event.made(detail.draft, threats(detail)),
  "intelligence-returned": ({ draft }) => en.event.returned(draft),
  "iopc-decided": ({ refer }) => en.event.iopcDecided(refer),
  "iopc-answered": ({ mode }) => en.event.iopcAnswered(mode),
  investigating: () => en.event.investigating,
  milestone: ({ which }) => en.event.milestones[which],
  paused: ({ why }) => en.event.paused(why),
  resumed: () => en.event.resumed,
  reviewed: () => en.event.reviewed,
  outcome: ({ person, outcome }) =>
    en.event.outcome(person, outcomeName(outcome), en.event.finding[findingOf(outcome)]),
  closed: () => en.event.closed,
  "set-aside": ({ why }) => en.event.setAside(why),
  reopened: () => en.event.reopened,
  transferred: ({ to, returned }) => (returned ? en.event.returnedTo : en.event.transferred)(deskName(to)),
  accepted: () => en.event.accepted,
  restricted: ({ to }) => en.event.restricted(to.map(nameOf).join(", ")),
  unrestricted: () => en.event.unrestricted,
  quarantined: () => en.event.quarantined,
  "quarantine-lifted": () => en.event.quarantineLifted,
  printed: ({ paper }) => en.event.printed(paper),
  "export-asked": ({ format }) => en.event.exportAsked(format),
  "export-allowed": ({ asked }) => en.event.exportAllowed(asked),
  exported: ({ asked }) => en.event.exported(asked),
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
