import type { Language, Line } from "@candour/domain/contact.ts"
import { type NotForUs, notForUs } from "@candour/domain/not-for-us.ts"
import { elsewhereWords, sentence } from "@candour/routing/facts.ts"
import { Button, StartButton } from "@candour/web/components/button.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { Radios } from "@candour/web/components/radios.tsx"
import type { FC, PropsWithChildren } from "hono/jsx"
import { inLanguage } from "../language.ts"
import { Checked, Reach } from "../people-who-can-help/people-list.tsx"
import { IntakePage, NotSent } from "../shell.tsx"
import { messages } from "./messages.ts"
import { BODIES, places } from "./places.ts"
import { UNSURE } from "./why-form.ts"

const PATH = "/who-can-help"

interface OtherProps {
  lang: Language
  line: Line
}

const Shell: FC<PropsWithChildren<{ lang: Language; problem?: boolean }>> = ({ lang, problem = false, children }) => (
  <IntakePage title={messages[lang].title} lang={lang} problem={problem} language={{ path: PATH }}>
    {children}
  </IntakePage>
)

/** Asks what it is about, to say who can help. The id is made with the page, so that a double press counts once. */
export const WhoCanHelpPage: FC<OtherProps & { id: string; problem?: boolean }> = ({ lang, line, id, problem }) => {
  const words = messages[lang]
  const error = problem ? words.problem : undefined
  return (
    <Shell lang={lang} problem={problem ?? false}>
      <ErrorSummary errors={{ why: error }} />
      <h1 class="govuk-heading-l">{words.heading}</h1>
      <p class="govuk-body">
        <strong>{words.danger}</strong>
      </p>
      <p class="govuk-body">{words.text}</p>
      <form method="post" action={inLanguage(lang, PATH)}>
        <input type="hidden" name="line" value={line} />
        <input type="hidden" name="id" value={id} autocomplete="off" />
        <Radios
          name="why"
          legend={words.question}
          hint={words.counted}
          size="m"
          error={error}
          choices={[
            ...notForUs.options.map((value) => ({ value, label: words.about[value] })),
            { value: UNSURE, label: words.unsure },
          ]}
        />
        <Button>{words.next}</Button>
        <NotSent lang={lang} />
      </form>
    </Shell>
  )
}

/** Says who can help with it and how to reach them; what is for us after all leads to telling us. */
export const AnswerPage: FC<OtherProps & { why: NotForUs }> = ({ lang, line, why }) => {
  const words = messages[lang]
  return (
    <Shell lang={lang}>
      <h1 class="govuk-heading-l">{words.about[why]}</h1>
      <p class="govuk-body">
        {words.thanks} {words.answer[why]}
      </p>
      {why === "military" ? <Bodies lang={lang} /> : <Places lang={lang} why={why} />}
      <p class="govuk-body">{words.stillUs}</p>
      <TellUs lang={lang} line={line} />
      <p class="govuk-body">
        <a class="govuk-link" href={inLanguage(lang, PATH)}>
          {words.another}
        </a>
      </p>
    </Shell>
  )
}

/** For who didn't find theirs: nobody is sent away. */
export const UnsurePage: FC<OtherProps> = ({ lang, line }) => (
  <Shell lang={lang}>
    <h1 class="govuk-heading-l">{messages[lang].unsure}</h1>
    <p class="govuk-body">{messages[lang].unsureAnswer}</p>
    <TellUs lang={lang} line={line} />
  </Shell>
)

const TellUs: FC<OtherProps> = ({ lang, line }) => (
  <form method="post" action={inLanguage(lang, "/find-force")}>
    <input type="hidden" name="line" value={line} />
    <StartButton>{messages[lang].tellUs}</StartButton>
    <NotSent lang={lang} />
  </form>
)

const Places: FC<{ lang: Language; why: NotForUs }> = ({ lang, why }) => (
  <dl class="candour-people">
    {places[why].map((helper) => (
      <div>
        <dt>{helper.name[lang]}</dt>
        <dd>
          <Reach lang={lang} helper={helper} />
          <Checked lang={lang} helper={helper} />
        </dd>
      </div>
    ))}
  </dl>
)

/** From the directory, which has its own sources. */
const Bodies: FC<{ lang: Language }> = ({ lang }) => (
  <>
    <dl class="candour-people">
      {BODIES.map((id) => elsewhereWords(id, lang)).map(({ name, handledBy }) => (
        <div>
          <dt>{name}</dt>
          <dd>{sentence(handledBy)}</dd>
        </div>
      ))}
    </dl>
    <p class="govuk-body">
      <a class="govuk-link" href={inLanguage(lang, "/forces")}>
        {messages[lang].allBodies}
      </a>
    </p>
  </>
)
