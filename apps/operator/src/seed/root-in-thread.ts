import { scrypt } from "node:crypto"
import { RECEIPT_SALT, RECEIPT_SCRYPT, type ReceiptRoot, type RootOf } from "@candour/sealing/receipt.ts"
import { secretFrom } from "@candour/sealing/sealed.ts"

/**
 * The root of a receipt by Node's own scrypt, on another core while the database works: 720 of them are half the time
 * of the founding history. The intake has its twin, with a queue; packages/sealing may not need Node.
 */
export const rootInThread: RootOf = (digits) =>
  new Promise<ReceiptRoot>((resolve, reject) =>
    scrypt(digits, RECEIPT_SALT, 32, RECEIPT_SCRYPT, (error, root) =>
      error ? reject(error) : resolve(secretFrom(new Uint8Array(root))),
    ),
  )
