/** Browser: decides about several reports of a page at once, each decision signed here. */
import { requireUnlocked } from "@candour/identity/sign-in/unlocked.ts"
import { signDecision } from "@candour/sealing/decision.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { ask } from "../ask.ts"
import type { Decided } from "./decide-many.ts"

/** A report as its row has it: `number` is that of the last event that the page knows. */
export interface SelectedRow {
  report: string
  number: number
}

/** One decision for each of `rows`, signed and sent together. @throws Refused */
export async function decideSelected(
  rows: readonly SelectedRow[],
  kind: "taken" | "assigned" | "set-aside",
  detail: Record<string, string>,
): Promise<Decided[]> {
  const { whose, key } = await requireUnlocked()
  const signed = rows.map(({ report, number: last }) => {
    const number = last + 1
    const decision = { tenant: whose.tenant, report, number, kind, detail }
    return { report, number, kind, detail, signature: toBase64url(signDecision(key, decision)) }
  })
  const { answers } = await ask<{ answers: Decided[] }>("/queue/decide", signed)
  return answers
}
