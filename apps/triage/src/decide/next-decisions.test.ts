import type { ReportEvent } from "@candour/domain/event.ts"
import { type Actor, refusalOf, standingOf } from "@candour/domain/succession.ts"
import { anyEvent } from "@candour/domain/testing/any-event.ts"
import { test as property } from "@fast-check/vitest"
import fc from "fast-check"
import { expect, test } from "vitest"
import type { FoundReport } from "../report/find-report.ts"
import { type NextDecisions, nextDecisions } from "./next-decisions.ts"

const officer: Actor = { id: "officer", roles: ["officer"], atNationalDesk: false }
const second: Actor = { id: "second", roles: ["officer"], atNationalDesk: false }
const lead: Actor = { id: "lead", roles: ["lead"], atNationalDesk: false }
const people = [officer, second, lead]
const actor = fc.constantFrom(...people)

/** A history that the rules allow: of what people try, only what may follow happened. */
const history = fc.array(fc.tuple(actor, anyEvent), { maxLength: 40 }).map((tries) => {
  const events: ReportEvent[] = []
  for (const [who, codes] of tries) {
    const isRefused = refusalOf(events, who, codes, true) !== undefined
    if (!isRefused) events.push({ ...codes, number: events.length + 1, by: who.id })
  }
  return events
})

function offered(events: ReportEvent[], who: Actor): NextDecisions {
  const { stage } = standingOf(events)
  const row = { mayReply: "yes", urgency: 2, holder: null, stage, released: null, cameFrom: null } as const
  return nextDecisions({ events } as Pick<FoundReport, "events">, row, who, ["essex"])
}

property.prop({ events: history, who: actor })(
  "nobody is offered the check of their own draft, and every draft is one's own or to be checked",
  ({ events, who }) => {
    const { checks, ownDrafts } = offered(events, who)
    const { stage, drafts } = standingOf(events)
    const waiting = stage === "closed" || stage === "received" ? [] : [...drafts.keys()]
    expect(checks.filter((draft) => ownDrafts.includes(draft))).toEqual([])
    expect(waiting.every((draft) => checks.includes(draft) || ownDrafts.includes(draft))).toBe(true)
  },
)

property.prop({ events: history, who: actor })(
  "closing is offered to a lead alone, once each person has an outcome, a message is kept and no draft waits",
  ({ events, who }) => {
    const next = offered(events, who)
    const { drafts, decided, persons, messaged, stage } = standingOf(events)
    const ready = drafts.size === 0 && decided.size >= persons && messaged && stage !== "closed" && stage !== "received"
    expect(next.close && !(who === lead && ready)).toBe(false)
    expect(next.close && next.notClosable !== undefined).toBe(false)
  },
)

property.prop({ events: history, who: actor })(
  "officers are offered nothing that a lead decides",
  ({ events, who }) => {
    const { assign, investigate, outcomes, close, notClosable, reopen, desks, ...next } = offered(events, who)
    const some =
      assign ||
      investigate ||
      outcomes.length > 0 ||
      close ||
      notClosable ||
      reopen ||
      desks.length > 0 ||
      next.answerDispute ||
      next.release !== undefined
    expect(some && who !== lead).toBe(false)
  },
)

property.prop({ events: history, who: actor })("what is offered follows from having read it", ({ events, who }) => {
  const read = { kind: "opened", detail: { reason: "own" }, number: events.length + 1, by: who.id } as const
  expect(offered([...events, read], who)).toEqual(offered(events, who))
})

test("a report that has just come is taken, flagged, assessed, written about and handed on, and no more", () => {
  const next = offered([], lead)
  expect(next).toMatchObject({ take: true, assess: true, flagDanger: true, message: true, desks: ["essex"] })
  expect(next).toMatchObject({ draft: false, close: false, investigate: false, reopen: false, corrections: [] })
})

test("where no lead may do anything, an officer hands on to the national desk alone, whose own officers hand on to any", () => {
  const events: ReportEvent[] = [{ kind: "opened", detail: { reason: "own" }, number: 1, by: "officer" }]
  const row = { mayReply: "yes", urgency: 2, holder: null, stage: "received", released: null, cameFrom: null } as const
  const desksFor = (who: Actor) =>
    nextDecisions({ events } as Pick<FoundReport, "events">, row, who, ["essex", "national-desk"]).desks
  expect(desksFor(officer)).toEqual([])
  expect(desksFor({ ...officer, noLeadMay: true })).toEqual(["national-desk"])
  expect(desksFor({ ...officer, atNationalDesk: true, noLeadMay: true })).toEqual(["essex", "national-desk"])
})
