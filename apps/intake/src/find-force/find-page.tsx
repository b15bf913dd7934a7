import type { Language } from "@candour/domain/contact.ts"
import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { givenNamesOn } from "@candour/routing/given-names.ts"
import { asset } from "@candour/web/assets.ts"
import { Button } from "@candour/web/components/button.tsx"
import { Checkboxes } from "@candour/web/components/checkboxes.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { Radios } from "@candour/web/components/radios.tsx"
import { InsetText } from "@candour/web/components/text.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import type { FC } from "hono/jsx"
import { inLanguage } from "../language.ts"
import { messages } from "../messages.ts"
import type { Posted } from "../posted-form.ts"
import { IntakePage, NotSent } from "../shell.tsx"
import { Carried } from "../tell/carried.tsx"
import { readerMessages } from "../who-reads/messages.ts"
import { findMessages } from "./messages.ts"

/** What every step of finding the force carries on to the next. */
export interface StepProps {
  line: string
  posted: Posted
  /** The forces found before, where another one is being added. */
  soFar?: readonly Tenant[]
  /** How the first of them was found. */
  firstFound?: "found" | "chosen" | undefined
}

/** The hidden fields of a step. */
export const StepFields: FC<StepProps> = ({ line, posted, soFar = [], firstFound }) => (
  <>
    <input type="hidden" name="line" value={line} />
    {soFar.map((tenant) => (
      <input type="hidden" name="with" value={tenant} />
    ))}
    {firstFound && <input type="hidden" name="firstFound" value={firstFound} />}
    <Carried posted={posted} />
  </>
)

interface FindPageProps extends StepProps {
  hint?: string
  problem?: keyof (typeof findMessages)["en"]["problem"]
  lang?: Language
  /** The day whose map of forces counts. */
  on: Day
  /** The edition of the ONS Postcode Directory that this site has, `2026-08`. */
  postcodes?: string | undefined
}

/**
 * Asks for a force or a place. With script the browser finds it, over static files, and only the force is sent.
 * "I don't know" is an answer like any other.
 */
export const FindPage: FC<FindPageProps> = ({ hint, problem, lang = "en", on, postcodes, ...step }) => {
  const words = findMessages[lang]
  const error = problem && words.problem[problem]
  const adding = (step.soFar ?? []).length > 0
  return (
    <IntakePage
      title={words.title}
      lang={lang}
      problem={Boolean(problem)}
      holdsTyped
      partScript="find-force.js"
      preload={["tell.js"]}
      language={{ path: "/find-force", form: "find-force", enter: {}, answer: "again" }}
    >
      <ErrorSummary errors={{ hint: error }} />
      <form
        method="post"
        action={inLanguage(lang, "/find-force")}
        id="find-force"
        data-part-sends="if-it-can"
        data-core={asset("places.json")}
        data-today={on}
        data-postcodes={postcodes}
        data-names={namesOn(on)}
        data-nothing={words.problem.nothing}
        data-not-found={words.problem.notFound}
        data-no-such-postcode={words.problem.noSuchPostcode}
        data-not-chosen={words.problem.notChosen}
      >
        <StepFields {...step} />
        {adding && <InsetText>{words.add.soFar(readerMessages[lang].teams(step.soFar ?? []))}</InsetText>}
        <TextInput
          name="hint"
          label={words.heading}
          hint={words.hint}
          size="l"
          heading
          value={hint}
          error={error}
          width={20}
        />
        <div class="govuk-button-group">
          <Button>{messages[lang].next}</Button>
          <Button kind="secondary" name="answer" value="unknown">
            {messages[lang].unknown}
          </Button>
          <Button kind="secondary" name="answer" value="all">
            {words.list}
          </Button>
          {adding && (
            <Button kind="secondary" name="answer" value="enough">
              {words.add.enough}
            </Button>
          )}
        </div>
        <NotSent lang={lang} />
      </form>
      <WhichTemplates />
    </IntakePage>
  )
}

/** Names that forces were given since the directory was made, for the script that has the directory's; nothing if none. */
function namesOn(on: Day): string | undefined {
  const names = givenNamesOn(on)
  return Object.keys(names).length > 0 ? JSON.stringify(names) : undefined
}

/** The markup of the question that the page's script may ask, with one empty choice. */
const WhichTemplates: FC = () => {
  const question = { name: "force", legend: " ", hint: " ", size: "m", choices: [{ value: "", label: "" }] } as const
  return (
    <>
      <template id="which">
        <Radios {...question} />
      </template>
      <template id="which-several">
        <Checkboxes {...question} />
      </template>
    </>
  )
}
