import type { Language } from "@candour/domain/contact.ts"
import { addDays } from "@candour/domain/day.ts"
import { type Force, forceName } from "@candour/routing/directory.ts"
import { facts, type KnownChange, type Source } from "@candour/routing/facts.ts"
import { formatDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { inLanguage } from "../language.ts"
import { messages } from "./messages.ts"
import { forceNames, formatMonth, formatNumber, listed } from "./names.ts"

/** The changes of the map that are known. A force still to come has its address here until its first day. */
export const Changes: FC<{ lang: Language; changes: readonly KnownChange[]; toCome: readonly Force[] }> = (props) => {
  const { lang, changes, toCome } = props
  const words = messages[lang].changes
  return (
    <section class="candour-part">
      <h2 class="govuk-heading-l" id="changes">
        {words.heading}
      </h2>
      {changes.length === 0 && <p class="govuk-body">{words.none}</p>}
      <dl class="candour-people">
        {changes.map((change) => (
          <div>
            {toCome
              .filter(({ id }) => change.merged.some(({ into }) => into === id))
              .map(({ id }) => (
                <span id={id} />
              ))}
            <dt>{formatDay(change.on, lang)}</dt>
            <dd>
              {changeInWords(change, lang)} {words.source(change.source)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Says a change with the names of the day before and of the day itself. */
export function changeInWords({ on, merged, renamed, moved }: KnownChange, lang: Language): string {
  const words = messages[lang].changes
  const before = addDays(on, -1)
  return [
    ...merged.map(({ into, from }) => words.merged(forceName(into, lang, on), forceNames(from, lang, before))),
    ...renamed.map(({ from, to }) => words.renamed(from, to)),
    ...moved.map(({ from, to, places }) =>
      words.moved(forceName(from, lang, before), forceNames(to, lang, on), listed(places)),
    ),
  ].join(" ")
}

/** What the sources section shows besides the facts. */
export interface SourcesProps {
  lang: Language
  sources: readonly Source[]
  /** The month of the ONS Postcode Directory, `2026-08`, where it was imported. */
  postcodes?: { month: string } | undefined
  /** How many names of places there are. */
  places: number
}

/** Where the facts come from, under which licence, and what is missing. */
export const Sources: FC<SourcesProps> = ({ lang, sources, postcodes, places }) => {
  const words = messages[lang].sources
  const { counts } = facts
  return (
    <section class="candour-part">
      <h2 class="govuk-heading-l" id="sources">
        {words.heading}
      </h2>
      <p class="govuk-body">{words.asAt(formatMonth(facts.asAt, lang))}</p>
      <dl class="candour-people">
        {sources.map((source) => (
          <SourceEntry lang={lang} source={source} />
        ))}
        {postcodes && (
          <div>
            <dt>{words.postcodes.title(formatMonth(postcodes.month, lang))}</dt>
            <dd>
              {words.postcodes.says} {words.licence} {words.postcodes.licence}.
            </dd>
          </div>
        )}
      </dl>
      <p class="govuk-body">{words.crown}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={inLanguage(lang, "/forces/word-list")}>
          {words.notice}
        </a>
      </p>
      <h3 class="govuk-heading-s">{words.gaps}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {words
          .gapList({
            towns: formatNumber(counts.towns),
            unchecked: formatNumber(counts.townsUnchecked),
            districts: formatNumber(counts.districts),
            asked: formatNumber(counts.districtsAsked),
            names: formatNumber(places),
          })
          .map((gap) => (
            <li>{gap}</li>
          ))}
      </ul>
    </section>
  )
}

/** A source under its own title. One that is new has only its own words, in English. */
const SourceEntry: FC<{ lang: Language; source: Source }> = ({ lang, source: { id, title, licence, note } }) => {
  const words = messages[lang].sources
  const says = words.says[id]
  return (
    <div>
      <dt lang="en">{title}</dt>
      <dd>
        {says ?? <span lang="en">{note}</span>} {words.licence} {words.licences[licence] ?? licence}.
      </dd>
    </div>
  )
}
