import type { FC } from "hono/jsx"
import { messages } from "../messages.ts"
import { useLanguage } from "../page-language.ts"

/** All errors of a page in words, each with the name of the field it links to. */
export interface ErrorSummaryProps {
  errors: Readonly<Record<string, string | undefined>>
}

/** Lists what is wrong at the top of the page, each line leading to its field; nothing where nothing is wrong. */
export const ErrorSummary: FC<ErrorSummaryProps> = ({ errors }) => {
  const listed = Object.entries(errors).filter(([, words]) => words)
  if (listed.length === 0) return null
  return (
    <div class="govuk-error-summary" id="error-summary" tabindex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{messages[useLanguage()].problem}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {listed.map(([field, words]) => (
              <li>
                <a href={`#${field}`}>{words}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
