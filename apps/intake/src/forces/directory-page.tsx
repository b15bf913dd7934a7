import type { Language } from "@candour/domain/contact.ts"
import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { coveredOn } from "@candour/routing/covers.ts"
import { forceName } from "@candour/routing/directory.ts"
import type { Directory } from "@candour/routing/directory-shape.ts"
import { cameBefore, facts } from "@candour/routing/facts.ts"
import { forcesByRegion } from "@candour/routing/regions.ts"
import type { FC } from "hono/jsx"
import { ForceEntry } from "./force-entry.tsx"
import { ForcesPage } from "./forces-page.tsx"
import { messages } from "./messages.ts"
import { Changes, Sources } from "./sources.tsx"
import { TryBox } from "./try-box.tsx"
import { HandledElsewhere, WhoTakesReports } from "./who-takes-reports.tsx"

/** What the page of the directory shows. */
export interface DirectoryPageProps {
  lang: Language
  on: Day
  directory: Pick<Directory, "forces" | "elsewhere" | "places">
  /** The desks that are open. */
  open: ReadonlySet<Tenant>
  /** The month of the ONS Postcode Directory, where it was imported. */
  postcodes?: { month: string } | undefined
}

/** A region's anchor: some regions are called as a force is. */
const anchorOf = (region: string) => `in-${region}`

/** The whole directory: every force by region, who takes reports about whom, and where the facts come from. */
export const DirectoryPage: FC<DirectoryPageProps> = ({ lang, on, directory, open, postcodes }) => {
  const words = messages[lang]
  const covered = coveredOn(on, directory, facts.areas)
  const regions = forcesByRegion(on).map((region) => ({
    ...region,
    forces: region.forces.sort((one, other) =>
      forceName(one.id, lang, on).localeCompare(forceName(other.id, lang, on), lang),
    ),
  }))
  const sections = [
    ...regions.map(({ id, name }) => ({ id: anchorOf(id), heading: name[lang] })),
    { id: "who", heading: words.who.heading },
    { id: "elsewhere", heading: words.elsewhere.heading },
    { id: "changes", heading: words.changes.heading },
    { id: "sources", heading: words.sources.heading },
  ]
  return (
    <ForcesPage lang={lang} path="/forces">
      <h1 class="govuk-heading-xl">{words.heading}</h1>
      <p class="govuk-body-l">{words.intro}</p>
      <TryBox lang={lang} />
      <nav aria-label={words.onThisPage}>
        <ul class="govuk-list">
          {sections.map(({ id, heading }) => (
            <li>
              <a class="govuk-link" href={`#${id}`}>
                {heading}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {regions.map(({ id, name, forces }) => (
        <section class="candour-part">
          <h2 class="govuk-heading-l" id={anchorOf(id)}>
            {name[lang]}
          </h2>
          {forces.map((force) => (
            <ForceEntry
              lang={lang}
              on={on}
              force={force}
              covered={covered.get(force.id)}
              before={cameBefore(force, directory.forces)}
              after={directory.forces.filter(({ succeeds }) => succeeds?.includes(force.id)).map(({ id }) => id)}
              open={open.has(force.id)}
            />
          ))}
        </section>
      ))}
      <WhoTakesReports lang={lang} />
      <HandledElsewhere lang={lang} bodies={directory.elsewhere} />
      <Changes lang={lang} changes={facts.changes} toCome={directory.forces.filter(({ from }) => from && from > on)} />
      <Sources lang={lang} sources={facts.sources} postcodes={postcodes} places={directory.places.length} />
    </ForcesPage>
  )
}
