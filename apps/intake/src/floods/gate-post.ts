import type { Context } from "hono"
import type { Posted } from "../posted-form.ts"
import { GATE_FIELDS } from "./field-names.ts"
import type { GateAnswer, GatePost } from "./gate.ts"

/** Seconds after which a form that was asked to wait is tried again. */
const RETRY_AFTER_SECONDS = 15

/** What the gate reads of a posted form. */
export const gatePostOf = (posted: Posted): GatePost => ({
  challenge: posted[GATE_FIELDS.challenge]?.[0],
  proof: posted[GATE_FIELDS.proof]?.[0],
  id: posted.id?.[0],
  filled: posted[GATE_FIELDS.filled]?.[0],
  asked: posted[GATE_FIELDS.asked]?.[0],
})

/** hono: the status for a form that wasn't let in; one that is to wait is told for how long. */
export function heldBack(c: Context, answer: Exclude<GateAnswer, "in">): 422 | 503 {
  if (answer === "again") return 422
  c.header("Retry-After", String(RETRY_AFTER_SECONDS))
  return 503
}
