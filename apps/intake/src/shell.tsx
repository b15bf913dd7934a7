import type { Language } from "@candour/domain/contact.ts"
import { PublicPage, type PublicPageProps } from "@candour/web/public-page.tsx"
import type { FC, PropsWithChildren } from "hono/jsx"
import { inLanguage } from "./language.ts"
import { messages } from "./messages.ts"
import { OtherLanguage, type OtherLanguageProps } from "./other-language.tsx"

const linksIn = (lang: Language) => [
  { href: inLanguage(lang, "/people-who-can-help"), label: messages[lang].people },
  { href: inLanguage(lang, "/what-we-can-see"), label: messages[lang].whatWeCanSee },
  { href: inLanguage(lang, "/forces"), label: messages[lang].forces },
  { href: inLanguage(lang, "/accessibility"), label: messages[lang].accessibility },
]

/** What a page of this app says about itself. */
export interface IntakePageProps extends Omit<PublicPageProps, "language"> {
  lang: Language
  /** Where it is in the other language. */
  language: OtherLanguageProps
  /** It holds something typed, so no link leads away from it. */
  holdsTyped?: boolean
}

/** The shell of this app's pages. */
export const IntakePage: FC<PropsWithChildren<IntakePageProps>> = ({
  holdsTyped = false,
  language,
  children,
  ...page
}) => (
  <PublicPage
    script="visit.js"
    home={holdsTyped ? undefined : inLanguage(page.lang, "/")}
    links={holdsTyped ? [] : linksIn(page.lang)}
    language={<OtherLanguage lang={page.lang} {...language} />}
    {...page}
  >
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">{children}</div>
    </div>
  </PublicPage>
)

/** What a form says, with script, while it is sent and when the network didn't take it; hidden until then. */
export const NotSent: FC<{ lang: Language }> = ({ lang }) => (
  <>
    <p class="govuk-body" data-sending hidden role="status">
      {messages[lang].sending}
    </p>
    <div class="govuk-error-summary" data-not-sent hidden tabindex={-1} role="alert">
      <strong class="govuk-body">{messages[lang].notSent}</strong>
    </div>
  </>
)
