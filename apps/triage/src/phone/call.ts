/** Browser: one call, from its first second until nothing of it is left. */
import type { CallEnd, Language } from "@candour/domain/contact.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { newReceipt, type Receipt } from "@candour/sealing/receipt.ts"
import type { Answers } from "@candour/sealing/report-body.ts"
import { sealWithoutReceipt } from "@candour/sealing/seal-report.ts"
import { sealTold } from "@candour/sealing/seal-told.ts"
import { type Counted, countedBytes } from "@candour/sealing/told.ts"
import { ask, Refused } from "../ask.ts"
import type { SentReport, TakenReport } from "./calls.ts"
import type { Desk } from "./desk.ts"

/** What was told on the telephone, and where the caller wants it to go. */
export interface Told {
  answers: Answers
  counted: Pick<Counted, "language" | "categories" | "danger" | "mayReply">
  destination: { force: string; found: "found" | "chosen"; reader: string }
  withReceipt: boolean
}

/** A report that the service has: with the digits to read out, where the caller wanted them. */
export interface SentCall extends Pick<TakenReport, "days"> {
  team: Desk["team"]
  language: Language
  /** Somebody is in danger now. */
  danger: boolean
  receipt: Receipt | undefined
}

/** What was sealed of a call: sent again and again, the same bytes, until there is an answer. */
interface SealedCall {
  report: SentReport
  team: Desk["team"]
  withReceipt: boolean
}

/** Milliseconds until a call that couldn't be counted is counted again. */
const COUNT_AGAIN_AFTER = 3_000

/** Answers after which nothing of what was sent is stored, so that it may be changed. */
const SURE = ["unreadable", "too-large", "refused", "conflict", "signed-out", "outdated", "no-keys"]

/** A call under an id of its own, the same for its contact and its report. */
export class Call {
  #id = crypto.randomUUID()
  #receipt: Receipt = newReceipt()
  #sealed: SealedCall | undefined
  #isOver = false
  /** Whether a report was sent and nobody can tell yet whether it arrived: until then it may not be changed. */
  uncertain = false
  /** Whether a report is on its way: until there is an answer the call can't end. */
  isSending = false

  /** Counts the call, again and again until it is; `onCounted` hears how it stands. */
  async count(onCounted: (isCounted: boolean) => void): Promise<void> {
    const id = this.#id
    while (!this.#isOver && id === this.#id) {
      try {
        await ask("/phone/calls", { id })
        if (!this.#isOver) onCounted(true)
        return
      } catch {
        if (!this.#isOver) onCounted(false)
        await new Promise((resolve) => setTimeout(resolve, COUNT_AGAIN_AFTER))
      }
    }
  }

  /**
   * Seals what was told to the desk that reads it, and sends it; while nobody can tell whether it arrived, what was
   * sealed then is sent again, whatever `told` says.
   *
   * @throws Refused - `uncertain` says whether it may have arrived
   */
  async send(told: Told): Promise<SentCall> {
    this.isSending = true
    try {
      return await this.#sendUntilSure(told)
    } finally {
      this.isSending = false
    }
  }

  async #sendUntilSure(told: Told): Promise<SentCall> {
    for (let tries = 1; ; tries += 1) {
      this.#sealed ??= await this.#seal(told)
      const { report, team, withReceipt } = this.#sealed
      try {
        const { days } = await ask<TakenReport>(`/phone/calls/${this.#id}/report`, report)
        this.uncertain = false
        this.#sealed = undefined
        const { language, danger } = report
        return { team, days, language, danger: danger === "now", receipt: withReceipt ? this.#receipt : undefined }
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        // Only the database knows that it hasn't this report: it has compared it.
        const known = ["outdated", "conflict"].includes(error.code)
        if (known || (!this.uncertain && SURE.includes(error.code))) this.#sealed = undefined
        this.uncertain = this.#sealed !== undefined
        if (error.code === "conflict") await this.#beginAnew()
        // The desk's key has changed since it was asked for: sealed to the new one, once more.
        if (error.code !== "outdated" || tries > 1) throw error
      }
    }
  }

  /** Another id, and other digits: one of them is another report's. The call that was counted first isn't left open. */
  async #beginAnew(): Promise<void> {
    const first = this.#id
    this.#id = crypto.randomUUID()
    this.#receipt = newReceipt()
    await ask(`/phone/calls/${first}/end`, { why: "other" }).catch(() => undefined) // it is a report, or has ended
  }

  /** Ends a call that leaves no report. @throws Refused - press again */
  end = (why: CallEnd): Promise<unknown> => ask(`/phone/calls/${this.#id}/end`, { why })

  /** Forgets what it knows: the digits, and what was sealed. */
  forget(): void {
    this.#isOver = true
    this.#sealed = undefined
    this.#receipt = "" as Receipt
  }

  async #seal({ answers, counted: said, destination, withReceipt }: Told): Promise<SealedCall> {
    const desk = await ask<Desk>("/phone/desk", destination)
    const { team, line, routedTo, reason, candidates, tenant, generation, recipient } = desk
    const counted: Counted = { ...said, line, routedTo, reason, channel: "phone" }
    const to = { id: this.#id, tenant, recipient }
    // The report's key is in neither: it lies wrapped for the desk that reads, and is dropped here.
    const { body, wrap, digest, ...sealed } = withReceipt
      ? (await sealTold({ ...to, receipt: this.#receipt, referrals: [] }, answers, counted)).report
      : { ...(await sealWithoutReceipt({ ...to, ...said, answers, counted: countedBytes(counted) })), key: undefined }
    const { language, categories, danger, mayReply } = said
    return {
      team,
      withReceipt,
      report: {
        tenant,
        generation,
        routedTo,
        reason,
        ...(candidates && { candidates }),
        language,
        categories: [...categories],
        danger,
        mayReply,
        ...("mailboxHash" in sealed && { mailboxHash: toBase64url(sealed.mailboxHash) }),
        digest: toBase64url(digest),
        body: toBase64url(body),
        wrap: toBase64url(wrap),
      },
    }
  }
}
