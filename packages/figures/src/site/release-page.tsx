import { Table } from "@candour/web/components/table.tsx"
import { formatDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { catalogue, type FigureName, idOf } from "../catalogue.ts"
import { wordsOf } from "../definitions.ts"
import { keyOf } from "../protection/cell.ts"
import { RELEASED } from "../release/contents.ts"
import type { PrintedRelease } from "../release/printed-release.ts"
import { figureFile } from "./figure-folder.ts"
import { groupName } from "./groups.ts"
import { Marks } from "./marks.tsx"
import { formatQuarter, messages } from "./messages.ts"
import { percentOf, print } from "./print.ts"
import { Quote } from "./quote.tsx"
import type { SiteNames } from "./site-names.ts"
import { linkFrom, type Place, SitePage } from "./site-page.tsx"
import type { SiteRelease } from "./site-state.ts"

/** The folder of the release that a page is in, `latest/` or its own. */
export const folderOf = ({ page }: Place): string => `${page.split("/")[0]}/`

interface ReleasePageProps {
  place: Place
  of: SiteRelease
  names: SiteNames
}

/** A release: each of its figures in a line, what changed, and its files. */
export const ReleasePage: FC<ReleasePageProps> = (props) => {
  const { place, of } = props
  const words = messages[place.lang]
  const title = words.release.title(of.release.quarter)
  return (
    <SitePage place={place} title={title}>
      <h1 class="govuk-heading-xl">{title}</h1>
      <AsAt place={place} of={of} />
      <Stopped {...props} />
      <h2 class="govuk-heading-m">{words.release.figures}</h2>
      <FigureLines place={place} of={of} folder={folderOf(place)} />
      <Quote figure="contacts" of={of} />
      <Marks />
      <h2 class="govuk-heading-m">{words.adding.heading}</h2>
      <ul class="govuk-list govuk-list--bullet candour-prose">
        {words.adding.rows.map((row) => (
          <li>{row}</li>
        ))}
      </ul>
      <Changed {...props} />
      <Files place={place} of={of} />
    </SitePage>
  )
}

/** As at when, as recorded by when, out when, and whether it is a revision or has been revised. */
export const AsAt: FC<{ place: Place; of: SiteRelease }> = ({ place, of: { release, revisedBy } }) => {
  const words = messages[place.lang].release
  return (
    <>
      <p class="govuk-body-l candour-prose">{words.asAt(release.asAt, release.knownAt)}</p>
      <p class="govuk-body">{words.published(release.publicationDay)}</p>
      {release.reason && (
        <p class="govuk-body candour-prose">
          <strong>{words.isRevision(release.revision, release.reason[place.lang])}</strong>
        </p>
      )}
      {revisedBy && (
        <p class="govuk-body candour-prose">
          <strong>{words.isRevised}</strong>{" "}
          <a class="govuk-link" href={linkFrom(place, { page: `${revisedBy.id}/` })}>
            {words.revisedBy(revisedBy.revision)}
          </a>
        </p>
      )}
    </>
  )
}

const Stopped: FC<ReleasePageProps> = ({ place: { lang }, of: { release }, names }) => {
  const words = messages[lang].release
  const stopped = Object.entries(release.stopped)
  return stopped.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{words.stopped}</h2>
      <ul class="govuk-list govuk-list--bullet candour-prose">
        {stopped.map(([desk, since]) => (
          <li>{words.stoppedDesk(names.desk(desk, lang), since)}</li>
        ))}
      </ul>
    </>
  )
}

/** Each figure of a release in a line, leading to its page in `folder`. */
export const FigureLines: FC<{ place: Place; of: SiteRelease; folder: string }> = ({ place, of, folder }) => {
  const { lang } = place
  const { release } = of
  const words = messages[lang].release
  return (
    <dl class="candour-figures">
      {RELEASED.map(({ figure, quarterly }) => {
        const count = release.at({ measure: idOf(figure) })
        return (
          <div class="candour-figures__row">
            <dt class="candour-figures__name">
              <a class="govuk-link" href={linkFrom(place, { page: `${folder}${figureFile(figure)}/` })}>
                {wordsOf(figure, lang).name}
              </a>
            </dt>
            <dd class="candour-figures__count">{print(count)}</dd>
            <dd class="candour-figures__means">
              {[
                words.toDay(release.asAt),
                quarterly &&
                  words.inQuarter(
                    release.quarter,
                    print(release.at({ measure: idOf(figure), period: release.quarter })),
                  ),
                shareInWords(figure, release, lang),
              ]
                .filter(Boolean)
                .join(" · ")}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function shareInWords(figure: FigureName, release: PrintedRelease, lang: Place["lang"]): string | undefined {
  const { partOf } = catalogue[figure] as { partOf?: FigureName }
  if (partOf === undefined) return undefined
  const percent = percentOf(release.at({ measure: idOf(figure) }), release.at({ measure: idOf(partOf) }))
  return percent === undefined ? undefined : messages[lang].release.share(percent, wordsOf(partOf, lang).name)
}

/** What the release before printed otherwise: of the same quarters, and of a revision also to the same day. */
const Changed: FC<ReleasePageProps> = ({ place: { lang }, of: { release, before }, names }) => {
  if (before === undefined) return null
  const words = messages[lang].changed
  const then = new Map(before.cells.map((cell) => [keyOf(cell.name), cell.printed]))
  const changed = release.cells.flatMap(({ figure, name, printed }) => {
    const was = then.get(keyOf(name))
    const isComparable = before.asAt === release.asAt || (name.period !== undefined && name.period <= before.quarter)
    return isComparable && was !== undefined && was !== printed ? [{ figure, name, was, now: printed }] : []
  })
  return (
    <section>
      <h2 class="govuk-heading-m">{words.heading}</h2>
      {changed.length === 0 ? (
        <p class="govuk-body">{words.nothing(before.id)}</p>
      ) : (
        <>
          <p class="govuk-body candour-prose">{words.since(before.id)}</p>
          <Table
            caption={words.heading}
            captionSize="hidden"
            rowHeaders
            columns={[
              { title: words.columns.figure },
              { title: words.columns.group },
              { title: words.columns.period },
              { title: words.columns.was, numeric: true },
              { title: words.columns.now, numeric: true },
            ]}
            rows={changed.map(({ figure, name, was, now }) => [
              wordsOf(figure, lang).name,
              groupName(name, lang, names) || words.everybody,
              name.period === undefined ? formatDay(release.asAt, lang) : formatQuarter(name.period, lang),
              print(was),
              print(now),
            ])}
          />
        </>
      )}
    </section>
  )
}

/** The files of a release. */
const Files: FC<{ place: Place; of: SiteRelease }> = ({ place, of }) => {
  const words = messages[place.lang].files
  const folder = folderOf(place)
  return (
    <section>
      <h2 class="govuk-heading-m">{words.heading}</h2>
      <ul class="govuk-list">
        {(
          [
            ["figures.csv", words.csv],
            ["figures.json", words.json],
            ["figures.csv-metadata.json", words.metadata],
          ] as const
        ).map(([file, label]) => (
          <li>
            <a class="govuk-link" href={linkFrom(place, { file: `${folder}${file}` })}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        {words.digest} <span class="candour-digest">{of.digest}</span>
      </p>
    </section>
  )
}
