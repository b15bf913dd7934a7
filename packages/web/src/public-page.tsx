import type { Child, FC, PropsWithChildren } from "hono/jsx"
import { messages } from "./messages.ts"
import { Page, type PageLink, type PageProps } from "./page.tsx"

/** Where "Leave this site quickly" leads: what anyone might have open. */
export const ELSEWHERE = "https://www.bbc.co.uk/weather"

/** A page of the public's door. */
export interface PublicPageProps extends Omit<PageProps, "navigation" | "footer"> {
  /** The other language: a link, or on a page that holds something typed, a button of its form. */
  language?: Child
  /** Links under the page; none where something typed would be lost by following one. */
  links?: readonly PageLink[]
}

/** The shell of the public's pages, with the exit always in sight. */
export const PublicPage: FC<PropsWithChildren<PublicPageProps>> = ({
  language,
  links,
  before,
  lang = "en",
  ...page
}) => (
  <Page
    {...page}
    lang={lang}
    before={
      <>
        <nav class="govuk-exit-this-page" aria-label={messages[lang].safety}>
          <a
            class="govuk-button govuk-button--warning govuk-exit-this-page__button"
            id="leave"
            href={ELSEWHERE}
            draggable={false}
            rel="nofollow noreferrer"
            data-two-more={messages[lang].leaveTwoMore}
            data-one-more={messages[lang].leaveOneMore}
          >
            {messages[lang].leave}
          </a>
        </nav>
        {language}
        {before}
      </>
    }
    footer={links && links.length > 0 && <FooterLinks label={messages[lang].footer} links={links} />}
  />
)

const FooterLinks: FC<{ label: string; links: readonly PageLink[] }> = ({ label, links }) => (
  <nav aria-label={label}>
    <ul class="candour-footer__list">
      {links.map(({ href, label }) => (
        <li>
          <a class="govuk-link govuk-link--no-visited-state candour-footer__link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
