import { scrypt } from "node:crypto"
import { RECEIPT_SALT, RECEIPT_SCRYPT, type Receipt, type ReceiptRoot, type RootOf } from "@candour/sealing/receipt.ts"
import { secretFrom } from "@candour/sealing/sealed.ts"

/** The root of a receipt, in a thread beside the one that answers everybody: the same bytes as `receiptRoot`. */
export const rootInThread: RootOf = (digits) =>
  new Promise((done, failed) => {
    scrypt(digits, RECEIPT_SALT, 32, RECEIPT_SCRYPT, (error, bytes) => {
      if (error) failed(error)
      else done(secretFrom(new Uint8Array(bytes)))
    })
  })

/** Too many wait for their digits to be read: try again in a moment. */
export class TooManyWait extends Error {
  override name = "TooManyWait"
}

/** Derivations at once: Node has four threads, and the spool's disk needs some. */
const AT_ONCE = 2

/** Who may wait, at most: for a report 100 (about 4 seconds), since it must not be turned away; for a look 20. */
const MOST_WAITING = { tell: 100, mailbox: 20 }

/** Derives the roots of receipts for browsers without script, a few at a time; whoever tells comes first. */
export interface RootQueue {
  /** @throws TooManyWait */
  forTell: RootOf
  /** @throws TooManyWait */
  forMailbox: RootOf
}

/** @see RootQueue */
export function createRootQueue(rootOf: RootOf = rootInThread): RootQueue {
  const waiting: Record<keyof typeof MOST_WAITING, (() => void)[]> = { tell: [], mailbox: [] }
  let busy = 0

  const take =
    (who: keyof typeof waiting) =>
    async (digits: Receipt): Promise<ReceiptRoot> => {
      if (busy < AT_ONCE) busy += 1
      else {
        const line = waiting[who]
        if (line.length >= MOST_WAITING[who]) throw new TooManyWait(`${line.length} wait already`)
        await new Promise<void>((turn) => line.push(turn))
      }
      try {
        return await rootOf(digits)
      } finally {
        // Whoever is next takes this place over.
        const next = waiting.tell.shift() ?? waiting.mailbox.shift()
        if (next) next()
        else busy -= 1
      }
    }
  return { forTell: take("tell"), forMailbox: take("mailbox") }
}
