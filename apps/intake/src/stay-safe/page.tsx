import type { Context } from "hono"
import { inLanguage, languageOf } from "../language.ts"
import { IntakePage } from "../shell.tsx"
import { parts } from "./advice.ts"
import { messages } from "./messages.ts"

/** What a phone or computer keeps of a visit, and what to do instead. */
export const showStaySafe = (c: Context) => {
  const lang = languageOf(c)
  const words = messages[lang]
  return c.html(
    <IntakePage title={words.title} lang={lang} language={{ path: "/stay-safe" }}>
      <h1 class="govuk-heading-l">{words.heading}</h1>
      <p class="govuk-body">
        <strong>{words.danger}</strong>
      </p>
      <p class="govuk-body">{words.text}</p>
      {parts.map(({ heading, advice }) => (
        <>
          <h2 class="govuk-heading-m">{heading[lang]}</h2>
          {advice.map(({ trace, shows, instead, source, checked }) => (
            <>
              <h3 class="govuk-heading-s">{trace[lang]}</h3>
              <p class="govuk-body">{shows[lang]}</p>
              <p class="govuk-body">
                <strong>{words.instead}</strong> {instead[lang]}
              </p>
              <p class="govuk-hint">{words.source(source[lang], checked)}</p>
            </>
          ))}
        </>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={inLanguage(lang, "/people-who-can-help")}>
          {words.people}
        </a>
      </p>
    </IntakePage>,
  )
}
