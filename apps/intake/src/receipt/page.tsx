import { danger } from "@candour/domain/contact.ts"
import { parseReceipt } from "@candour/sealing/receipt.ts"
import type { Context } from "hono"
import { z } from "zod"
import { isReader } from "../find-force/told-forces.ts"
import type { Services } from "../services.ts"
import { IntakePage } from "../shell.tsx"
import { postedOf, singles } from "../tell/typed.tsx"
import { en } from "./messages.ts"
import { CheckPage, ReceiptPage, type ReceiptProps, ReceiptTemplate } from "./receipt.tsx"
import { receiptDays } from "./receipt-days.ts"
import { isMarked, markOf } from "./shown-mark.ts"

/** Shows the receipt of a report that is on disk. */
export const showReceipt = (
  { clock }: Services,
  c: Context,
  receipt: Pick<ReceiptProps, "digits" | "tenants" | "danger" | "check">,
  status: 200 | 422 = 200,
) => c.html(<ReceiptPage {...receipt} {...receiptDays(clock, "en")} mark={markOf(receipt)} />, status)

const checkForm = z.object({
  digits: z.string().catch(""),
  last: z.string().catch(""),
  danger: danger.catch("unknown"),
  mark: z.string().catch(""),
})

/**
 * Checks the last four digits, without script. It never blocks leaving (pages §2.6), and says that a team has the
 * report only where we showed that before.
 */
export const checkReceipt = (services: Services) => async (c: Context) => {
  const posted = postedOf(await c.req.parseBody({ all: true }))
  const { digits, last, danger, mark } = checkForm.parse(singles(posted))
  const tenants = (posted.tenant ?? []).filter(isReader)
  const parsed = parseReceipt(digits)
  if (parsed.kind !== "receipt") return c.redirect("/receipt", 303)
  const right = last.replace(/\D/g, "") === parsed.receipt.slice(-4)
  const receipt = { digits: parsed.receipt, tenants, danger, check: right ? "right" : "wrong" } as const
  const status = right ? 200 : 422
  if (!isMarked(receipt, mark)) return c.html(<CheckPage digits={receipt.digits} check={receipt.check} />, status)
  return showReceipt(services, c, receipt, status)
}

/**
 * The address that a receipt shown by the browser has: loading it again shows the same digits, out of the one entry of
 * the history that leaving replaces. Without them it says what can be done.
 */
export const showEmptyReceipt = (c: Context) =>
  c.html(
    <IntakePage title={en.title} partScript="receipt.js">
      <h1 class="govuk-heading-l">{en.gone.heading}</h1>
      <p class="govuk-body">{en.gone.text}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          {en.gone.start}
        </a>
      </p>
      <ReceiptTemplate />
    </IntakePage>,
  )
