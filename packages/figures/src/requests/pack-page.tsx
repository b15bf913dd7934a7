import type { Child, FC, PropsWithChildren } from "hono/jsx"
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
  return (
    <>
      <Back request={request} />
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
        <TakeAway
          links={[
            [`${here}.csv`, en.csv],
            [`${here}.json`, en.json],
            [here, en.inEnglish],
            [`${here}?lang=cy`, en.inWelsh],
            [`/requests/${request.number}/make`, en.packs.make],
          ]}
        />
      )}
    </>
  )
}

/** Every answer to a request as one letter. */
export const LetterPage: FC<PropsWithChildren<Pick<PackPageProps, "request">>> = ({ request, children }) => {
  const here = `/requests/${request.number}/letter`
  return (
    <>
      <Back request={request} />
      {children}
      <TakeAway
        links={[
          [here, en.inEnglish],
          [`${here}?lang=cy`, en.inWelsh],
        ]}
      />
    </>
  )
}

const Back: FC<Pick<PackPageProps, "request">> = ({ request }) => (
  <p class="govuk-body candour-not-printed">
    <a class="govuk-link" href={`/requests/${request.number}`}>
      {en.backToRequest}
    </a>
  </p>
)

const TakeAway: FC<{ links: readonly (readonly [href: string, words: string])[] }> = ({ links }) => (
  <section class="candour-not-printed">
    <h2 class="govuk-heading-m">{en.files}</h2>
    <ul class="govuk-list">
      {links.map(([href, words]) => (
        <li>
          <a class="govuk-link" href={href}>
            {words}
          </a>
        </li>
      ))}
    </ul>
    <p class="govuk-hint">{en.print}</p>
  </section>
)
