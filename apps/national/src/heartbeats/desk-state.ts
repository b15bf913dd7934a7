import type { Connection } from "@candour/database/connect.ts"
import { deskSignIn } from "@candour/database/schema.ts"
import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { type Heartbeat, heartbeats } from "@candour/figures/heartbeats.ts"
import { type OverdueClock, overdueClocks } from "@candour/figures/overdue-clocks.ts"
import { stoppedDesks } from "@candour/figures/stopped-desks.ts"

/** What the national body hears of a desk: sums and days, and nothing of one report. */
export interface DeskState {
  /** Undefined where nothing is unopened. */
  beat: Heartbeat | undefined
  clocks: readonly OverdueClock[]
  /** The hour of the last sign-in of anybody who works its reports; undefined for a desk that isn't open. */
  signedIn: Date | undefined
  /** Since when it records nothing, where its figures have stopped. */
  stoppedSince: Day | undefined
}

/** A desk that isn't open and holds nothing. */
export const NOTHING_HEARD: DeskState = { beat: undefined, clocks: [], signedIn: undefined, stoppedSince: undefined }

/** Every desk that anything is heard of, as it is on the day `today`. */
export async function deskStates(transaction: Connection, today: Day): Promise<ReadonlyMap<Tenant, DeskState>> {
  const beats = new Map((await heartbeats(transaction, today)).map((beat) => [beat.tenant, beat]))
  const clocks = Map.groupBy(await overdueClocks(transaction), ({ tenant }) => tenant)
  const signIns = await transaction.select().from(deskSignIn)
  const hours = new Map(signIns.map(({ tenant, hour }) => [tenant, hour]))
  const stopped = await stoppedDesks(transaction, today)
  const desks = new Set([...beats.keys(), ...clocks.keys(), ...hours.keys(), ...stopped.keys()])
  return new Map(
    [...desks].map((tenant) => [
      tenant,
      {
        beat: beats.get(tenant),
        clocks: clocks.get(tenant) ?? [],
        signedIn: hours.get(tenant),
        stoppedSince: stopped.get(tenant),
      },
    ]),
  )
}
