import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import { TEXT_LIMITS, type TextField } from "@candour/sealing/told-fields.ts"
import { Button, NoEnter } from "@candour/web/components/button.tsx"
import { Checkboxes } from "@candour/web/components/checkboxes.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { Radios } from "@candour/web/components/radios.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import { Textarea } from "@candour/web/components/textarea.tsx"
import type { FC } from "hono/jsx"
import { ReceiptTemplate } from "../receipt/receipt.tsx"
import { IntakePage, NotSent } from "../shell.tsx"
import { en as readers } from "../who-reads/messages.ts"
import { desksOf, notOpenOf, type OpenDestination } from "./destination.ts"
import { en } from "./messages.ts"
import type { Numbers, TellProblems } from "./report-form.ts"
import type { Posted } from "./typed.tsx"

interface TellPageProps {
  to: OpenDestination
  /** Everything typed so far: on this page before, or before changing where it goes. */
  posted: Posted
  numbers: Numbers
  problems?: TellProblems
  /** Why it wasn't taken, where that is no problem of a field's. */
  notSent?: "conflict" | "busy" | "anew"
}

/** The choices of a question, from its words by code. */
const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** The one page on which a reporter tells; only its first box is required (pages §1). */
export const TellPage: FC<TellPageProps> = ({ to, posted, numbers, problems, notSent }) => {
  const errors = errorsOf(problems)
  const text = (name: TextField) => ({
    name,
    label: en.labels[name],
    value: posted[name]?.[0],
    error: errors[name],
  })
  return (
    <IntakePage
      title={en.title}
      holdsTyped
      partScript="tell.js"
      problem={Object.keys(errors).length > 0 || notSent !== undefined}
    >
      <ErrorSummary errors={notSent ? { send: en.problem[notSent] } : errors} />
      <h1 class="govuk-heading-l">{en.heading}</h1>
      <form
        method="post"
        action="/tell"
        id="tell"
        data-part-sends
        data-tenant={to.tenant}
        data-generation={to.generation}
        data-recipient={to.recipient}
        data-reason={to.reason}
        data-referrals={JSON.stringify(to.referrals)}
      >
        <NoEnter />
        <Hidden to={to} numbers={numbers} />
        <GoesTo to={to} />
        <Button kind="secondary" formaction="/find-force" name="answer" value="change">
          {en.change}
        </Button>
        <p class="govuk-body">
          <span data-without-script>{en.locked.noScript}</span>
          <span data-with-script hidden>
            {en.locked.script}
          </span>
        </p>
        <Textarea {...text("account")} hint={en.accountHint} size="m" rows={8} />
        <Radios
          name="danger"
          legend={en.danger.legend}
          hint={en.danger.hint}
          size="m"
          choices={choices(en.danger.answers)}
          value={posted.danger?.[0]}
        />
        <p class="govuk-body">{en.stopHere}</p>
        <Button>{en.sendNow}</Button>
        <More text={text} posted={posted} />
        <p class="govuk-body">
          <strong>{en.last}</strong>
        </p>
        <NotSent />
        <Button id="send">{en.send}</Button>
      </form>
      <ReceiptTemplate tenants={desksOf(to)} />
    </IntakePage>
  )
}

/** Every desk that gets the report, with the reason; and who reads for a force whose desk isn't open. */
const GoesTo: FC<{ to: OpenDestination }> = ({ to }) => {
  const desks = desksOf(to)
  const several = desks.length > 1
  // With one desk the reason says it of the first force already.
  const notOpen = notOpenOf(to).filter((tenant) => several || tenant !== to.routedTo)
  return (
    <>
      <p class="govuk-body">
        {en.goesTo(
          readers.teams(desks),
          several ? readers.becauseSeveral(to.asked.reason) : readers.because(to.reason, to.routedTo),
        )}
      </p>
      {notOpen.map((tenant) => (
        <p class="govuk-body">{readers.notOpen(tenant)}</p>
      ))}
      {to.asked.further.includes(NATIONAL_DESK) && <p class="govuk-body">{readers.deskFindsOut}</p>}
    </>
  )
}

/** What the form needs beside the answers. The numbers are for who has no script: with script the browser makes its own. */
const Hidden: FC<Pick<TellPageProps, "to" | "numbers">> = ({ to, numbers }) => (
  <>
    <input type="hidden" name="line" value={to.asked.line} />
    <input type="hidden" name="routedTo" value={to.asked.routedTo} />
    <input type="hidden" name="reason" value={to.asked.reason} />
    {to.asked.further.map((tenant) => (
      <input type="hidden" name="with" value={tenant} />
    ))}
    <input type="hidden" name="id" value={numbers.id} autocomplete="off" />
    {numbers.referrals.map((id) => (
      <input type="hidden" name="referral" value={id} autocomplete="off" />
    ))}
    <input type="hidden" name="digits" value={numbers.digits} autocomplete="off" />
  </>
)

/** The optional questions, after the first send button. */
const More: FC<{ text: (name: TextField) => Parameters<typeof TextInput>[0]; posted: Posted }> = ({ text, posted }) => (
  <>
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{en.who}</legend>
      <TextInput {...text("name")} />
      <TextInput {...text("rank")} />
      <TextInput {...text("station")} />
      <Textarea {...text("looks")} rows={2} />
    </fieldset>
    <TextInput {...text("when")} hint={en.whenHint} size="m" />
    <Radios
      name="ongoing"
      legend={en.ongoing.legend}
      size="m"
      inline
      choices={choices(en.ongoing.answers)}
      value={posted.ongoing?.[0]}
    />
    <TextInput {...text("where")} size="m" />
    <Radios
      name="howKnown"
      legend={en.howKnown.legend}
      size="m"
      choices={choices(en.howKnown.answers)}
      value={posted.howKnown?.[0]}
    />
    <Textarea {...text("whoElseKnows")} size="m" rows={3} />
    <Textarea {...text("evidence")} hint={en.evidenceHint} size="m" rows={3} />
    <Textarea {...text("riskToOthers")} size="m" rows={3} />
    <Textarea {...text("toldBefore")} size="m" rows={3} />
    <Checkboxes
      name="categories"
      legend={en.about.legend}
      hint={en.about.hint}
      size="m"
      choices={choices(en.about.answers)}
      values={posted.categories}
    />
    <Radios
      name="mayReply"
      legend={en.mayReply.legend}
      hint={en.mayReply.hint}
      size="m"
      choices={choices(en.mayReply.answers)}
      value={posted.mayReply?.[0]}
    />
    <Textarea {...text("easier")} size="m" rows={2} />
  </>
)

function errorsOf(problems: TellProblems | undefined): Partial<Record<TextField, string>> {
  if (!problems) return {}
  const errors: Partial<Record<TextField, string>> = {}
  if (problems.account) errors.account = en.problem[problems.account]
  for (const name of Object.keys(TEXT_LIMITS) as TextField[]) {
    const letters = problems.tooLong[name]
    if (letters !== undefined) errors[name] = en.problem.tooLong(letters)
  }
  return errors
}
