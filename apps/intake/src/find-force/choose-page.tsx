import type { Language } from "@candour/domain/contact.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { type ElsewhereBody, forceName } from "@candour/routing/directory.ts"
import { elsewhereWords } from "@candour/routing/facts.ts"
import type { Candidate } from "@candour/routing/route.ts"
import { Button } from "@candour/web/components/button.tsx"
import { Checkboxes } from "@candour/web/components/checkboxes.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { Radios } from "@candour/web/components/radios.tsx"
import type { FC } from "hono/jsx"
import { inLanguage } from "../language.ts"
import { messages } from "../messages.ts"
import { IntakePage, NotSent } from "../shell.tsx"
import { choiceLabel } from "./choice-label.ts"
import { StepFields, type StepProps } from "./find-page.tsx"
import { type FindWords, findMessages } from "./messages.ts"

interface ChoosePageProps extends StepProps {
  /** The forces it could be, likeliest first; left out: all of them, by name. */
  candidates?: readonly Candidate[]
  /** Bodies that it could be, too, and that we can't send a report to. */
  elsewhere?: readonly ElsewhereBody[]
  all: readonly Tenant[]
  /** The candidates were named together: it may be about more than one. */
  several?: boolean
  /** There would be others still. */
  more?: boolean
  /** What is chosen already. */
  chosen?: readonly string[]
  problem?: keyof FindWords["problem"]
  lang: Language
}

/** Lets the reporter choose a force: among those that a name may mean, or among all. */
export const ChoosePage: FC<ChoosePageProps> = (page) => {
  const { candidates, elsewhere = [], all, several = false, more, chosen = [], problem, lang, ...step } = page
  const words = findMessages[lang]
  const common = messages[lang]
  const error = problem && words.problem[problem]
  const choices = candidates
    ? [...candidates.map((one) => choiceOf(one, lang)), ...elsewhere.map((body) => choiceElsewhere(body, lang))]
    : all.map((tenant) => choiceOf({ tenant }, lang)).sort(byLabel)
  const question = {
    name: "force",
    legend: candidates ? headingOf(choices.length, several, words) : words.all.heading,
    hint: candidates && choices.length > 1 && !several ? (more ? words.choose.more : words.choose.several) : undefined,
    size: "l" as const,
    heading: true,
    choices,
    error,
  }
  return (
    <IntakePage
      title={words.title}
      lang={lang}
      language={{ path: "/find-force", form: "choose", enter: { answer: "next" } }}
      problem={Boolean(problem)}
      holdsTyped
      preload={["tell.js"]}
    >
      <ErrorSummary errors={{ force: error }} />
      <form method="post" action={inLanguage(lang, "/find-force")} id="choose">
        <StepFields {...step} />
        <input type="hidden" name="among" value={candidates ? choices.map(({ value }) => value).join(" ") : "all"} />
        {candidates && <input type="hidden" name="candidates" value={JSON.stringify(candidates)} />}
        {more && <input type="hidden" name="more" value="yes" />}
        {several && <input type="hidden" name="several" value="yes" />}
        {several ? (
          <Checkboxes {...question} values={chosen} />
        ) : (
          <Radios {...question} value={chosen[0]} small={!candidates} />
        )}
        <div class="govuk-button-group">
          <Button name="answer" value="next">
            {common.next}
          </Button>
          <Button kind="secondary" name="answer" value="again">
            {words.choose.none}
          </Button>
          <Button kind="secondary" name="answer" value="unknown">
            {common.unknown}
          </Button>
        </div>
        <NotSent lang={lang} />
      </form>
    </IntakePage>
  )
}

const headingOf = (choices: number, several: boolean, { choose }: FindWords) =>
  several ? choose.many : choices === 1 ? choose.one : choose.heading

const choiceOf = (candidate: Candidate, lang: Language) => ({
  value: candidate.tenant,
  label: choiceLabel(forceName(candidate.tenant, lang), candidate),
})

const choiceElsewhere = ({ id }: ElsewhereBody, lang: Language) => ({
  value: id,
  label: findMessages[lang].choose.notOurs(elsewhereWords(id, lang).name),
})

const byLabel = (one: { label: string }, other: { label: string }) => one.label.localeCompare(other.label, "en")
