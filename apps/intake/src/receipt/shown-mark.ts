import { createHmac, randomBytes, timingSafeEqual } from "node:crypto"
import type { ReceiptProps } from "./receipt.tsx"

type Shown = Pick<ReceiptProps, "digits" | "tenants" | "danger">

/** Of this process alone, so that no mark outlives it. */
const key = randomBytes(32)

/** What a receipt's own form carries: that this process showed it, after the report was on disk. */
export const markOf = ({ digits, tenants, danger }: Shown): string =>
  createHmac("sha256", key)
    .update(JSON.stringify([digits, tenants, danger]))
    .digest("base64url")

/** Whether `mark` is the one of this receipt. */
export function isMarked(shown: Shown, mark: string): boolean {
  const [given, right] = [mark, markOf(shown)].map((text) => Buffer.from(text)) as [Buffer, Buffer]
  return given.length === right.length && timingSafeEqual(given, right)
}
