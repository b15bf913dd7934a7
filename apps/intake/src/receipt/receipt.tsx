import type { Danger } from "@candour/domain/contact.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import type { Receipt } from "@candour/sealing/receipt.ts"
import { Button } from "@candour/web/components/button.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { Details, WarningText } from "@candour/web/components/text.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import { ELSEWHERE } from "@candour/web/public-page.tsx"
import type { FC } from "hono/jsx"
import { en as common } from "../messages.ts"
import { PeopleList } from "../people-who-can-help/people-list.tsx"
import { IntakePage, NotSent } from "../shell.tsx"
import { en as readers } from "../who-reads/messages.ts"
import { groupsOf, spoken } from "./digits.ts"
import { en } from "./messages.ts"

/** What a receipt shows. */
export interface ReceiptProps {
  digits: Receipt
  /** Every desk that has the report or a copy of it. */
  tenants: readonly Tenant[]
  danger: Danger
  /** In words: "Tuesday 3 March". */
  openBy: string
  lookFrom: string
  /** That we showed this receipt, for the check of its last four (`shown-mark.ts`). */
  mark: string
  /** What came of checking the last four. */
  check?: "right" | "wrong"
}

/** The receipt of a report without script, and each answer to the check of its last four digits. */
export const ReceiptPage: FC<ReceiptProps> = (receipt) => (
  <IntakePage title={en.title} holdsTyped partScript="receipt.js" problem={receipt.check === "wrong"}>
    <ReceiptBody {...receipt} />
  </IntakePage>
)

/**
 * The receipt that the browser fills in by itself: the server never sees the digits that it shows.
 * It lies in the page before the report is sent, so that no network can lose it.
 */
export const ReceiptTemplate: FC<{ tenants?: readonly Tenant[] }> = ({ tenants }) => (
  <template id="receipt" data-title={en.title}>
    <ReceiptBody tenants={tenants} />
  </template>
)

/**
 * The check's answer where nothing says that we showed this receipt: after a restart, or to digits that somebody made
 * up. It shows the digits, so that nobody loses them, and claims no report.
 */
export const CheckPage: FC<Required<Pick<ReceiptProps, "digits" | "check">>> = ({ digits, check }) => (
  <IntakePage title={en.title} holdsTyped partScript="receipt.js" problem={check === "wrong"}>
    <ErrorSummary errors={{ last: check === "wrong" ? en.check.wrong : undefined }} />
    <h1 class="govuk-heading-l">{en.check.heading}</h1>
    <Digits digits={digits} />
    <p class="govuk-body">{en.check.only}</p>
    <CheckForm digits={digits} check={check} />
    <a class="govuk-button" href={ELSEWHERE} rel="nofollow noreferrer" data-leave draggable={false}>
      {en.kept}
    </a>
  </IntakePage>
)

const Digits: FC<Pick<Partial<ReceiptProps>, "digits">> = ({ digits }) => (
  <p class="candour-digits" translate="no">
    <span aria-hidden="true" data-digits>
      {digits && groupsOf(digits).map((group) => <span>{group}</span>)}
    </span>
    <span class="govuk-visually-hidden" data-spoken>
      {digits && spoken(digits)}
    </span>
  </p>
)

const CheckForm: FC<Partial<ReceiptProps>> = ({ check, ...shown }) => (
  <form method="post" action="/receipt" data-part-sends id="check">
    {shown.digits && <Hidden {...shown} />}
    <TextInput
      name="last"
      label={en.check.label}
      size="s"
      width={4}
      inputmode="numeric"
      code
      error={check === "wrong" ? en.check.wrong : undefined}
    />
    <p
      class="govuk-body candour-checked"
      role="status"
      id="checked"
      data-right={en.check.right}
      data-wrong={en.check.wrong}
    >
      {check === "right" && en.check.right}
    </p>
    <Button kind="secondary">{en.check.button}</Button>
    <NotSent />
  </form>
)

const ReceiptBody: FC<Partial<ReceiptProps>> = ({ digits, tenants, danger, openBy, lookFrom, mark, check }) => (
  <>
    <ErrorSummary errors={{ last: check === "wrong" ? en.check.wrong : undefined }} />
    <div data-danger hidden={danger !== "now"}>
      <WarningText>{en.danger}</WarningText>
    </div>
    <h1 class="govuk-heading-l">{en.heading}</h1>
    <p class="govuk-body" data-thanks>
      {tenants && en.thanks(readers.Teams(tenants), tenants.length)}
    </p>
    <Digits digits={digits} />
    <p class="govuk-body">{en.only}</p>
    <div class="govuk-button-group" data-with-script hidden>
      <Button type="button" kind="secondary" id="copy">
        {en.copy}
      </Button>
      <Button type="button" kind="secondary" id="print">
        {en.print}
      </Button>
      <Button type="button" kind="secondary" id="save">
        {en.save}
      </Button>
      <span class="govuk-body" role="status" id="copied" data-words={en.copied} />
    </div>
    <p class="govuk-body">{en.paper}</p>
    <CheckForm digits={digits} tenants={tenants} danger={danger} mark={mark} check={check} />
    <h2 class="govuk-heading-m">{en.next.heading}</h2>
    <p class="govuk-body">
      {tenants && tenants.length > 1 ? en.next.openEach : en.next.open}
      <span data-open-by>{openBy}</span>
      {en.next.look}
      <span data-look-from>{lookFrom}</span>
      {en.next.answer}
    </p>
    <p class="govuk-body">{en.fault}</p>
    {/* Here rather than behind a link: a link would lead away from the digits. */}
    <Details summary={common.people}>
      <PeopleList />
    </Details>
    <a class="govuk-button" href={ELSEWHERE} rel="nofollow noreferrer" data-leave draggable={false}>
      {en.kept}
    </a>
  </>
)

const Hidden: FC<Partial<ReceiptProps>> = ({ digits, tenants = [], danger, mark }) => (
  <>
    <input type="hidden" name="digits" value={digits} autocomplete="off" />
    {tenants.map((tenant) => (
      <input type="hidden" name="tenant" value={tenant} />
    ))}
    {danger && <input type="hidden" name="danger" value={danger} />}
    {mark && <input type="hidden" name="mark" value={mark} autocomplete="off" />}
  </>
)
