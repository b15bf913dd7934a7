import type { Day } from "@candour/domain/day.ts"
import { addWorkingDays } from "@candour/domain/working-day.ts"
import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { type DeskState, NOTHING_HEARD } from "../heartbeats/desk-state.ts"
import { causesOf } from "./causes.ts"
import { type AlarmLimits, DEFAULT_LIMITS } from "./limits.ts"

const START: Day = "2026-03-02" // a Monday
const whatIsWrong = (state: Partial<DeskState>, today: Day, limits: AlarmLimits = DEFAULT_LIMITS) =>
  causesOf(new Map([["kent", { ...NOTHING_HEARD, ...state }]]), limits, today).map(({ what }) => what)

const beat = { tenant: "kent", oldest: START, unopened: 2 }
const clock = { tenant: "kent", clock: "assess", overdue: 3, due: START, hours: undefined } as const
const danger = { ...clock, clock: "danger", due: undefined } as const
const signedIn = new Date(`${START}T09:00:00Z`)

property.prop([fc.integer({ min: 1, max: 20 }), fc.nat(40)])(
  "working days up to the limit are no alarm, and the first one over it is",
  (limit, days) => {
    const today = addWorkingDays(START, days)
    const limits = { ...DEFAULT_LIMITS, unopened: limit, overdue: limit, signIn: limit }
    const all = days > limit ? ["unopened", "overdue", "no-sign-in"] : []
    expect(whatIsWrong({ beat, clocks: [clock], signedIn }, today, limits)).toEqual(all)
  },
)

test("a weekend makes no alarm of what came on a Friday", () => {
  const state = { signedIn: new Date("2026-03-06T16:00:00Z") }
  expect(whatIsWrong(state, "2026-03-11")).toEqual([])
  expect(whatIsWrong(state, "2026-03-12")).toEqual(["no-sign-in"])
})

test("somebody in danger who waits for as many hours as the limit comes before all else", () => {
  const state = { beat, clocks: [{ ...danger, hours: 1 }], stoppedSince: START }
  expect(whatIsWrong(state, "2026-04-20")).toEqual(["danger", "unopened", "figures-stopped"])
  expect(whatIsWrong({ clocks: [{ ...danger, hours: 1 }] }, START, { ...DEFAULT_LIMITS, danger: 2 })).toEqual([])
})

test("a desk that isn’t open and holds nothing has no alarm", () => {
  expect(whatIsWrong({}, "2026-12-01")).toEqual([])
})
