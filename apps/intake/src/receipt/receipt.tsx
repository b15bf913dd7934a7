import type { Danger, Language } from "@candour/domain/contact.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import type { Receipt } from "@candour/sealing/receipt.ts"
import { Button } from "@candour/web/components/button.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { Details, WarningText } from "@candour/web/components/text.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import { ELSEWHERE } from "@candour/web/public-page.tsx"
import type { Child, FC } from "hono/jsx"
import { inLanguage } from "../language.ts"
import { messages } from "../messages.ts"
import { PeopleList } from "../people-who-can-help/people-list.tsx"
import { IntakePage, NotSent } from "../shell.tsx"
import { readerMessages } from "../who-reads/messages.ts"
import { groupsOf, spoken } from "./digits.ts"
import { receiptMessages } from "./messages.ts"

/** What a receipt shows. */
export interface ReceiptProps {
  lang: Language
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
  <ReceiptShell lang={receipt.lang} check={receipt.check}>
    <ReceiptBody {...receipt} />
  </ReceiptShell>
)

const ReceiptShell: FC<{ lang: Language; check: ReceiptProps["check"]; children?: Child }> = ({
  lang,
  check,
  children,
}) => (
  <IntakePage
    title={receiptMessages[lang].title}
    lang={lang}
    language={{ path: "/receipt", form: "check", enter: {} }}
    holdsTyped
    partScript="receipt.js"
    problem={check === "wrong"}
  >
    {children}
  </IntakePage>
)

/**
 * The receipt that the browser fills in by itself: the server never sees the digits that it shows.
 * It lies in the page before the report is sent, so that no network can lose it.
 */
export const ReceiptTemplate: FC<{ lang: Language; tenants?: readonly Tenant[] }> = ({ lang, tenants = [] }) => (
  <template id="receipt" data-count={tenants.length} data-thanks={tenants.length > 0 && thanksInBoth(tenants)}>
    <ReceiptBody lang={lang} />
  </template>
)

/** JSON: the thanks in each language, since the receipt may be read in the other one. */
const thanksInBoth = (tenants: readonly Tenant[]) =>
  JSON.stringify({ en: thanks("en", tenants), cy: thanks("cy", tenants) })

const thanks = (lang: Language, tenants: readonly Tenant[]) =>
  receiptMessages[lang].thanks(readerMessages[lang].Teams(tenants), tenants.length)

/**
 * The check's answer where nothing says that we showed this receipt: after a restart, or to digits that somebody made
 * up. It shows the digits, so that nobody loses them, and claims no report.
 */
export const CheckPage: FC<Pick<ReceiptProps, "lang" | "digits" | "check">> = ({ lang, digits, check }) => {
  const words = receiptMessages[lang]
  return (
    <ReceiptShell lang={lang} check={check}>
      <ErrorSummary errors={{ last: check === "wrong" ? words.check.wrong : undefined }} />
      <h1 class="govuk-heading-l">{words.check.heading}</h1>
      <Digits digits={digits} />
      <p class="govuk-body">{words.check.only}</p>
      <CheckForm lang={lang} digits={digits} {...(check && { check })} />
      <Kept lang={lang} />
    </ReceiptShell>
  )
}

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

const Kept: FC<{ lang: Language }> = ({ lang }) => (
  <a class="govuk-button" href={ELSEWHERE} rel="nofollow noreferrer" data-leave draggable={false}>
    {receiptMessages[lang].kept}
  </a>
)

type Shown = Partial<ReceiptProps> & Pick<ReceiptProps, "lang">

const CheckForm: FC<Shown> = ({ lang, check, ...shown }) => {
  const words = receiptMessages[lang].check
  return (
    <form method="post" action={inLanguage(lang, "/receipt")} data-part-sends id="check">
      {shown.digits && <Hidden {...shown} />}
      <TextInput
        name="last"
        label={words.label}
        size="s"
        width={4}
        inputmode="numeric"
        code
        error={check === "wrong" ? words.wrong : undefined}
      />
      <p
        class="govuk-body candour-checked"
        role="status"
        id="checked"
        data-right={words.right}
        data-wrong={words.wrong}
      >
        {check === "right" && words.right}
      </p>
      <Button kind="secondary">{words.button}</Button>
      <NotSent lang={lang} />
    </form>
  )
}

const ReceiptBody: FC<Shown> = ({ lang, digits, tenants, danger, openBy, lookFrom, mark, check }) => {
  const words = receiptMessages[lang]
  const teams = tenants?.length ?? 0
  return (
    <>
      <ErrorSummary errors={{ last: check === "wrong" ? words.check.wrong : undefined }} />
      <div data-danger hidden={danger !== "now"}>
        <WarningText>{words.danger}</WarningText>
      </div>
      <h1 class="govuk-heading-l">{words.heading}</h1>
      <p class="govuk-body" data-thanks>
        {tenants && thanks(lang, tenants)}
      </p>
      <Digits digits={digits} />
      <p class="govuk-body">{words.only}</p>
      <div class="govuk-button-group" data-with-script hidden>
        <Button type="button" kind="secondary" id="copy">
          {words.copy}
        </Button>
        <Button type="button" kind="secondary" id="print">
          {words.print}
        </Button>
        <Button type="button" kind="secondary" id="save">
          {words.save}
        </Button>
        <span class="govuk-body" role="status" id="copied" data-words={words.copied} />
      </div>
      <p class="govuk-body">{words.paper}</p>
      <CheckForm lang={lang} digits={digits} tenants={tenants} danger={danger} mark={mark} {...(check && { check })} />
      {/* Filled by the tell page's script, where files were chosen: the report is safe before they are sent. */}
      <section
        data-files
        hidden
        aria-labelledby="files-title"
        data-going={words.files.going}
        data-there={words.files.there}
        data-stopped={words.files.stopped}
      >
        <h2 class="govuk-heading-m" id="files-title">
          {words.files.heading}
        </h2>
        <p class="govuk-body" role="status" data-files-said />
        <div data-chosen />
        <Button type="button" kind="secondary" hidden>
          {words.files.again}
        </Button>
      </section>
      <h2 class="govuk-heading-m">{words.next.heading}</h2>
      <p class="govuk-body">
        <span data-open-by>{openBy && words.next.open(teams, openBy)}</span>{" "}
        <span data-look-from>{lookFrom && words.next.look(lookFrom)}</span>
      </p>
      <p class="govuk-body">{words.fault}</p>
      {/* Here rather than behind a link: a link would lead away from the digits. */}
      <Details summary={messages[lang].people}>
        <PeopleList lang={lang} />
      </Details>
      <Kept lang={lang} />
    </>
  )
}

const Hidden: FC<Omit<Partial<ReceiptProps>, "lang">> = ({ digits, tenants = [], danger, mark }) => (
  <>
    <input type="hidden" name="digits" value={digits} autocomplete="off" />
    {tenants.map((tenant) => (
      <input type="hidden" name="tenant" value={tenant} />
    ))}
    {danger && <input type="hidden" name="danger" value={danger} />}
    {mark && <input type="hidden" name="mark" value={mark} autocomplete="off" />}
  </>
)
