import { catalogue, type FigureName, figureNames, PEOPLE_FIGURES } from "@candour/figures/catalogue.ts"
import { unitWords, wordsOf } from "@candour/figures/definitions.ts"
import type { Figures } from "@candour/figures/figures.ts"
import { formatCount } from "@candour/web/format-count.ts"
import type { FC } from "hono/jsx"
import { FigureList } from "./figure-list.tsx"
import { en } from "./messages.ts"

const isOfPeople = (name: FigureName) => catalogue[name].unit === "people-concerned"

const defined = (names: readonly FigureName[], figures: Figures) =>
  names.map((name) => ({ ...wordsOf(name), unit: unitWords.en[catalogue[name].unit], count: figures[name] }))

/** How many contacts, and what they led to. */
export const ContactFigures: FC<{ figures: Figures }> = ({ figures }) => (
  <section>
    <h2 class="govuk-heading-l" id="contacts">
      {en.contacts.heading}
    </h2>
    <FigureList
      figures={defined(
        figureNames.filter((name) => !isOfPeople(name)),
        figures,
      )}
    />
  </section>
)

/** What became of each person concerned: four figures that add up to all. */
export const PeopleFigures: FC<{ figures: Figures }> = ({ figures }) => (
  <section>
    <h2 class="govuk-heading-l" id="people">
      {en.people.heading}
    </h2>
    <FigureList figures={defined(figureNames.filter(isOfPeople), figures)} />
    <p class="govuk-body">
      {`${PEOPLE_FIGURES.map((name) => formatCount(figures[name])).join(" + ")} = ${formatCount(figures.peopleConcerned)}`}
    </p>
  </section>
)
