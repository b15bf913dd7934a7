import { useLanguage } from "@candour/web/page-language.ts"
import type { FC } from "hono/jsx"
import type { FigureName } from "../catalogue.ts"
import { idOf } from "../catalogue.ts"
import { wordsOf } from "../definitions.ts"
import { messages } from "./messages.ts"
import type { SiteRelease } from "./site-state.ts"

/** A sentence to quote: the count with its date, its definition, and the release by which anybody can check it. */
export const Quote: FC<{ figure: FigureName; of: SiteRelease }> = ({ figure, of: { release, digest } }) => {
  const lang = useLanguage()
  const { quote } = messages[lang]
  const { name, means } = wordsOf(figure, lang)
  const count = release.at({ measure: idOf(figure) })
  const said = typeof count === "number" ? quote.counted(name, count, release.asAt) : quote.hidden(name, release.asAt)
  return (
    <section>
      <h2 class="govuk-heading-m">{quote.heading}</h2>
      <blockquote class="candour-quote">
        <p class="govuk-body">
          {said} {means} {quote.source(release.id, release.publicationDay, digest)}
        </p>
      </blockquote>
    </section>
  )
}
