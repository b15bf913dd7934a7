import type { Language } from "@candour/domain/contact.ts"
import { PublicPage, type PublicPageProps } from "@candour/web/public-page.tsx"
import type { FC, PropsWithChildren } from "hono/jsx"
import { inLanguage } from "./language.ts"
import { messages } from "./messages.ts"

/** Pages that have a Welsh half of their own; the others come with the rest of the reporter's side. */
const linksIn = (lang: Language) => [
  { href: inLanguage(lang, "/people-who-can-help"), label: messages[lang].people },
  { href: "/what-we-can-see", label: messages[lang].whatWeCanSee },
  { href: inLanguage(lang, "/forces"), label: messages[lang].forces },
  { href: "/accessibility", label: messages[lang].accessibility },
]

/** What a page of this app says about itself. */
export interface IntakePageProps extends PublicPageProps {
  /** It holds something typed, so no link leads away from it. */
  holdsTyped?: boolean
}

/** The shell of this app's pages. */
export const IntakePage: FC<PropsWithChildren<IntakePageProps>> = ({ holdsTyped = false, children, ...page }) => (
  <PublicPage
    script="visit.js"
    home={holdsTyped ? undefined : "/"}
    links={holdsTyped ? [] : linksIn(page.lang ?? "en")}
    {...page}
  >
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">{children}</div>
    </div>
  </PublicPage>
)

/** What a form says, with script, while it is sent and when the network didn't take it; hidden until then. */
export const NotSent: FC<{ lang?: Language }> = ({ lang = "en" }) => (
  <>
    <p class="govuk-body" data-sending hidden role="status">
      {messages[lang].sending}
    </p>
    <div class="govuk-error-summary" data-not-sent hidden tabindex={-1} role="alert">
      <strong class="govuk-body">{messages[lang].notSent}</strong>
    </div>
  </>
)
