import type { Language } from "@candour/domain/contact.ts"
import type { FC } from "hono/jsx"
import { inLanguage } from "./language.ts"
import { messages } from "./messages.ts"

/** Where the same page is in the other language. */
export interface OtherLanguageProps {
  /** Its address without the language. */
  path: string
  /** The form whose contents must come along, by its id; a page without one is linked to. */
  form?: string | undefined
  /** What pressing Enter in that form answers; left out, Enter does nothing. */
  enter?: { answer?: string }
  /** The answer that asks for the same page again. */
  answer?: string
}

/** The way to the page in the other language: a button that takes along what is typed, or a link where nothing is. */
export const OtherLanguage: FC<OtherLanguageProps & { lang: Language }> = ({
  lang,
  path,
  form,
  enter,
  answer = "language",
}) => {
  const other = lang === "cy" ? "en" : "cy"
  const address = inLanguage(other, path)
  const label = messages[lang].otherLanguage
  return (
    <nav class="candour-language" aria-label={messages[lang].language}>
      {form === undefined ? (
        <a class="govuk-link" href={address} lang={other} hreflang={other} data-language>
          {label}
        </a>
      ) : (
        <>
          {/* A form's first button answers Enter (HTML, implicit submission), and it mustn't be this one. */}
          <button
            type="submit"
            form={form}
            name={enter?.answer && "answer"}
            value={enter?.answer}
            disabled={enter === undefined}
            hidden
          />
          <button
            type="submit"
            form={form}
            formaction={address}
            name="answer"
            value={answer}
            class="candour-language__button"
            lang={other}
          >
            {label}
          </button>
        </>
      )}
    </nav>
  )
}
