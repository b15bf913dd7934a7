import { PublicPage, type PublicPageProps } from "@candour/web/public-page.tsx"
import type { FC, PropsWithChildren } from "hono/jsx"
import { en } from "./messages.ts"

const LINKS = [
  { href: "/people-who-can-help", label: en.people },
  { href: "/what-we-can-see", label: en.whatWeCanSee },
  { href: "/accessibility", label: en.accessibility },
]

/** What a page of this app says about itself. */
export interface IntakePageProps extends PublicPageProps {
  /** It holds something typed, so no link leads away from it. */
  holdsTyped?: boolean
}

/** The shell of this app's pages. */
export const IntakePage: FC<PropsWithChildren<IntakePageProps>> = ({ holdsTyped = false, children, ...page }) => (
  <PublicPage script="visit.js" home={holdsTyped ? undefined : "/"} links={holdsTyped ? [] : LINKS} {...page}>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">{children}</div>
    </div>
  </PublicPage>
)

/** What a form says, with script, while it is sent and when the network didn't take it; hidden until then. */
export const NotSent: FC = () => (
  <>
    <p class="govuk-body" data-sending hidden role="status">
      {en.sending}
    </p>
    <div class="govuk-error-summary" data-not-sent hidden tabindex={-1} role="alert">
      <strong class="govuk-body">{en.notSent}</strong>
    </div>
  </>
)
