import type { Language } from "@candour/domain/contact.ts"
import type { ElsewhereBody } from "@candour/routing/directory.ts"
import { elsewhereWords, sentence } from "@candour/routing/facts.ts"
import { Button } from "@candour/web/components/button.tsx"
import type { FC } from "hono/jsx"
import { inLanguage } from "../language.ts"
import { IntakePage, NotSent } from "../shell.tsx"
import { StepFields, type StepProps } from "./find-page.tsx"
import { findMessages } from "./messages.ts"

/** Says who looks into a body that isn't a police force of England or Wales, and offers the way back. */
export const ElsewherePage: FC<StepProps & { body: ElsewhereBody; lang: Language }> = ({ body, lang, ...step }) => {
  const words = findMessages[lang]
  const { name, handledBy } = elsewhereWords(body.id, lang)
  return (
    <IntakePage title={words.title} lang={lang} language={{ path: "/find-force", form: "elsewhere" }} holdsTyped>
      <h1 class="govuk-heading-l">{words.elsewhere.heading}</h1>
      <p class="govuk-body">{words.elsewhere.text(name)}</p>
      <p class="govuk-body">
        <strong>{words.elsewhere.who}</strong> {sentence(handledBy)}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={body.website} rel="noreferrer">
          {words.elsewhere.website}
        </a>
        . {words.elsewhere.leaves}
      </p>
      <form method="post" action={inLanguage(lang, "/find-force")} id="elsewhere">
        <StepFields {...step} />
        <input type="hidden" name="among" value="all" />
        <input type="hidden" name="elsewhere" value={body.id} />
        <Button kind="secondary" name="answer" value="again">
          {words.elsewhere.again}
        </Button>
        <NotSent lang={lang} />
      </form>
    </IntakePage>
  )
}
