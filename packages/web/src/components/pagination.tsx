import type { FC } from "hono/jsx"
import { messages } from "../messages.ts"
import { useLanguage } from "../page-language.ts"

const arrows = {
  prev: "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
  next: "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
}

const Arrow: FC<{ href: string; to: "prev" | "next"; words: string }> = ({ href, to, words }) => (
  <div class={`govuk-pagination__${to}`}>
    <a class="govuk-link govuk-pagination__link" href={href} rel={to}>
      <svg
        class={`govuk-pagination__icon govuk-pagination__icon--${to}`}
        height="13"
        width="15"
        viewBox="0 0 15 13"
        aria-hidden="true"
        focusable="false"
      >
        <path d={arrows[to]} />
      </svg>
      <span class="govuk-pagination__link-title govuk-pagination__link-title--decorated">{words}</span>
    </a>
  </div>
)

/** Leads to the pages before and after this one. Lists go by key, so there are no page numbers. */
export const Pagination: FC<{ previous?: string | undefined; next?: string | undefined }> = ({ previous, next }) => {
  const words = messages[useLanguage()]
  if (!previous && !next) return null
  return (
    <nav class="govuk-pagination govuk-pagination--block" aria-label={words.pages}>
      {previous && <Arrow href={previous} to="prev" words={words.previous} />}
      {next && <Arrow href={next} to="next" words={words.next} />}
    </nav>
  )
}
