import { test as property } from "@fast-check/vitest"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type EventCodes, eventKinds, parseEventCodes, type ReportEvent } from "./event.ts"
import { stage } from "./stage.ts"
import { type Actor, refusalOf, standingOf } from "./succession.ts"
import { anyEvent } from "./testing/any-event.ts"

const person = (id: string, ...roles: Actor["roles"]): Actor => ({ id, roles, atNationalDesk: false })
const officer = person("officer", "officer")
const second = person("second", "officer")
const lead = person("lead", "lead")
const otherLead = person("other-lead", "lead")
const coordinator = person("coordinator", "coordinator")
const auditor = person("auditor", "auditor")
const everybody = [officer, second, lead, otherLead, coordinator, auditor]

const arrival: ReportEvent[] = [
  { number: 1, kind: "contacted", detail: {} },
  { number: 2, kind: "reported", detail: { categories: ["partner"] } },
  { number: 3, kind: "routed", detail: { reason: "found" } },
]

/** Lets each event happen where it may, and leaves it out where not. */
function play(steps: readonly { actor: Actor; codes: EventCodes }[], mayWrite = false): ReportEvent[] {
  const events = [...arrival]
  for (const { actor, codes } of steps)
    if (refusalOf(events, actor, codes, mayWrite) === undefined)
      events.push({ ...codes, number: events.length + 1, by: actor.id })
  return events
}

const opened: EventCodes = { kind: "opened", detail: { reason: "own" } }
const assessed: EventCodes = {
  kind: "assessed",
  detail: { threat: "ppda", others: [], severity: "gross", persons: 1, grounds: [] },
}
const drafted: EventCodes = {
  kind: "intelligence-drafted",
  detail: { grading: { source: "2", information: "A", handling: "C", action: "A1", sanitising: "S2" } },
}
const made: EventCodes = { kind: "intelligence-made", detail: { draft: 6, threat: "ppda", others: [] } }
const decided: EventCodes = { kind: "outcome", detail: { person: 1, outcome: "dismissed" } }
const closed: EventCodes = { kind: "closed", detail: {} }

const steps = fc.array(fc.record({ actor: fc.constantFrom(...everybody), codes: anyEvent }), { maxLength: 40 })

describe("two people", () => {
  const withDraft = play([
    { actor: officer, codes: opened },
    { actor: officer, codes: assessed },
    { actor: officer, codes: drafted },
    { actor: second, codes: opened },
    { actor: lead, codes: opened },
  ])

  test("an intelligence report is checked by a second person", () => {
    expect(refusalOf(withDraft, officer, made, false)).toBe("second-person")
    expect(refusalOf(withDraft, second, made, false)).toBeUndefined()
  })

  test("who assessed alone does not close alone", () => {
    const byLead = play([
      { actor: lead, codes: opened },
      { actor: lead, codes: assessed },
      { actor: lead, codes: decided },
      { actor: otherLead, codes: opened },
    ])
    expect(refusalOf(byLead, lead, closed, false)).toBe("second-person")
    expect(refusalOf(byLead, otherLead, closed, false)).toBeUndefined()
  })

  test("nothing closes while a draft waits, an outcome is missing or the reporter waits for a word", () => {
    expect(refusalOf(withDraft, lead, closed, false)).toBe("draft-waiting")
    const checked = [...withDraft, { ...made, number: withDraft.length + 1, by: second.id } as ReportEvent]
    expect(refusalOf(checked, lead, closed, false)).toBe("outcomes-missing")
    const outcomes = [...checked, { ...decided, number: checked.length + 1, by: lead.id } as ReportEvent]
    expect(refusalOf(outcomes, lead, closed, true)).toBe("message-missing")
    expect(refusalOf(outcomes, lead, closed, false)).toBeUndefined()
  })
})

