import { Table } from "@candour/web/components/table.tsx"
import { formatDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { formatQuarter, messages } from "./messages.ts"
import { AsAt, FigureLines } from "./release-page.tsx"
import { linkFrom, type Place, SitePage } from "./site-page.tsx"
import { latestOf, type SiteState } from "./site-state.ts"

/** The first page: the latest figures, the day of the next, and every release that ever came out. */
export const FrontPage: FC<{ place: Place; state: SiteState }> = ({ place, state }) => {
  const words = messages[place.lang]
  const latest = latestOf(state)
  return (
    <SitePage place={place} title={words.pages.front}>
      <h1 class="govuk-heading-xl">{words.front.title}</h1>
      <p class="govuk-body-l candour-prose">{words.front.what}</p>
      <p class="govuk-body">
        <strong>{state.next ? words.next(state.next.quarter, state.next.publicationDay) : words.noNext}</strong>
      </p>
      {latest === undefined ? (
        <p class="govuk-body">{words.nothingOut}</p>
      ) : (
        <>
          <h2 class="govuk-heading-l">{`${words.front.latest}: ${formatQuarter(latest.release.quarter, place.lang)}`}</h2>
          <AsAt place={place} of={latest} />
          <FigureLines place={place} of={latest} folder="latest/" />
          <p class="govuk-body">
            <a class="govuk-link" href={linkFrom(place, { page: "latest/" })}>
              {words.front.all}
            </a>
          </p>
          <Releases place={place} state={state} />
        </>
      )}
    </SitePage>
  )
}

const Releases: FC<{ place: Place; state: SiteState }> = ({ place, state }) => {
  const { lang } = place
  const words = messages[lang].front
  return (
    <>
      <h2 class="govuk-heading-l">{words.releases}</h2>
      <Table
        caption={words.releases}
        captionSize="hidden"
        rowHeaders
        columns={[
          { title: words.columns.release },
          { title: words.columns.published },
          { title: words.columns.asAt },
          { title: words.columns.why },
          { title: words.columns.files },
        ]}
        rows={state.releases.toReversed().map(({ release }) => {
          const name =
            release.revision === 0
              ? formatQuarter(release.quarter, lang)
              : words.revision(release.quarter, release.revision)
          return [
            <a class="govuk-link" href={linkFrom(place, { page: `${release.id}/` })}>
              {name}
            </a>,
            formatDay(release.publicationDay, lang),
            formatDay(release.asAt, lang),
            release.reason?.[lang] ?? "",
            <a class="govuk-link" href={linkFrom(place, { file: `${release.id}/figures.csv` })}>
              {words.csv(release.id)}
            </a>,
          ]
        })}
      />
    </>
  )
}
