import type { Language } from "@candour/domain/contact.ts"
import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import { TEXT_LIMITS, type TextField } from "@candour/sealing/told-fields.ts"
import { Button, NoEnter } from "@candour/web/components/button.tsx"
import { Checkboxes } from "@candour/web/components/checkboxes.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { Radios } from "@candour/web/components/radios.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import { Textarea } from "@candour/web/components/textarea.tsx"
import type { FC } from "hono/jsx"
import { FilePicker } from "../evidence/file-picker.tsx"
import { Speak } from "../evidence/speak/speak.tsx"
import { GateFields } from "../floods/gate-fields.tsx"
import { gatePostOf } from "../floods/gate-post.ts"
import { heldBackWords } from "../floods/messages.ts"
import { inLanguage } from "../language.ts"
import type { Posted } from "../posted-form.ts"
import { ReceiptTemplate } from "../receipt/receipt.tsx"
import { IntakePage, NotSent } from "../shell.tsx"
import { readerMessages } from "../who-reads/messages.ts"
import { desksOf, notOpenOf, type OpenDestination } from "./destination.ts"
import { GivesAway } from "./gives-away/gives-away.tsx"
import { type TellWords, tellMessages } from "./messages.ts"
import type { Numbers, TellProblems } from "./report-form.ts"

interface TellPageProps {
  lang: Language
  to: OpenDestination
  /** Everything typed so far: on this page before, or before changing where it goes. */
  posted: Posted
  numbers: Numbers
  problems?: TellProblems
  /** Why it wasn't taken, where that is no problem of a field's. */
  notSent?: "conflict" | "anew" | "wait" | "again"
  /** From the gate, for this form alone. */
  challenge: string
}

/** The choices of a question, from its words by code. */
const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** The one page on which a reporter tells; only its first box is required (pages §1). */
export const TellPage: FC<TellPageProps> = ({ lang, to, posted, numbers, problems, notSent, challenge }) => {
  const words = tellMessages[lang]
  const errors = errorsOf(words, problems)
  const filled = Boolean(gatePostOf(posted).filled)
  const held =
    notSent === "wait" || notSent === "again" ? heldBackWords(lang, notSent, filled) : notSent && words.problem[notSent]
  const text = (name: TextField) => ({
    name,
    label: words.labels[name],
    value: posted[name]?.[0],
    error: errors[name],
  })
  return (
    <IntakePage
      title={words.title}
      lang={lang}
      language={{ path: "/tell", form: "tell" }}
      holdsTyped
      partScript="tell.js"
      problem={Object.keys(errors).length > 0 || notSent !== undefined}
    >
      <ErrorSummary errors={held ? { send: held } : errors} />
      <h1 class="govuk-heading-l">{words.heading}</h1>
      <form
        method="post"
        action={inLanguage(lang, "/tell")}
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
        <GateFields lang={lang} challenge={challenge} posted={posted} />
        <GoesTo to={to} lang={lang} />
        <Button kind="secondary" formaction={inLanguage(lang, "/find-force")} name="answer" value="change">
          {words.change}
        </Button>
        <p class="govuk-body">
          <span data-without-script>{words.locked.noScript}</span>
          <span data-with-script hidden>
            {words.locked.script}
          </span>
        </p>
        <Textarea {...text("account")} hint={words.accountHint} size="m" rows={8} />
        <GivesAway lang={lang} />
        <Radios
          name="danger"
          legend={words.danger.legend}
          hint={words.danger.hint}
          size="m"
          choices={choices(words.danger.answers)}
          value={posted.danger?.[0]}
        />
        <p class="govuk-body">{words.stopHere}</p>
        <Button>{words.sendNow}</Button>
        <More words={words} text={text} posted={posted} />
        <p class="govuk-body">
          <strong>{words.last}</strong>
        </p>
        {/* Shown once the script that seals files is there; without, they come later, with the digits. */}
        <div data-offers-files hidden>
          <FilePicker lang={lang} />
          <Speak lang={lang} />
        </div>
        <NotSent lang={lang} />
        <Button id="send">{words.send}</Button>
      </form>
      <ReceiptTemplate lang={lang} tenants={desksOf(to)} />
    </IntakePage>
  )
}

