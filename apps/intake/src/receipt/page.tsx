import { danger } from "@candour/domain/contact.ts"
import { parseReceipt } from "@candour/sealing/receipt.ts"
import { receiptDays } from "@candour/web/receipt-days.ts"
import type { Context } from "hono"
import { z } from "zod"
import { isReader } from "../find-force/told-forces.ts"
import { inLanguage, languageOf } from "../language.ts"
import { postedForm, singles } from "../posted-form.ts"
import type { Services } from "../services.ts"
import { IntakePage } from "../shell.tsx"
import { receiptMessages } from "./messages.ts"
import { CheckPage, ReceiptPage, type ReceiptProps, ReceiptTemplate } from "./receipt.tsx"
import { isMarked, markOf } from "./shown-mark.ts"

/** Shows the receipt of a report that is on disk. */
export const showReceipt = (
  { clock }: Services,
  c: Context,
  receipt: Pick<ReceiptProps, "digits" | "tenants" | "danger" | "check">,
  status: 200 | 422 = 200,
) => {
  const lang = languageOf(c)
  const page = { ...receipt, ...receiptDays(clock)[lang], mark: markOf(receipt) }
  return c.html(<ReceiptPage lang={lang} {...page} />, status)
}

const checkForm = z.object({
  digits: z.string().catch(""),
  last: z.string().catch(""),
  danger: danger.catch("unknown"),
  mark: z.string().catch(""),
  answer: z.literal("language").optional().catch(undefined),
})

/**
 * Checks the last four digits, without script. It never blocks leaving (pages §2.6), and says that a team has the
 * report only where we showed that before.
 */
export const checkReceipt = (services: Services) => async (c: Context) => {
  const posted = await postedForm(c)
  const { digits, last, danger, mark, answer } = checkForm.parse(singles(posted))
  const tenants = (posted.tenant ?? []).filter(isReader)
  const parsed = parseReceipt(digits)
  const lang = languageOf(c)
  if (parsed.kind !== "receipt") return c.redirect(inLanguage(lang, "/receipt"), 303)
  const right = last.replace(/\D/g, "") === parsed.receipt.slice(-4)
  const check = answer === "language" ? undefined : right ? ("right" as const) : ("wrong" as const)
  const receipt = { digits: parsed.receipt, tenants, danger, ...(check && { check }) } as const
  const status = check === "wrong" ? 422 : 200
  if (!isMarked(receipt, mark)) {
    return c.html(<CheckPage lang={lang} digits={receipt.digits} {...(check && { check })} />, status)
  }
  return showReceipt(services, c, receipt, status)
}

/**
 * The address that a receipt shown by the browser has: loading it again shows the same digits, out of the one entry of
 * the history that leaving replaces. Without them it says what can be done.
 */
export const showEmptyReceipt = (c: Context) => {
  const lang = languageOf(c)
  const { title, gone } = receiptMessages[lang]
  return c.html(
    <IntakePage title={title} lang={lang} language={{ path: "/receipt" }} partScript="receipt.js">
      <h1 class="govuk-heading-l">{gone.heading}</h1>
      <p class="govuk-body">{gone.text}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={inLanguage(lang, "/")}>
          {gone.start}
        </a>
      </p>
      <ReceiptTemplate lang={lang} />
    </IntakePage>,
  )
}
