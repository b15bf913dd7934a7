/** Browser: seals, signs and sends one decision. */

import type { Unlocked } from "@candour/identity/sign-in/unlocked.ts"
import { signDecision } from "@candour/sealing/decision.ts"
import { bytesOf, toBase64url } from "@candour/sealing/encoding.ts"
import { sealMessage } from "@candour/sealing/message.ts"
import { sealUnder } from "@candour/sealing/report-key.ts"
import { ask } from "../ask.ts"
import { descriptionIn } from "../concerned/description.ts"
import { fingerprintsOf } from "../concerned/show-people.ts"
import { nearHashesOf } from "../near/hashes.ts"
import type { SentEvent } from "../report/open-report.ts"
import { type Opened, wordsPlace } from "../report/opened.ts"
import { sendKey } from "../transfer/send-key.ts"
import { type FormKind, isKeyKind } from "./decided-kind.ts"
import type { ReadDecision } from "./read-decision.ts"

/** A decision on its way: about which report, and as which event. */
export interface Sending {
  id: string
  unlocked: Unlocked
  /** Missing before the report is open in this tab: then nothing can be sealed, and words are not offered. */
  opened: Opened | undefined
  /** The number it should get: one more than the last event that the person has seen. */
  number: number
  kind: FormKind
}

/**
 * @returns the event as it is recorded now
 * @throws Refused - the server's answer, with its sentence
 */
export async function sendDecision(sending: Sending, { detail, words }: ReadDecision): Promise<SentEvent> {
  const { id, unlocked, opened, number, kind } = sending
  const sealed =
    words === undefined || opened === undefined ? undefined : await sealWords(opened, kind, number, words, detail)
  const decision = { tenant: unlocked.whose.tenant, report: id, number, kind, detail, words: sealed }
  const signed = {
    number,
    words: sealed && toBase64url(sealed),
    signature: toBase64url(signDecision(unlocked.key, decision)),
  }
  if (isKeyKind(kind)) {
    if (opened !== undefined && words !== undefined) await sendKey({ opened, kind, detail, words, signed })
  } else if (kind === "concerned") {
    const said = descriptionIn(words)
    if (opened !== undefined && said !== undefined) {
      const traits = fingerprintsOf(opened.fingerprints, said)
      const near = nearHashesOf(opened.fingerprints, said)
      await ask(`/report/${id}/concerned`, { ...signed, ...detail, generation: opened.generation, traits, near })
    }
  } else {
    await ask(`/report/${id}/decide`, { ...signed, kind, detail })
  }
  return { ...signed, kind, detail, by: unlocked.whose.person }
}

/** What was last sealed, so that the same decision, sent again because its answer was lost, is the same to the byte. */
let last: { what: string; sealed: Uint8Array } | undefined

async function sealWords(
  opened: Opened,
  kind: string,
  number: number,
  words: string,
  detail: Record<string, unknown>,
): Promise<Uint8Array> {
  const what = JSON.stringify([opened.id, kind, number, words, detail])
  if (last?.what !== what) last = { what, sealed: await sealNow(opened, kind, number, words, detail) }
  return last.sealed
}

function sealNow(opened: Opened, kind: string, number: number, words: string, detail: Record<string, unknown>) {
  if (kind !== "messaged") return sealUnder(opened.key, wordsPlace(opened, number), bytesOf(words))
  const at = { from: "team", number: Number(detail.message) } as const
  const body = { version: 1, text: words, language: opened.body.language } as const
  return sealMessage(opened.thread, { tenant: opened.sealedFor, report: opened.id }, at, body)
}
