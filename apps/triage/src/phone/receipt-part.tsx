import { Checkboxes } from "@candour/web/components/checkboxes.tsx"
import type { FC } from "hono/jsx"
import { en } from "./messages.ts"
import { Say } from "./say.tsx"

/** The receipt as it is read out. The page's script fills in the digits: the server never sees them. */
export const ReceiptPart: FC = () => (
  <form id="receipt" method="dialog" autocomplete="off" hidden>
    <h2 class="govuk-heading-m" id="receipt-title" tabindex={-1}>
      {en.receipt.heading}
    </h2>
    <div id="still-danger" hidden>
      <Say line="stillDanger" />
    </div>
    <div id="digits">
      <Say line="receipt" />
      <p class="govuk-body">{en.receipt.how}</p>
      <ol class="candour-groups" id="groups" translate="no" />
      <h3 class="govuk-heading-s">{en.receipt.whole}</h3>
      <Say line="whole" />
      <p class="candour-whole" id="whole" translate="no" />
      <Checkboxes
        name="whole-said"
        legend={en.receipt.whole}
        choices={[{ value: "yes", label: en.receipt.wholeSaid }]}
        small
      />
      <Say line="only" />
    </div>
    <h3 class="govuk-heading-s">{en.receipt.last}</h3>
    <p class="govuk-body candour-say">
      <span class="candour-say__who">{en.say}: </span>
      <span id="goodbye" />
    </p>
    <p class="govuk-body">{en.receipt.gone}</p>
  </form>
)
