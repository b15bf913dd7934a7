import { type Day, dayOf } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { workingDaysBetween } from "@candour/domain/working-day.ts"
import type { DeskState } from "../heartbeats/desk-state.ts"
import type { AlarmLimits } from "./limits.ts"

/** Why there is an alarm about a desk, the gravest first. */
export const alarmCauses = ["danger", "unopened", "overdue", "no-sign-in", "figures-stopped"] as const
export type AlarmCause = (typeof alarmCauses)[number]

/** A desk beside what is wrong with it. */
export interface Cause {
  tenant: Tenant
  what: AlarmCause
}

/** What is wrong at each desk on the day `today`. Pure: the same states and limits give the same causes. */
export const causesOf = (states: ReadonlyMap<Tenant, DeskState>, limits: AlarmLimits, today: Day): Cause[] =>
  [...states].flatMap(([tenant, state]) =>
    alarmCauses.filter((what) => isWrong[what](state, limits, today)).map((what) => ({ tenant, what })),
  )

const isWrong: Record<AlarmCause, (state: DeskState, limits: AlarmLimits, today: Day) => boolean> = {
  danger: ({ clocks }, limits) => clocks.some(({ hours }) => hours !== undefined && hours >= limits.danger),
  unopened: ({ beat }, limits, today) => beat !== undefined && workingDaysBetween(beat.oldest, today) > limits.unopened,
  overdue: ({ clocks }, limits, today) =>
    clocks.some(({ due }) => due !== undefined && workingDaysBetween(due, today) > limits.overdue),
  "no-sign-in": ({ signedIn }, limits, today) =>
    signedIn !== undefined && workingDaysBetween(dayOf(signedIn), today) > limits.signIn,
  "figures-stopped": ({ stoppedSince }) => stoppedSince !== undefined,
}
