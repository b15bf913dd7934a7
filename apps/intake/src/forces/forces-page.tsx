import type { Language } from "@candour/domain/contact.ts"
import type { FC, PropsWithChildren } from "hono/jsx"
import { inLanguage } from "../language.ts"
import { messages as common } from "../messages.ts"
import { IntakePage, type IntakePageProps } from "../shell.tsx"
import { messages } from "./messages.ts"

/** What a page of the directory says about itself. */
export interface ForcesPageProps extends Omit<IntakePageProps, "title" | "lang" | "language"> {
  lang: Language
  /** Its address in English. */
  path: string
}

/** The shell of the directory's pages, with the way to the same page in the other language. */
export const ForcesPage: FC<PropsWithChildren<ForcesPageProps>> = ({ lang, path, children, ...page }) => {
  const other = lang === "cy" ? "en" : "cy"
  return (
    <IntakePage
      {...page}
      lang={lang}
      title={messages[lang].title}
      language={
        <nav class="candour-language" aria-label={messages[lang].language}>
          <a class="govuk-link" href={inLanguage(other, path)} lang={other} hreflang={other}>
            {common[lang].otherLanguage}
          </a>
        </nav>
      }
    >
      {children}
    </IntakePage>
  )
}