test("correcting one's own assessment makes nobody a second person, and nothing closes unassessed", () => {
  const corrected = play([
    { actor: lead, codes: opened },
    { actor: lead, codes: assessed },
    { actor: lead, codes: { kind: "investigating", detail: {} } },
    { actor: lead, codes: { kind: "corrected", detail: { corrects: 5 } } },
  ])
  expect(refusalOf(corrected, lead, closed, false)).toBe("not-assessed")
  const again = [...corrected, { ...assessed, number: corrected.length + 1, by: lead.id } as ReportEvent]
  const anew = [...again, { ...decided, number: again.length + 1, by: lead.id } as ReportEvent]
  expect(refusalOf(anew, lead, closed, false)).toBe("second-person")
})

test("an assessment is corrected once no outcome stands, and not at all once the report has come anew", () => {
  const withOutcome = play([
    { actor: lead, codes: opened },
    { actor: lead, codes: assessed },
    { actor: lead, codes: decided },
  ])
  const correcting = (corrects: number): EventCodes => ({ kind: "corrected", detail: { corrects } })
  expect(refusalOf(withOutcome, lead, correcting(5), false)).toBe("outcomes-stand")
  const without = [...withOutcome, { ...correcting(6), number: 7, by: lead.id } as ReportEvent]
  expect(refusalOf(without, lead, correcting(5), false)).toBeUndefined()
  const back: ReportEvent = { kind: "arrived", detail: { from: "essex", number: 9 }, number: 8 }
  expect(refusalOf([...without, back], lead, correcting(5), false)).toBe("not-correctable")
})

property.prop({ steps })("whoever has an outcome is concerned", ({ steps }) => {
  const { persons, decided } = standingOf(play(steps))
  expect([...decided].every((person) => person <= persons)).toBe(true)
})

test("a closing that was reopened is history, and is corrected no more", () => {
  const reopened = play([
    { actor: lead, codes: opened },
    { actor: lead, codes: assessed },
    { actor: lead, codes: decided },
    { actor: otherLead, codes: opened },
    { actor: otherLead, codes: closed },
    { actor: lead, codes: { kind: "reopened", detail: {} } },
  ])
  expect(reopened).toHaveLength(9)
  expect(refusalOf(reopened, lead, { kind: "corrected", detail: { corrects: 8 } }, false)).toBe("not-correctable")
})

test("a report is opened before anything about it is decided", () => {
  expect(refusalOf(arrival, officer, assessed, false)).toBe("not-opened")
})

test("an auditor reads and changes nothing", () => {
  const codes = fc.sample(anyEvent, 300).filter(({ kind }) => !["opened", "indexed", "stopped"].includes(kind))
  expect(refusalOf(arrival, auditor, opened, false)).toBeUndefined()
  expect(codes.every((next) => refusalOf(arrival, auditor, next, false) !== undefined)).toBe(true)
})

test("after two messages officers wait for a lead, who allows two more", () => {
  const messaged: EventCodes = { kind: "messaged", detail: { message: 0 } }
  const two = play([
    { actor: officer, codes: messaged },
    { actor: second, codes: messaged },
  ])
  expect(refusalOf(two, officer, messaged, true)).toBe("needs-lead")
  expect(refusalOf(two, lead, messaged, true)).toBeUndefined()
  const allowed = [...two, { kind: "message-allowed", detail: {}, number: 6, by: lead.id } as ReportEvent]
  expect(refusalOf(allowed, officer, messaged, true)).toBeUndefined()
})

test("a restricted report is there for the people named, and for no lead beside them", () => {
  const restricted: ReportEvent = { kind: "restricted", detail: { to: [officer.id, lead.id] }, number: 4, by: lead.id }
  const events = [...arrival, restricted]
  for (const [actor, refusal] of [
    [officer, undefined],
    [second, "restricted"],
    [otherLead, "restricted"],
    [auditor, "restricted"],
  ] as const)
    expect(refusalOf(events, actor, opened, false)).toBe(refusal)
  expect(refusalOf(events, lead, { kind: "assigned", detail: { to: second.id } }, false)).toBe("restricted")
})

