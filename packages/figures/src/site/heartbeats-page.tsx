import { addDays } from "@candour/domain/day.ts"
import { Table } from "@candour/web/components/table.tsx"
import type { FC } from "hono/jsx"
import { idOf } from "../catalogue.ts"
import type { HeartbeatWeek } from "../release/heartbeat-weeks.ts"
import { Marks } from "./marks.tsx"
import { messages } from "./messages.ts"
import { print } from "./print.ts"
import { linkFrom, type Place, SitePage } from "./site-page.tsx"
import type { SiteState } from "./site-state.ts"

/** The band of every desk in one week, beside the contacts of the last quarter that was out by then. */
export const HeartbeatsPage: FC<{ place: Place; week: HeartbeatWeek | undefined; state: SiteState }> = (props) => {
  const { place, week, state } = props
  const { lang } = place
  const words = messages[lang].heartbeats
  const earlier = state.weeks.filter((each) => week && each.monday < week.monday)
  return (
    <SitePage place={place} title={week ? `${words.title}: ${words.week(week.monday)}` : words.title}>
      <h1 class="govuk-heading-xl">{words.title}</h1>
      <p class="govuk-body-l candour-prose">{words.what}</p>
      {week === undefined ? <p class="govuk-body">{words.none}</p> : <Week place={place} week={week} state={state} />}
      {earlier.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{words.earlier}</h2>
          <ul class="govuk-list">
            {earlier.map(({ monday }) => (
              <li>
                <a class="govuk-link" href={linkFrom(place, { page: `heartbeats/${monday}/` })}>
                  {words.week(monday)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </SitePage>
  )
}

const Week: FC<{ place: Place; week: HeartbeatWeek; state: SiteState }> = ({ place: { lang }, week, state }) => {
  const words = messages[lang].heartbeats
  const volume = state.releases.findLast(({ release }) => release.publicationDay <= week.monday)?.release
  const contactsOf = (force: string) =>
    volume === undefined || !volume.desks.includes(force)
      ? ""
      : print(volume.at({ measure: idOf("contacts"), force, period: volume.quarter }))
  const rows = Object.entries(week.bands)
    .map(([desk, band]) => ({ desk, name: state.names.desk(desk, lang), band }))
    .sort((one, other) => one.name.localeCompare(other.name, lang))
  return (
    <>
      <h2 class="govuk-heading-l">{words.week(week.monday)}</h2>
      <p class="govuk-body">{words.asAt(addDays(week.monday, -1))}</p>
      <p class="govuk-body candour-prose">{words.open}</p>
      {volume === undefined ? <p class="govuk-body">{words.noVolume}</p> : <Marks />}
      <Table
        caption={words.week(week.monday)}
        captionSize="hidden"
        rowHeaders
        blocks
        columns={[
          { title: words.columns.desk },
          { title: words.columns.band },
          ...(volume ? [{ title: words.volume(volume.quarter), numeric: true }] : []),
        ]}
        rows={rows.map(({ desk, name, band }) => [name, words.bands[band], ...(volume ? [contactsOf(desk)] : [])])}
      />
    </>
  )
}
