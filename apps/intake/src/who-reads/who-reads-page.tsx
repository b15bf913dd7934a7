import type { Language } from "@candour/domain/contact.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import type { ElsewhereBody } from "@candour/routing/directory.ts"
import { elsewhereWords, sentence } from "@candour/routing/facts.ts"
import type { Candidate } from "@candour/routing/route.ts"
import { Button } from "@candour/web/components/button.tsx"
import { Checkboxes } from "@candour/web/components/checkboxes.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { Radios } from "@candour/web/components/radios.tsx"
import { Details, InsetText } from "@candour/web/components/text.tsx"
import type { FC } from "hono/jsx"
import { StepFields, type StepProps } from "../find-force/find-page.tsx"
import { findMessages } from "../find-force/messages.ts"
import { MOST_FORCES } from "../find-force/told-forces.ts"
import type { KeyBook } from "../keys/key-book.ts"
import { inLanguage } from "../language.ts"
import { messages } from "../messages.ts"
import { IntakePage, NotSent } from "../shell.tsx"
import { readerMessages } from "./messages.ts"

interface WhoReadsPageProps extends Pick<StepProps, "line" | "posted"> {
  /** Every force that is told, in the order they were found; the national desk last, for one that nobody could name. */
  forces: readonly Tenant[]
  /** Forces of smaller namesakes of the only force, likeliest first. */
  others?: readonly Candidate[]
  /** Bodies named beside them, which we can't send a report to. */
  elsewhere?: readonly ElsewhereBody[]
  found: "found" | "chosen"
  lang: Language
  /** The team chosen and the boxes ticked so far. */
  reader?: Tenant | undefined
  about?: readonly string[]
  area?: Tenant | undefined
  keys: KeyBook
  problem?: boolean
}

/** Lets anyone choose the national desk over the force's own team, without a reason (pages §2.2). */
export const WhoReadsPage: FC<WhoReadsPageProps> = (page) => {
  const { forces, others = [], elsewhere = [], found, keys, lang, reader, about = [], area, problem, ...step } = page
  const words = readerMessages[lang]
  const finding = findMessages[lang]
  const [first = NATIONAL_DESK, ...further] = forces
  const error = problem ? words.problem : undefined
  const notOpen = forces.filter((tenant) => keys.takerFor(tenant)?.tenant !== tenant)
  const teams = further.length
    ? [{ value: first, label: words.all(forces.length), hint: words.Teams(forces) }]
    : [{ value: first, label: words.Team(first) }, ...others.map((other) => choiceOf(other, lang))]
  return (
    <IntakePage
      title={words.title}
      lang={lang}
      language={{ path: "/who-reads", form: "who-reads" }}
      problem={problem ?? false}
      holdsTyped
      preload={["tell.js"]}
    >
      <ErrorSummary errors={{ reader: error }} />
      <form method="post" action={inLanguage(lang, "/who-reads")} id="who-reads">
        <StepFields {...step} soFar={further} />
        <input type="hidden" name="found" value={found} />
        <input type="hidden" name="force" value={first} />
        {area && <input type="hidden" name="area" value={area} />}
        <input
          type="hidden"
          name="others"
          value={JSON.stringify(others.map(({ tenant, place }) => ({ tenant, place })))}
        />
        <Radios
          name="reader"
          legend={words.heading}
          size="l"
          heading
          error={error}
          value={reader}
          choices={[
            ...teams,
            { value: NATIONAL_DESK, label: words.desk, hint: further.length ? words.deskHintSeveral : words.deskHint },
          ]}
        />
        {notOpen.map((tenant) => (
          <InsetText>{words.notOpen(tenant, keys.recipientOf(tenant)?.diverted)}</InsetText>
        ))}
        {elsewhere
          .map(({ id }) => ({ id, ...elsewhereWords(id, lang) }))
          .map(({ id, name, handledBy }) => (
            <InsetText>
              <input type="hidden" name="elsewhere" value={id} />
              {finding.elsewhere.text(name)} {finding.elsewhere.who} {sentence(handledBy)}
            </InsetText>
          ))}
        <Checkboxes
          name="about"
          legend={words.about.legend}
          hint={words.about.hint}
          size="m"
          choices={(["standards-unit", "chief-officer"] as const).map((value) => ({
            value,
            label: words.about[value],
          }))}
          values={about}
        />
        <Details summary={words.near.own}>
          <Paragraphs of={words.near.ownText} />
        </Details>
        <Details summary={words.near.know}>
          <Paragraphs of={words.near.knowText} />
        </Details>
        <div class="govuk-button-group">
          <Button>{messages[lang].next}</Button>
          {further.length === 0 && (
            <Button kind="secondary" formaction={inLanguage(lang, "/find-force")} name="answer" value="again">
              {words.other}
            </Button>
          )}
        </div>
        <More forces={forces} lang={lang} />
        <NotSent lang={lang} />
      </form>
    </IntakePage>
  )
}

/** Adds a force, and takes each added one off again. After the page's own button, which Enter presses. */
const More: FC<{ forces: readonly Tenant[]; lang: Language }> = ({ forces, lang }) => (
  <>
    {forces.length < MOST_FORCES && (
      <>
        <p class="govuk-hint">{readerMessages[lang].addHint}</p>
        <Button kind="secondary" formaction={inLanguage(lang, "/find-force")} name="answer" value="add">
          {readerMessages[lang].add}
        </Button>
      </>
    )}
    {forces.length > 1 && (
      <div class="govuk-button-group">
        {forces.map((tenant) => (
          <Button kind="secondary" name="off" value={tenant}>
            {readerMessages[lang].takeOff(tenant)}
          </Button>
        ))}
      </div>
    )}
  </>
)

const Paragraphs: FC<{ of: readonly string[] }> = ({ of }) => (
  <>
    {of.map((text) => (
      <p class="govuk-body">{text}</p>
    ))}
  </>
)

const choiceOf = ({ tenant, place }: Candidate, lang: Language) => ({
  value: tenant,
  label: place ? readerMessages[lang].teamAt(tenant, place) : readerMessages[lang].Team(tenant),
})
