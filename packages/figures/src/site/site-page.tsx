import type { Language } from "@candour/domain/contact.ts"
import { Page } from "@candour/web/page.tsx"
import type { FC, PropsWithChildren } from "hono/jsx"
import { addressFrom, pageIn } from "./address.ts"
import { messages } from "./messages.ts"

/** The site's stylesheet, beside its first page. */
export const STYLE = "style.css"

/** The pages that every page leads to. */
const PAGES = { front: "", latest: "latest/", heartbeats: "heartbeats/", method: "method/", data: "data/" } as const

/** Where a page stands. */
export interface Place {
  lang: Language
  /** Its address without its language: `2024-q1/contacts/`. */
  page: string
}

/** The address of another page in the same language, or of a file, from `place`. */
export const linkFrom = ({ lang, page }: Place, to: { page: string } | { file: string }): string =>
  addressFrom(pageIn(lang, page), "page" in to ? pageIn(lang, to.page) : to.file)

/** The shell of the public's figures: no script, no cookie, nothing from elsewhere. */
export const SitePage: FC<PropsWithChildren<{ place: Place; title: string }>> = ({ place, title, children }) => {
  const { lang, page } = place
  const words = messages[lang]
  const other: Language = lang === "en" ? "cy" : "en"
  return (
    <Page
      lang={lang}
      title={title}
      wide
      findable
      style={linkFrom(place, { file: STYLE })}
      home={linkFrom(place, { page: "" })}
      before={
        <nav class="candour-site-pages" aria-label={words.about}>
          <ul class="candour-footer__list">
            {(Object.keys(PAGES) as (keyof typeof PAGES)[]).map((each) => (
              <li>
                <a
                  class="govuk-link"
                  href={linkFrom(place, { page: PAGES[each] })}
                  aria-current={PAGES[each] === page ? "page" : undefined}
                >
                  {words.pages[each]}
                </a>
              </li>
            ))}
            <li>
              <a
                class="govuk-link"
                href={addressFrom(pageIn(lang, page), pageIn(other, page))}
                lang={other}
                hreflang={other}
              >
                {words.language}
              </a>
            </li>
          </ul>
        </nav>
      }
    >
      {children}
    </Page>
  )
}
