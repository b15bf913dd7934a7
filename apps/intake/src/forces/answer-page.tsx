import type { Language } from "@candour/domain/contact.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { elsewhereBody, forceName } from "@candour/routing/directory.ts"
import { elsewhereWords, sentence } from "@candour/routing/facts.ts"
import type { Candidate, Choose, Elsewhere, Route, Routed, Unknown } from "@candour/routing/route-shape.ts"
import { Button, ButtonLink } from "@candour/web/components/button.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import type { FC } from "hono/jsx"
import { inLanguage } from "../language.ts"
import { NotSent } from "../shell.tsx"
import { ForcesPage } from "./forces-page.tsx"
import { messages } from "./messages.ts"
import { answerWords } from "./reasons.ts"
import { TryBox } from "./try-box.tsx"
import { isName } from "./wrong/wrong-form.ts"

/** The first page has no Welsh half yet. */
const START = "/"

interface AnswerPageProps {
  lang: Language
  /** What was typed. */
  hint: string
  found: Route
  /** The desks that are open. */
  open: ReadonlySet<Tenant>
}

/** What would be made of a name: the answer, why, how sure, and the way to say that it is wrong. */
export const AnswerPage: FC<AnswerPageProps> = ({ lang, hint, found, open }) => {
  const words = messages[lang]
  if (found.kind === "unknown" && found.reason === "empty") {
    return (
      <ForcesPage lang={lang} path="/forces" problem>
        <ErrorSummary errors={{ hint: words.try.nothing }} />
        <h1 class="govuk-heading-l">{words.heading}</h1>
        <TryBox lang={lang} error={words.try.nothing} />
        <AllForces lang={lang} />
      </ForcesPage>
    )
  }
  return (
    <ForcesPage lang={lang} path="/forces" form="tried">
      <form method="post" id="tried">
        <input type="hidden" name="hint" value={hint} />
      </form>
      <Answer lang={lang} found={found} open={open} />
      <p class="govuk-body">
        {words.try.tried} <q>{hint.trim()}</q>
      </p>
      <form method="post" action={inLanguage(lang, "/forces/wrong")}>
        {isName(hint.trim()) && <input type="hidden" name="name" value={hint.trim()} />}
        <input type="hidden" name="kind" value={found.kind === "unknown" ? "missing" : "place"} />
        <Button kind="secondary">{words.wrong}</Button>
        <NotSent lang={lang} />
      </form>
      <TryBox lang={lang} again />
      <AllForces lang={lang} />
      <p class="govuk-body">{words.try.onlyTrying}</p>
      <ButtonLink href={START}>{words.try.start}</ButtonLink>
    </ForcesPage>
  )
}

const AllForces: FC<{ lang: Language }> = ({ lang }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={inLanguage(lang, "/forces")}>
      {messages[lang].try.all}
    </a>
  </p>
)

const Heading: FC<{ children: string }> = ({ children }) => <h1 class="govuk-heading-l">{children}</h1>

const Answer: FC<Omit<AnswerPageProps, "hint">> = ({ lang, found, open }) => {
  if (found.kind === "routed") return <OneForce lang={lang} found={found} open={open} />
  if (found.kind === "choose") return <SeveralForces lang={lang} found={found} />
  if (found.kind === "elsewhere") return <BodyElsewhere lang={lang} found={found} />
  return <NothingFound lang={lang} found={found} />
}

const OneForce: FC<{ lang: Language; found: Routed; open: ReadonlySet<Tenant> }> = ({ lang, found, open }) => {
  const words = messages[lang]
  const [force] = found.tenants
  const [first, ...others] = found.candidates
  return (
    <>
      <Heading>{forceName(force, lang)}</Heading>
      {first?.place && <p class="govuk-body">{placeInWords(first, lang)}</p>}
      <Why lang={lang} found={found} />
      <p class="govuk-body">{open.has(force) ? words.force.open : words.force.notOpen}</p>
      {(others.length > 0 || found.elsewhere) && (
        <>
          <h2 class="govuk-heading-m">{words.try.or}</h2>
          <Candidates lang={lang} candidates={others} elsewhere={found.elsewhere} />
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={inLanguage(lang, `/forces#${force}`)}>
          {words.try.about(forceName(force, lang))}
        </a>
      </p>
    </>
  )
}

const SeveralForces: FC<{ lang: Language; found: Choose }> = ({ lang, found }) => (
  <>
    <Heading>{messages[lang].try.several}</Heading>
    <Candidates lang={lang} candidates={found.candidates} elsewhere={found.elsewhere} />
    {found.more && <p class="govuk-body">{answerWords[lang].more}</p>}
    <Why lang={lang} found={found} />
  </>
)

const BodyElsewhere: FC<{ lang: Language; found: Elsewhere }> = ({ lang, found }) => {
  const words = messages[lang]
  const { name, handledBy } = elsewhereWords(found.body, lang)
  return (
    <>
      <Heading>{name}</Heading>
      <Why lang={lang} found={found} />
      <p class="govuk-body">
        <strong>{words.try.handledBy}</strong> {sentence(handledBy)}{" "}
        <a class="govuk-link" href={elsewhereBody(found.body)?.website} rel="noreferrer">
          {words.elsewhere.website}
        </a>
      </p>
      <p class="govuk-body">{words.elsewhere.leaves}</p>
    </>
  )
}

const NothingFound: FC<{ lang: Language; found: Unknown }> = ({ lang, found }) => {
  const words = answerWords[lang]
  return (
    <>
      <Heading>{messages[lang].try.unknown}</Heading>
      <p class="govuk-body">
        {words.reason[found.reason]} {messages[lang].try.helps}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {found.helps.map((help) => (
          <li>{words.helps[help]}</li>
        ))}
      </ul>
    </>
  )
}

/** Why, how sure, and what was read out of the words. */
const Why: FC<{ lang: Language; found: Routed | Choose | Elsewhere }> = ({ lang, found }) => {
  const words = answerWords[lang]
  const understood = "understood" in found ? found.understood : undefined
  return (
    <p class="govuk-body">
      {words.reason[found.reason]} {understood && `${words.understood(understood)} `}
      {words.sure[found.sure]}
    </p>
  )
}

const placeInWords = ({ place = "", county, population }: Candidate, lang: Language): string => {
  const words = answerWords[lang]
  return `${words.place(place, county)}${population ? ` (${words.people(population)})` : ""}`
}

const Candidates: FC<{
  lang: Language
  candidates: readonly Candidate[]
  elsewhere?: readonly string[] | undefined
}> = ({ lang, candidates, elsewhere = [] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {candidates.map((candidate) => (
      <li>
        <a class="govuk-link" href={inLanguage(lang, `/forces#${candidate.tenant}`)}>
          {forceName(candidate.tenant, lang)}
        </a>
        {candidate.place && `: ${placeInWords(candidate, lang)}`}
      </li>
    ))}
    {elsewhere.map((body) => (
      <li>{messages[lang].try.elsewhere(elsewhereWords(body, lang).name)}</li>
    ))}
  </ul>
)
