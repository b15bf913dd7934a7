import { type Figures, peopleConcerned } from "@candour/figures/figures.ts"
import { formatCount } from "@candour/web/format-count.ts"
import type { FC } from "hono/jsx"
import { FigureList } from "./figure-list.tsx"
import { en } from "./messages.ts"

/** The figures counted in contacts and in reports. */
export const CONTACT_FIGURES = [
  "contacts",
  "otherForces",
  "intelligenceReports",
  "abuseAndDiscrimination",
  "furtherInvestigation",
] as const

/** The figures counted per person concerned. */
export const PEOPLE_FIGURES = ["proven", "notProven", "notDetermined", "notYetDecided"] as const

/** How many contacts, and what they led to. */
export const ContactFigures: FC<{ figures: Figures }> = ({ figures }) => (
  <section>
    <h2 class="govuk-heading-l" id="contacts">
      {en.contacts.heading}
    </h2>
    <FigureList figures={CONTACT_FIGURES.map((key) => ({ ...en.contacts.rows[key], count: figures[key] }))} />
  </section>
)

/** What became of each person concerned: four figures that add up to all. */
export const PeopleFigures: FC<{ figures: Figures }> = ({ figures }) => {
  const { outcomes } = figures
  const sum = PEOPLE_FIGURES.map((key) => formatCount(outcomes[key])).join(" + ")
  return (
    <section>
      <h2 class="govuk-heading-l" id="people">
        {en.people.heading}
      </h2>
      <FigureList
        figures={[
          ...PEOPLE_FIGURES.map((key) => ({ ...en.people.rows[key], count: outcomes[key] })),
          { ...en.people.all, count: peopleConcerned(figures) },
        ]}
      />
      <p class="govuk-body">{`${sum} = ${formatCount(peopleConcerned(figures))}`}</p>
    </section>
  )
}
