import type { Context } from "hono"
import { languageOf } from "../language.ts"
import { IntakePage } from "../shell.tsx"
import { seeMessages } from "./messages.ts"

/** Says plainly what is seen, counted and kept, and who runs this. */
export const showWhatWeCanSee = (c: Context) => {
  const lang = languageOf(c)
  const words = seeMessages[lang]
  return c.html(
    <IntakePage title={words.title} lang={lang} language={{ path: "/what-we-can-see" }}>
      <h1 class="govuk-heading-l">{words.heading}</h1>
      {words.sections.map(({ heading, text }) => (
        <>
          <h2 class="govuk-heading-m">{heading}</h2>
          {text.map((paragraph) => (
            <p class="govuk-body">{paragraph}</p>
          ))}
        </>
      ))}
    </IntakePage>,
  )
}
