/** The papers that write themselves: each from answers that were given once. Pure: runs over what is open in a browser. */
import type { EventCodes, Paper } from "@candour/domain/event.ts"
import { threatName } from "@candour/domain/threat-name.ts"
import { en as decisions } from "../decide/messages.ts"
import { en as links } from "../link/messages.ts"
import { en as words } from "../messages.ts"
import { en } from "./messages.ts"

/** One event as a paper needs it: its codes, its opened words, and its line of the history. */
export interface PaperEvent {
  number: number
  codes: EventCodes
  words: string | undefined
  /** What happened, in words, and when and by whom. */
  what: string
  when: string
  corrected: boolean
}

/** What an open report's page knows. */
export interface PaperSource {
  reference: string
  force: string
  received: string
  ticked: string
  said: readonly { label: string; answer: string }[]
  /** Each person described, in one line. */
  people: readonly string[]
  messages: number
  events: readonly PaperEvent[]
  /** What was recorded about it at other reports of the desk: who linked it, and whose person is whose. */
  elsewhere: readonly { reference: string; when: string; what: string }[]
}

/** A heading with its lines; a line with a label is a fact. */
export interface PaperPart {
  heading: string
  lines: readonly { label?: string; text: string }[]
}

/** What is decided about a report, against what is only done with it. */
const NOT_DECIDED = ["opened", "indexed", "stopped", "printed", "contacted", "reported", "routed"]

const kindOf =
  <Kind extends EventCodes["kind"]>(kind: Kind) =>
  (event: PaperEvent): event is PaperEvent & { codes: Extract<EventCodes, { kind: Kind }> } =>
    event.codes.kind === kind && !event.corrected

/** The parts of `paper`, or undefined where nothing of it is there yet. */
export function partsOf(paper: Paper, source: PaperSource): PaperPart[] | undefined {
  switch (paper) {
    case "report":
      return [
        heading(source),
        ...source.said.map(({ label, answer }) => ({ heading: label, lines: [{ text: answer }] })),
      ]
    case "intelligence":
      return intelligence(source)
    case "history":
      return [heading(source), { heading: en.papers.history, lines: source.events.map(lineOf) }, ...elsewhere(source)]
    case "decision-log":
      return [
        heading(source),
        {
          heading: en.papers["decision-log"],
          lines: source.events.filter(({ codes }) => !NOT_DECIDED.includes(codes.kind)).map(lineOf),
        },
        ...elsewhere(source),
      ]
    case "iopc-referral":
      return iopcReferral(source)
    case "disclosure":
      return [
        {
          heading: en.papers.disclosure,
          lines: [
            { text: en.disclosure(source.reference, source.received) },
            {
              label: en.contents,
              text: [en.messages(source.messages), en.entries(source.events.length)].join(", "),
            },
          ],
        },
      ]
  }
}

const lineOf = ({ number, what, when, words: said, corrected }: PaperEvent) => ({
  label: `${number} · ${when}`,
  text: [corrected ? `${what} (corrected later)` : what, said].filter(Boolean).join("\n"),
})

/** What other reports say of it; no part where none does. */
const elsewhere = (source: PaperSource): PaperPart[] =>
  source.elsewhere.length === 0
    ? []
    : [
        {
          heading: links.elsewhere.title,
          lines: source.elsewhere.map(({ when, what }) => ({ label: when, text: what })),
        },
      ]

const heading = ({ reference, force, received, ticked }: PaperSource): PaperPart => ({
  heading: reference,
  lines: [
    { label: en.force, text: force },
    { label: en.received, text: received },
    { label: en.ticked, text: ticked },
  ],
})

/** The drafts that were made into intelligence reports, each with the event that made it. */
function madeOf({ events }: PaperSource) {
  return events.filter(kindOf("intelligence-made")).flatMap((made) => {
    const draft = events.filter(kindOf("intelligence-drafted")).find(({ number }) => number === made.codes.detail.draft)
    return draft?.words === undefined ? [] : [{ made, draft, text: draft.words }]
  })
}

function intelligence(source: PaperSource): PaperPart[] | undefined {
  const made = madeOf(source)
  if (made.length === 0) return undefined
  const { sources, informations, handlings, actions, sanitisings } = decisions.intelligence
  return made.flatMap(({ made: event, draft, text }) => {
    const { source: from, information, handling, action, sanitising } = draft.codes.detail.grading
    const { threat, others } = event.codes.detail
    return [
      {
        heading: `${en.papers.intelligence} ${source.reference}/${event.number}`,
        lines: [
          { label: en.force, text: source.force },
          { label: en.grading, text: [sources[from], informations[information]].join(" · ") },
          {
            label: en.handling,
            text: [handlings[handling], action && actions[action], sanitising && sanitisings[sanitising]]
              .filter(Boolean)
              .join(" · "),
          },
          { label: en.threat, text: [threat, ...others].map((each) => threatName[each]).join("; ") },
          { label: en.draftedBy, text: draft.when },
          { label: en.madeBy, text: event.when },
        ],
      },
      { heading: en.text, lines: [{ text }] },
      { heading: en.handling, lines: [{ text: en.lead }] },
    ]
  })
}

function iopcReferral(source: PaperSource): PaperPart[] | undefined {
  const assessed = source.events.findLast(kindOf("assessed"))
  if (assessed === undefined) return undefined
  const decided = source.events.findLast(kindOf("iopc-decided"))
  const grounds = decided?.codes.detail.grounds ?? assessed.codes.detail.grounds
  const { severity, threat, others } = assessed.codes.detail
  const texts = madeOf(source).map(({ text }) => ({ text }))
  return [
    {
      heading: en.papers["iopc-referral"],
      lines: [
        { label: en.force, text: source.force },
        { label: en.reference, text: source.reference },
        { label: en.received, text: source.received },
        { label: en.grounds, text: grounds.map((ground) => decisions.grounds.long[ground]).join("\n") || "–" },
        { label: en.severity, text: words.severities[severity] },
        { label: en.threat, text: [threat, ...others].map((each) => threatName[each]).join("; ") },
        { label: en.persons, text: source.people.join("\n") || String(assessed.codes.detail.persons) },
        { label: en.decided, text: decided === undefined ? "–" : `${decided.what}, ${decided.when}` },
      ],
    },
    { heading: en.summary, lines: texts.length > 0 ? texts : [{ text: en.notSanitised }] },
    { heading: en.conduct, lines: [{ text: en.anonymous }] },
  ]
}
