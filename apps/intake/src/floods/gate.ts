import { randomBytes, randomInt } from "node:crypto"
import { type Clock, dayOf, daysBetween } from "@candour/domain/day.ts"
import { CappedMap } from "altcha-lib"
import { type Budget, createBudget, type Rate } from "./budget.ts"
import { makeChallenge, type ReadChallenge, readChallenge } from "./challenge.ts"
import { createLoad } from "./load.ts"

/** What is posted; never to whom: a budget for a force would let a flood shut that force. */
export type GateKind = "tell" | "sealed" | "mailbox"

/** `in`: take it; `wait`: too many came at once; `again`: the form is old, used or odd, so give it anew. */
export type GateAnswer = "in" | "wait" | "again"

/** What the gate reads of a post. */
export interface GatePost {
  /** The form's challenge, as {@link Gate.challenge} made it. */
  challenge?: string | undefined
  /** What the browser's script solved; none from a browser that has no script, or can't. */
  proof?: string | undefined
  /** The report's id: a repeat of one report may use its challenge again. */
  id?: string | undefined
  /** The box that people don't see. */
  filled?: string | undefined
  /** It was shown to them already, and asked to be left empty. */
  asked?: string | undefined
}

/** Stands before what costs this server work, and asks nothing of people. */
export interface Gate {
  /**
   * For the hidden field of a form that is made now.
   * @param after - what the gate answered to the form it takes the place of: who waited comes first
   */
  challenge(after?: GateAnswer): Promise<string>
  admit(kind: GateKind, post: GatePost): Promise<GateAnswer>
}

/** Days for which a form may be open; then it comes back with all that was typed. */
const FORM_DAYS = 2

/** Posts a minute that are no flood. */
const QUIET = 60

/** Tries that a challenge takes in quiet times: 2 ms here, 24 ms on a processor six times slower. */
const QUIET_TRIES = 16

/** Tries that a challenge takes at most: 0.6 s here, 4 s on such a processor, while its owner writes. */
const MOST_TRIES = 2_000

/**
 * Posts without proof that are let in. Two threads derive 33 receipts' roots in a second here, and 8 where four others
 * use the machine: a budget above that would only move the waiting to where nobody comes first.
 */
const WITHOUT_PROOF: Record<GateKind, Rate> = {
  tell: { perSecond: 10, atOnce: 40 },
  sealed: { perSecond: 50, atOnce: 200 },
  mailbox: { perSecond: 10, atOnce: 40 },
}

/** How often one report may come with the same challenge: a double press, a retry. */
const MOST_USES = 5

/** Used challenges that are remembered, about 10 MB; a flood of more lets the oldest be used again. */
const MOST_REMEMBERED = 50_000

interface Use {
  id: string
  times: number
}

interface GateOptions {
  clock: Clock
  /** A whole number from `least` up to, and not, `below`. */
  random?: (least: number, below: number) => number
  /** Of at least 32 characters, the same for processes that serve the same forms; made anew where none is given. */
  secret?: string | undefined
}

/**
 * @see Gate. With proof of work a post always comes in. Without, there is a budget, half of it for forms that waited,
 * so that a flood which doesn't wait can't keep out who does. A challenge serves one report: a post sent a thousand times
 * over is let in once.
 */
export function createGate({
  clock,
  random = randomInt,
  secret = randomBytes(32).toString("base64"),
}: GateOptions): Gate {
  const load = createLoad(clock)
  const uses = new CappedMap<string, Use>({ maxSize: MOST_REMEMBERED })
  const budgets = Object.fromEntries(
    Object.entries(WITHOUT_PROOF).map(([kind, rate]) => [kind, halves(rate, clock)]),
  ) as Record<GateKind, Halves>

  const isFresh = ({ nonce, day }: ReadChallenge, id: string) => {
    const age = daysBetween(day, dayOf(clock.now()))
    const use = uses.get(nonce)
    return age >= 0 && age <= FORM_DAYS && (!use || (use.id === id && use.times < MOST_USES))
  }

  return {
    challenge(after) {
      const tries = Math.min(MOST_TRIES, Math.max(QUIET_TRIES, Math.round((load.perMinute() / QUIET) * QUIET_TRIES)))
      return makeChallenge({
        secret,
        now: clock.now(),
        tries: random(Math.ceil(tries / 2), tries),
        waits: after === "wait",
      })
    },
    async admit(kind, { challenge, proof, id = "", filled, asked }) {
      load.count()
      const read = await readChallenge(secret, clock.now(), challenge, proof)
      if (!read || !isFresh(read, id) || read.proof === "wrong") return "again"
      if (filled && !asked) return "again"
      const proven = read.proof === "right" && !filled
      if (!proven && !takeFrom(budgets[kind], read.waited)) return "wait"
      uses.set(read.nonce, { id, times: (uses.get(read.nonce)?.times ?? 0) + 1 })
      return "in"
    },
  }
}

interface Halves {
  anybody: Budget
  waited: Budget
}

function halves({ perSecond, atOnce }: Rate, clock: Clock): Halves {
  const half = { perSecond: perSecond / 2, atOnce: atOnce / 2 }
  return { anybody: createBudget(half, clock), waited: createBudget(half, clock) }
}

const takeFrom = ({ anybody, waited }: Halves, hasWaited: boolean): boolean =>
  (hasWaited && waited.take()) || anybody.take()
