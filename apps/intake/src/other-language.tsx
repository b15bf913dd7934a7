import type { Language } from "@candour/domain/contact.ts"
import type { FC } from "hono/jsx"
import { inLanguage } from "./language.ts"
import { messages } from "./messages.ts"

const LABEL = { en: "Language", cy: "Iaith" }

/** The way to the same page in the other language, where nothing is typed that a link would lose. */
export const OtherLanguage: FC<{ lang: Language; path: string }> = ({ lang, path }) => {
  const other = lang === "cy" ? "en" : "cy"
  return (
    <nav class="candour-language" aria-label={LABEL[lang]}>
      <a class="govuk-link" href={inLanguage(other, path)} lang={other} hreflang={other}>
        {messages[lang].otherLanguage}
      </a>
    </nav>
  )
}
