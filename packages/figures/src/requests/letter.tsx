import type { Language } from "@candour/domain/contact.ts"
import type { Day } from "@candour/domain/day.ts"
import { Table } from "@candour/web/components/table.tsx"
import { formatCount } from "@candour/web/format-count.ts"
import { formatDay, formatMonth } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { catalogue } from "../catalogue.ts"
import { unitWords, wordsOf } from "../definitions.ts"
import { letterWords } from "./letter-words.ts"
import type { FoiRequest } from "./log.ts"
import type { Pack, PackRow } from "./pack.ts"
import { groupName, type RequestPages } from "./pages.ts"
import { periodEnd } from "./period.ts"
import { knownAtOf, type Question } from "./question.ts"

interface LetterProps {
  app: RequestPages
  request: FoiRequest
  /** One answer, or several of one request: then each has a part of its own. */
  packs: readonly Pack[]
  lang: Language
}

/** The answer to a request, ready to be sent: what was asked, the figures, what they count, what is withheld and why. */
export const Letter: FC<LetterProps> = ({ app, request, packs, lang }) => {
  const words = letterWords[lang]
  const made = packs
    .map((pack) => pack.made)
    .sort()
    .at(-1) as Day
  const forces = new Set(packs.map(({ question }) => question.force))
  return (
    <article class="candour-letter" lang={lang}>
      <h1 class="govuk-heading-l">{words.heading}</h1>
      <p class="govuk-body">
        {words.ours}: {request.reference}
        <br />
        {words.day}: {formatDay(made, lang)}
      </p>
      <p class="govuk-body">
        {words.received(formatDay(request.received, lang))} {words.asked}:
      </p>
      <blockquote class="govuk-inset-text">{request.question}</blockquote>
      {packs.map((pack) => (
        <Part app={app} pack={pack} lang={lang} />
      ))}
      {[...forces].map((force) => (
        <p class="govuk-body">{words.holders(force && app.deskName(force, lang))}</p>
      ))}
      <p class="govuk-body">{words.review}</p>
    </article>
  )
}

type PartProps = Pick<LetterProps, "app" | "lang"> & { pack: Pack }

const Part: FC<PartProps> = (props) => {
  const { pack, lang } = props
  const words = letterWords[lang]
  return (
    <section>
      {pack.answer === "neither" ? <p class="govuk-body">{words.neither[pack.section]}</p> : <Counts {...props} />}
      <p class="govuk-body">
        {words.digest} <span class="candour-digest">{pack.digest}</span>
      </p>
    </section>
  )
}

const Counts: FC<PartProps> = ({ app, pack, lang }) => {
  const words = letterWords[lang]
  const { question, rows, before, section } = pack
  const { name, means, leavesOut } = wordsOf(question.figure, lang)
  const withheld = rows.filter(({ count }) => count === "c").length
  const published = pack.published.at(-1)
  return (
    <>
      <p class="govuk-body">{words.held}</p>
      <p class="govuk-body">
        <strong>{questionInWords(app, question, lang)}.</strong>{" "}
        {words.asAt(formatDay(question.asAt, lang), question.known, formatDay(knownAtOf(question, pack.made), lang))}
      </p>
      <Table
        caption={words.table}
        rowHeaders
        columns={[...headersOf(question, lang), { title: words.count, numeric: true }]}
        rows={[
          ...rows.map((row) => [...labelsOf(app, question, row, lang), countInWords(row.count, lang)]),
          ...(pack.total === null
            ? []
            : [
                [
                  words.total,
                  ...headersOf(question, lang)
                    .slice(1)
                    .map(() => ""),
                  formatCount(pack.total),
                ],
              ]),
        ]}
      />
      <h2 class="govuk-heading-m">{words.definition}</h2>
      <p class="govuk-body">
        <strong>{name}:</strong> {means} {leavesOut} {words.unit(unitWords[lang][catalogue[question.figure].unit])}
      </p>
      <p class="govuk-body">{words.neverAdd}</p>
      {withheld > 0 && (
        <p class="govuk-body">
          {words.withheld(withheld)} {words.sections[section]} {words.howHidden}
        </p>
      )}
      {rows.some(({ count }) => count === "stopped") && <p class="govuk-body">{words.stopped}</p>}
      {published && <p class="govuk-body">{words.published(published.rows, rows.length, published.release)}</p>}
      {before?.changed.length === 0 && <p class="govuk-body">{words.same(formatDay(before.made, lang))}</p>}
      {before !== null && before.changed.length > 0 && (
        <Table
          caption={words.changed(formatDay(before.made, lang))}
          captionSize="s"
          rowHeaders
          columns={[
            ...headersOf(question, lang),
            { title: words.was, numeric: true },
            { title: words.is, numeric: true },
          ]}
          rows={before.changed.map(({ was, is, ...row }) => [
            ...labelsOf(app, question, row, lang),
            countInWords(was, lang),
            countInWords(is, lang),
          ])}
        />
      )}
    </>
  )
}

/** The question in a few words: `Contacts, Kent Police, from January 2024 to March 2024`. */
export function questionInWords(app: RequestPages, { figure, force, from, to }: Question, lang: Language): string {
  const { question } = letterWords[lang]
  const name = wordsOf(figure, lang).name
  const about = force === undefined ? question.everyForce : app.deskName(force, lang)
  if (from === undefined || to === undefined) return question.all(name, about)
  return question.between(name, about, formatMonth(`${from}-01` as Day, lang), formatMonth(`${to}-01` as Day, lang))
}

const headersOf = ({ by, every }: Question, lang: Language) => {
  const words = letterWords[lang]
  return [
    ...(every === "all" && by !== "none" ? [] : [{ title: words.period }]),
    ...(by === "none" ? [] : [{ title: words.group }]),
  ]
}

/** What a row is about: its period, its group, or both. */
export function labelsOf(
  app: RequestPages,
  question: Question,
  { period, group }: Omit<PackRow, "count">,
  lang: Language,
): string[] {
  const { by, every, asAt } = question
  const words = letterWords[lang]
  const inWords =
    period === null ? words.upTo("", formatDay(asAt, lang)).replace(/^, /, "") : periodInWords(period, lang)
  const isUnfinished = period !== null && periodEnd(period) > asAt
  const when = isUnfinished ? words.upTo(inWords, formatDay(asAt, lang)) : inWords
  return [
    ...(every === "all" && by !== "none" ? [] : [when.charAt(0).toLocaleUpperCase(lang) + when.slice(1)]),
    ...(by === "none" || group === null ? [] : [groupName(app, by, group, lang)]),
  ]
}

function periodInWords(period: string, lang: Language): string {
  const year = period.slice(0, 4)
  if (period.length === 4) return year
  return period.includes("Q")
    ? letterWords[lang].quarter(period.slice(-1), year)
    : formatMonth(`${period}-01` as Day, lang)
}

const countInWords = (count: PackRow["count"], lang: Language): string =>
  count === "c"
    ? letterWords[lang].withheldCell
    : count === "stopped"
      ? letterWords[lang].stoppedCell
      : formatCount(count)
