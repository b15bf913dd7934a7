import type { Child, FC } from "hono/jsx"
import type { FoiRequest } from "./log.ts"
import { en } from "./messages.ts"

interface PackPageProps {
  request: FoiRequest
  pack: FoiRequest["packs"][number]
  letter: Child | null
}

/** An answer as it goes out, with its files; or that it is still being made, or why it can't be. */
export const PackPage: FC<PackPageProps> = ({ request, pack, letter }) => {
  const here = `/requests/${request.number}/packs/${pack.number}`
  const link = (href: string, words: string) => (
    <li>
      <a class="govuk-link" href={href}>
        {words}
      </a>
    </li>
  )
  return (
    <>
      <p class="govuk-body candour-not-printed">
        <a class="govuk-link" href={`/requests/${request.number}`}>
          {en.backToRequest}
        </a>
      </p>
      {letter ?? (
        <>
          <h1 class="govuk-heading-l">{request.reference}</h1>
          <p class="govuk-body candour-prose" role="status">
            {pack.problem === null ? en.packWaiting : en.packFailed(pack.problem)}
          </p>
          {pack.problem === null && (
            <p class="govuk-body">
              <a class="govuk-link" href={here}>
                {en.look}
              </a>
            </p>
          )}
        </>
      )}
      {letter && (
        <section class="candour-not-printed">
          <h2 class="govuk-heading-m">{en.files}</h2>
          <ul class="govuk-list">
            {link(`${here}.csv`, en.csv)}
            {link(`${here}.json`, en.json)}
            {link(here, en.inEnglish)}
            {link(`${here}?lang=cy`, en.inWelsh)}
            {link(`/requests/${request.number}/make`, en.packs.make)}
          </ul>
          <p class="govuk-hint">{en.print}</p>
        </section>
      )}
    </>
  )
}