/** Every desk that gets the report, with the reason; and who reads for a force whose desk isn't open. */
const GoesTo: FC<{ to: OpenDestination; lang: Language }> = ({ to, lang }) => {
  const readers = readerMessages[lang]
  const desks = desksOf(to)
  const several = desks.length > 1
  // With one desk the reason says it of the first force already.
  const notOpen = notOpenOf(to).filter((tenant) => several || tenant !== to.routedTo)
  return (
    <>
      <p class="govuk-body">
        {tellMessages[lang].goesTo(
          readers.teams(desks),
          several ? readers.becauseSeveral(to.asked.reason) : readers.because(to.reason, to.routedTo),
        )}
      </p>
      {notOpen.map((tenant) => (
        <p class="govuk-body">{readers.notOpen(tenant, to.diverted.includes(tenant))}</p>
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
    {to.asked.area && <input type="hidden" name="area" value={to.asked.area} />}
    {to.asked.candidates?.map((tenant) => (
      <input type="hidden" name="maybe" value={tenant} />
    ))}
    <input type="hidden" name="id" value={numbers.id} autocomplete="off" />
    {numbers.referrals.map((id) => (
      <input type="hidden" name="referral" value={id} autocomplete="off" />
    ))}
    <input type="hidden" name="digits" value={numbers.digits} autocomplete="off" />
  </>
)

/** The optional questions, after the first send button. */
const More: FC<{
  words: TellWords
  text: (name: TextField) => Parameters<typeof TextInput>[0]
  posted: Posted
}> = ({ words, text, posted }) => (
  <>
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{words.who}</legend>
      <TextInput {...text("name")} />
      <TextInput {...text("rank")} />
      <TextInput {...text("station")} />
      <Textarea {...text("looks")} rows={2} />
    </fieldset>
    <TextInput {...text("when")} hint={words.whenHint} size="m" />
    <Radios
      name="ongoing"
      legend={words.ongoing.legend}
      size="m"
      inline
      choices={choices(words.ongoing.answers)}
      value={posted.ongoing?.[0]}
    />
    <TextInput {...text("where")} size="m" />
    <Radios
      name="howKnown"
      legend={words.howKnown.legend}
      size="m"
      choices={choices(words.howKnown.answers)}
      value={posted.howKnown?.[0]}
    />
    <Textarea {...text("whoElseKnows")} size="m" rows={3} />
    <Textarea {...text("evidence")} hint={words.evidenceHint} size="m" rows={3} />
    <Textarea {...text("riskToOthers")} size="m" rows={3} />
    <Textarea {...text("toldBefore")} size="m" rows={3} />
    <Checkboxes
      name="categories"
      legend={words.about.legend}
      hint={words.about.hint}
      size="m"
      choices={choices(words.about.answers)}
      values={posted.categories}
    />
    <Radios
      name="mayReply"
      legend={words.mayReply.legend}
      hint={words.mayReply.hint}
      size="m"
      choices={choices(words.mayReply.answers)}
      value={posted.mayReply?.[0]}
    />
    <Textarea {...text("easier")} size="m" rows={2} />
  </>
)

function errorsOf({ problem }: TellWords, problems: TellProblems | undefined): Partial<Record<TextField, string>> {
  if (!problems) return {}
  const errors: Partial<Record<TextField, string>> = {}
  if (problems.account) errors.account = problem[problems.account]
  for (const name of Object.keys(TEXT_LIMITS) as TextField[]) {
    const letters = problems.tooLong[name]
    if (letters !== undefined) errors[name] = problem.tooLong(letters)
  }
  return errors
}
