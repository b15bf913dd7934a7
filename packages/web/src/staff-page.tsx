import type { FC, PropsWithChildren } from "hono/jsx"
import { messages } from "./messages.ts"
import { Page, type PageLink, type PageProps } from "./page.tsx"

/** A page for staff. */
export interface StaffPageProps extends Omit<PageProps, "navigation"> {
  /** The service's name beside its pages: `Kent Police`, `Figures`. */
  service: string
  /** The pages of the service; the one that is `current` is marked. */
  pages?: readonly (PageLink & { current?: boolean })[]
  /** Who is signed in; nobody on the sign-in page. */
  person?: string | undefined
  /** The page of their own sessions. */
  sessions?: string
  /** Where sign-out posts to. */
  signOut?: string
}

/** The shell of the staff's pages: the service, its pages, who is signed in and the way out. */
export const StaffPage: FC<PropsWithChildren<StaffPageProps>> = (props) => {
  const { service, pages = [], person, sessions = "/sessions", signOut = "/sign-out", children, ...page } = props
  const words = messages[page.lang ?? "en"]
  return (
    <Page
      home="/"
      {...page}
      navigation={
        <section class="govuk-service-navigation" aria-label={words.navigation}>
          <div class="govuk-width-container">
            <div class="govuk-service-navigation__container">
              <span class="govuk-service-navigation__service-name">
                <span class="govuk-service-navigation__text">{service}</span>
              </span>
              {pages.length > 0 && (
                <nav class="govuk-service-navigation__wrapper" aria-label={words.pages}>
                  <ul class="govuk-service-navigation__list">
                    {pages.map(({ href, label, current }) => (
                      <li
                        class={`govuk-service-navigation__item${current ? " govuk-service-navigation__item--active" : ""}`}
                      >
                        <a
                          class="govuk-service-navigation__link"
                          href={href}
                          aria-current={current ? "page" : undefined}
                        >
                          {label}
                        </a>
                      </li>
                    ))}
                  </ul>
                </nav>
              )}
              {person && (
                <form class="candour-signed-in" method="post" action={signOut}>
                  <span class="candour-signed-in__person">
                    <span class="govuk-visually-hidden">{words.signedIn}: </span>
                    {person}
                  </span>
                  <a class="govuk-link govuk-link--no-visited-state" href={sessions}>
                    {words.signIns}
                  </a>
                  <button class="candour-link-button" type="submit" id="sign-out">
                    {words.signOut}
                  </button>
                </form>
              )}
            </div>
          </div>
        </section>
      }
    >
      {children}
    </Page>
  )
}
