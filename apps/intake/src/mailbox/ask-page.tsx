import type { Language } from "@candour/domain/contact.ts"
import { Button } from "@candour/web/components/button.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import { Textarea } from "@candour/web/components/textarea.tsx"
import type { FC } from "hono/jsx"
import { GATE_FIELDS } from "../floods/field-names.ts"
import { inLanguage } from "../language.ts"
import { IntakePage, NotSent } from "../shell.tsx"
import { mailboxMessages } from "./messages.ts"

interface AskPageProps {
  lang: Language
  digits?: string | undefined
  /** From the gate, for this form alone: digits that come here cost this server a tenth of a second of a thread. */
  challenge: string
  /** What was being written when the mailbox couldn't be reached. */
  text?: string | undefined
  /** Whom that was for. */
  to?: string | undefined
  problem?: string | undefined
}

/** Asks for the digits. */
export const AskPage: FC<AskPageProps> = ({ lang, digits, challenge, text, to, problem }) => {
  const { title, ask, write, problem: problems } = mailboxMessages[lang]
  return (
    <IntakePage
      title={title}
      lang={lang}
      language={{ path: "/mailbox", form: "mailbox", enter: {} }}
      partScript="mailbox.js"
      problem={Boolean(problem)}
    >
      <ErrorSummary errors={{ digits: problem }} />
      <h1 class="govuk-heading-l">{ask.heading}</h1>
      <form method="post" action={inLanguage(lang, "/mailbox")} id="mailbox" data-part-sends>
        <input type="hidden" name={GATE_FIELDS.challenge} value={challenge} autocomplete="off" />
        <TextInput
          name="digits"
          label={ask.label}
          hint={ask.hint}
          size="m"
          width={30}
          inputmode="numeric"
          code
          value={digits}
          error={problem}
        />
        {text && <Textarea name="text" label={write.label} size="s" value={text} />}
        {text && <input type="hidden" name="to" value={to} />}
        <Button>{ask.open}</Button>
        <NotSent lang={lang} />
      </form>
      <p class="govuk-body">{problems.lost}</p>
    </IntakePage>
  )
}
