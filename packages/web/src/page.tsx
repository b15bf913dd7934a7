import type { Language } from "@candour/domain/contact.ts"
import { raw } from "hono/html"
import type { Child, FC, PropsWithChildren } from "hono/jsx"
import { asset } from "./assets.ts"
import { messages } from "./messages.ts"
import { PageLanguage } from "./page-language.ts"

/** A link of a navigation or a footer. */
export interface PageLink {
  href: string
  label: string
}

/** What every page has, the public's and the staff's. */
export interface PageProps {
  lang?: Language
  /** Shown in the tab and the history: quiet on the public's pages (pages §2.8). */
  title: string
  /** The address of the page's style; left out, this app's own. */
  style?: string
  /** Search engines may show it: what is published. */
  findable?: boolean
  /** The whole page's script, an asset such as `visit.js`. */
  script?: string
  /** A script for this page's main part, an asset: the page's script loads it, also when the part is swapped in. */
  partScript?: string | undefined
  /** Assets that the page after this one will ask for: fetched early, so that a slow phone has them in time. */
  preload?: readonly string[]
  /** Where the name in the header leads; nowhere on a page that holds something typed. */
  home?: string | undefined
  /** Stands between header and page, such as a navigation. */
  navigation?: Child
  /** Stands before the main part, such as the exit or a way back. */
  before?: Child
  footer?: Child
  /** Lists and tables of staff may use the whole width. */
  wide?: boolean
  /** Errors are listed first, and named in the title. */
  problem?: boolean
}

/** The shell of every page: GOV.UK's template without its crown, its name and its font. */
export const Page: FC<PropsWithChildren<PageProps>> = ({ lang = "en", ...props }) => {
  const words = messages[lang]
  return (
    <PageLanguage.Provider value={lang}>
      {raw("<!DOCTYPE html>")}
      <html lang={lang} class="govuk-template">
        <head>
          <meta charset="utf-8" />
          <title>{`${props.problem ? `${words.error} ` : ""}${props.title} – ${words.name}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          {!props.findable && <meta name="robots" content="noindex, nofollow" />}
          <meta name="format-detection" content="telephone=no" />
          {/* No icon: one request less, and nothing to recognise in a row of tabs. */}
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href={props.style ?? asset("style.css")} />
          {props.script && <script type="module" src={asset(props.script)} />}
          {[...(props.partScript ? [props.partScript] : []), ...(props.preload ?? [])].map((name) => (
            <link rel="modulepreload" href={asset(name)} />
          ))}
        </head>
        <body class={`govuk-template__body${props.wide ? " candour-wide" : ""}`}>
          <a href="#main" class="govuk-skip-link">
            {words.skip}
          </a>
          <header class="candour-header">
            <div class="govuk-width-container candour-header__row">
              {props.home ? (
                <a class="candour-header__name" href={props.home}>
                  {words.name}
                </a>
              ) : (
                <span class="candour-header__name">{words.name}</span>
              )}
            </div>
          </header>
          {props.navigation}
          <div class="govuk-width-container">
            {props.before}
            <main class="govuk-main-wrapper" id="main" data-script={props.partScript && asset(props.partScript)}>
              {props.children}
            </main>
          </div>
          {props.footer && (
            <footer class="candour-footer">
              <div class="govuk-width-container">{props.footer}</div>
            </footer>
          )}
        </body>
      </html>
    </PageLanguage.Provider>
  )
}
