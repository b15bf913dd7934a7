import type { Context } from "hono"
import { inLanguage, languageOf } from "../language.ts"
import { IntakePage } from "../shell.tsx"
import { messages } from "./messages.ts"
import { PeopleList } from "./people-list.tsx"

/** Who else helps, with their numbers and hours, and where each was read. */
export const showPeople = (c: Context) => {
  const lang = languageOf(c)
  const words = messages[lang]
  return c.html(
    <IntakePage title={words.title} lang={lang} language={{ path: "/people-who-can-help" }}>
      <h1 class="govuk-heading-l">{words.heading}</h1>
      <p class="govuk-body">{words.text}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={inLanguage(lang, "/stay-safe")}>
          {words.staySafe}
        </a>
      </p>
      <PeopleList lang={lang} sources />
    </IntakePage>,
  )
}
