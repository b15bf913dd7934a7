import type { Language } from "@candour/domain/contact.ts"
import { correctionKind } from "@candour/domain/correction.ts"
import type { Day } from "@candour/domain/day.ts"
import { forceName, forces } from "@candour/routing/directory.ts"
import { elsewhereWords, facts } from "@candour/routing/facts.ts"
import { Button } from "@candour/web/components/button.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { Radios } from "@candour/web/components/radios.tsx"
import { Select } from "@candour/web/components/select.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import type { FC } from "hono/jsx"
import { inLanguage } from "../../language.ts"
import { NotSent } from "../../shell.tsx"
import { ForcesPage } from "../forces-page.tsx"
import { messages, type WrongProblem } from "./messages.ts"
import { type TypedWrong, UNKNOWN } from "./wrong-form.ts"

interface WrongPageProps {
  lang: Language
  on: Day
  typed: TypedWrong
  /** By field; `send` is about sending as such. */
  problems?: Readonly<Record<string, WrongProblem>>
}

/** Asks what is wrong in the directory: to choose from, but for one name, so that nobody writes about a person. */
export const WrongPage: FC<WrongPageProps> = ({ lang, on, typed, problems = {} }) => {
  const words = messages[lang]
  const errors = Object.fromEntries(Object.entries(problems).map(([field, key]) => [field, words.problem[key]]))
  return (
    <ForcesPage
      lang={lang}
      path="/forces/wrong"
      form="wrong"
      enter={{ answer: "send" }}
      problem={Object.keys(errors).length > 0}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{words.heading}</h1>
      <p class="govuk-body">{words.notAReport}</p>
      <p class="govuk-body">{words.kept}</p>
      <form method="post" action={inLanguage(lang, "/forces/wrong")} id="wrong">
        <Radios
          name="kind"
          legend={words.kind}
          size="m"
          choices={correctionKind.options.map((value) => ({ value, label: words.kinds[value] }))}
          value={typed.kind}
          error={errors.kind}
        />
        <TextInput
          name="name"
          label={words.name}
          hint={words.nameHint}
          size="m"
          width={30}
          value={typed.name}
          error={errors.name}
        />
        <Select
          name="said"
          label={words.said}
          size="m"
          options={[
            { value: UNKNOWN, label: words.unknown },
            { label: words.forces, options: forceOptions(lang, on) },
            { label: words.elsewhere, options: bodyOptions(lang) },
          ]}
          value={typed.said}
          error={errors.said}
        />
        <Button name="answer" value="send" id="send">
          {words.send}
        </Button>
        <NotSent lang={lang} />
      </form>
    </ForcesPage>
  )
}

interface Option {
  value: string
  label: string
}

const sorted = (options: Option[], lang: Language): Option[] =>
  options.sort((one, other) => one.label.localeCompare(other.label, lang))

const forceOptions = (lang: Language, on: Day): Option[] =>
  sorted(
    forces(on).map(({ id }) => ({ value: id, label: forceName(id, lang, on) })),
    lang,
  )

const bodyOptions = (lang: Language): Option[] =>
  sorted(
    Object.keys(facts.elsewhereWelsh).map((id) => ({ value: id, label: elsewhereWords(id, lang).name })),
    lang,
  )

/** Thanks, and says what comes of it. */
export const ThanksPage: FC<{ lang: Language }> = ({ lang }) => {
  const words = messages[lang].thanks
  return (
    <ForcesPage lang={lang} path="/forces/wrong">
      <h1 class="govuk-heading-l">{words.heading}</h1>
      <p class="govuk-body">{words.text}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={inLanguage(lang, "/forces")}>
          {words.back}
        </a>
      </p>
    </ForcesPage>
  )
}
