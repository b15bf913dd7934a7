import type { Language } from "@candour/domain/contact.ts"
import { elsewhereWords, facts, sentence } from "@candour/routing/facts.ts"
import type { FC } from "hono/jsx"
import { messages } from "./messages.ts"

/** Who reads reports about whom. It fits a narrow screen, so it doesn't scroll by itself. */
export const WhoTakesReports: FC<{ lang: Language }> = ({ lang }) => {
  const words = messages[lang].who
  return (
    <section class="candour-part">
      <h2 class="govuk-heading-l" id="who">
        {words.heading}
      </h2>
      <table class="govuk-table">
        <caption class="govuk-visually-hidden">{words.heading}</caption>
        <thead>
          <tr>
            <th scope="col" class="govuk-table__header">
              {words.columns.about}
            </th>
            <th scope="col" class="govuk-table__header">
              {words.columns.reads}
            </th>
          </tr>
        </thead>
        <tbody>
          {words.rows.map(([about, reads]) => (
            <tr>
              <td class="govuk-table__cell">{about}</td>
              <td class="govuk-table__cell">{reads}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A body elsewhere as the list shows it. */
export interface ListedBody {
  id: string
  website: string
}

/** Who handles what Candour can't send on: bodies that the same one handles stand together. */
export const HandledElsewhere: FC<{ lang: Language; bodies: readonly ListedBody[] }> = ({ lang, bodies }) => {
  const words = messages[lang].elsewhere
  const told = bodies.map((body) => ({ ...body, ...elsewhereWords(body.id, lang) }))
  return (
    <section class="candour-part">
      <h2 class="govuk-heading-l" id="elsewhere">
        {words.heading}
      </h2>
      <p class="govuk-body">{words.leaves}</p>
      <dl class="candour-people">
        {[...Map.groupBy(told, ({ handledBy }) => handledBy)].map(([handledBy, together]) => (
          <div>
            {together.map(({ id, name }) => (
              <dt id={id}>{name}</dt>
            ))}
            <dd>
              {sentence(handledBy)}{" "}
              {together.every(({ id }) => facts.elsewhereUnchecked.includes(id)) && `${words.notChecked} `}
              {[...Map.groupBy(together, ({ website }) => website)].map(([website, here]) => (
                <a class="govuk-link" href={website} rel="noreferrer">
                  {words.website} <span class="govuk-visually-hidden">({here.map(({ name }) => name).join(", ")})</span>
                </a>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