test("what another desk handed here is returned to that desk, until somebody accepts it", () => {
  const arrived: ReportEvent[] = [{ number: 1, kind: "arrived", detail: { from: "essex", number: 7 } }]
  const open: ReportEvent[] = [...arrived, { ...opened, number: 2, by: lead.id } as ReportEvent]
  const back = (to: string): EventCodes => ({ kind: "transferred", detail: { to, returned: true } })
  expect(refusalOf(open, lead, back("essex"), false)).toBeUndefined()
  expect(refusalOf(open, lead, back("surrey"), false)).toBe("nothing-to-accept")
  const accepted = [...open, { kind: "accepted", detail: {}, number: 3, by: officer.id } as ReportEvent]
  expect(refusalOf(accepted, lead, back("essex"), false)).toBe("nothing-to-accept")
  expect(refusalOf(arrival, lead, { kind: "accepted", detail: {} }, false)).toBe("nothing-to-accept")
})

test("an export takes one who asks and another who allows, and goes once", () => {
  const asked: ReportEvent[] = [
    ...arrival,
    { ...opened, number: 4, by: lead.id } as ReportEvent,
    { kind: "export-asked", detail: { format: "json" }, number: 5, by: lead.id },
  ]
  const allow: EventCodes = { kind: "export-allowed", detail: { asked: 5 } }
  const take: EventCodes = { kind: "exported", detail: { asked: 5 } }
  expect(refusalOf(asked, lead, allow, false)).toBe("second-person")
  expect(refusalOf(asked, lead, take, false)).toBe("second-person")
  const allowed = [...asked, { ...allow, number: 6, by: otherLead.id } as ReportEvent]
  expect(refusalOf(allowed, otherLead, take, false)).toBe("no-such-ask")
  expect(refusalOf(allowed, lead, take, false)).toBeUndefined()
  const taken = [...allowed, { ...take, number: 7, by: lead.id } as ReportEvent]
  expect(refusalOf(taken, lead, take, false)).toBe("no-such-ask")
})

test("a coordinator does nothing to a report", () => {
  const codes = fc.sample(anyEvent, 300)
  expect(codes.every((next) => refusalOf(arrival, coordinator, next, false) !== undefined)).toBe(true)
})

test("a referral begins as any report does, and telling another force changes nothing at the first", () => {
  const referral: ReportEvent[] = [{ number: 1, kind: "arrived", detail: { from: "essex", referral: true } }]
  const first: ReportEvent[] = [...arrival, { number: 4, kind: "referred", detail: { to: "essex" } }]
  for (const events of [referral, first]) {
    expect(standingOf(events)).toEqual(standingOf(arrival))
    expect(refusalOf(events, officer, assessed, false)).toBe("not-opened")
    expect(refusalOf(events, officer, opened, false)).toBeUndefined()
  }
})

property.prop({ steps, mayWrite: fc.boolean() })(
  "whatever is asked, the standing stays whole",
  ({ steps, mayWrite }) => {
    const events = play(steps, mayWrite)
    const standing = standingOf(events)
    expect(stage.options).toContain(standing.stage)
    expect(standing.decided.size).toBeLessThanOrEqual(Math.max(standing.persons, 3))
    expect(events.map((event) => event.number)).toEqual(events.map((_, index) => index + 1))
  },
)

property.prop({ steps })("no intelligence report is ever made by its own author alone", ({ steps }) => {
  const events = play(steps)
  const madeEvents = events.filter((event) => event.kind === "intelligence-made")
  for (const event of madeEvents) {
    const draft = events.find((other) => other.number === event.detail.draft)
    expect(draft?.kind).toBe("intelligence-drafted")
    expect(draft?.by).not.toBe(event.by)
  }
})

property.prop({ steps })("what may happen parses back to itself", ({ steps }) => {
  for (const { kind, detail } of play(steps)) expect(parseEventCodes(kind, detail)).toEqual({ kind, detail })
})

test("every kind has an answer for everybody in every standing", () => {
  const standings = fc.sample(steps, 60).map((each) => play(each))
  for (const events of standings)
    for (const actor of everybody)
      for (const kind of eventKinds) {
        const codes = { kind, detail: { draft: 1, person: 1, corrects: 1 } } as unknown as EventCodes
        expect(["string", "undefined"]).toContain(typeof refusalOf(events, actor, codes, true))
      }
})
