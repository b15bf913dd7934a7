import type { FC } from "hono/jsx"
import { messages } from "./messages.ts"
import { linkFrom, type Place, SitePage } from "./site-page.tsx"

/** Where the data are, for whoever works with them. */
export const DataPage: FC<{ place: Place; hasRelease: boolean }> = ({ place, hasRelease }) => {
  const { data, files } = messages[place.lang]
  const listed = [
    ["openapi.json", data.openapi],
    ["releases.json", data.releases],
    ["heartbeats/weeks.json", data.heartbeats],
    ...(hasRelease
      ? [
          ["latest/figures.csv", files.csv],
          ["latest/figures.json", files.json],
          ["latest/figures.csv-metadata.json", files.metadata],
          ["latest/contacts.json", files.one],
        ]
      : []),
  ]
  return (
    <SitePage place={place} title={data.title}>
      <h1 class="govuk-heading-xl">{data.title}</h1>
      <p class="govuk-body-l candour-prose">{data.what}</p>
      <ul class="govuk-list govuk-list--spaced">
        {listed.map(([file = "", what]) => (
          <li>
            <a class="govuk-link" href={linkFrom(place, { file })}>
              {file}
            </a>
            <br />
            {what}
          </li>
        ))}
      </ul>
      <p class="govuk-body candour-prose">{data.licence}</p>
    </SitePage>
  )
}
