import type { Language } from "@candour/domain/contact.ts"
import type { FC } from "hono/jsx"
import { GIVEAWAY_KINDS } from "./giveaway.ts"
import { messages } from "./messages.ts"

/**
 * Where the page shows a reporter which words could give them away. It comes hidden with all its words, so that the
 * script brings none: `watchGivesAway` shows what it finds, in the browser alone.
 */
export const GivesAway: FC<{ lang: Language }> = ({ lang }) => {
  const words = messages[lang]
  return (
    <>
      <p class="govuk-visually-hidden" role="status" data-gives-away-says data-some={words.some} />
      <section class="candour-gives-away" aria-labelledby="gives-away" data-gives-away hidden>
        <h2 class="govuk-heading-s" id="gives-away" tabindex={-1}>
          {words.heading}
        </h2>
        <p class="govuk-body">
          {words.yours} {words.how}
        </p>
        <ul class="govuk-list">
          {GIVEAWAY_KINDS.map((kind) => (
            <li data-kind={kind} hidden>
              {words.why[kind]}
              <div class="candour-gives-away__words" data-words data-show={words.show} />
              <span data-more hidden>
                {words.more}
              </span>
            </li>
          ))}
        </ul>
        <button type="button" class="candour-language__button" data-hide>
          {words.hide}
        </button>
      </section>
    </>
  )
}
