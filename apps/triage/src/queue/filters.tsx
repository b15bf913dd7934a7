import { category } from "@candour/domain/category.ts"
import type { Day } from "@candour/domain/day.ts"
import { Button } from "@candour/web/components/button.tsx"
import { Select } from "@candour/web/components/select.tsx"
import { formatShortDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { en as words } from "../messages.ts"
import { en } from "./messages.ts"
import {
  type Asked,
  addressOf,
  dangerFilter,
  FILTERS,
  type FilterName,
  type Filters,
  filtersOf,
  NOBODY,
  openStage,
  without,
} from "./view.ts"

type Names = ReadonlyMap<string, string>
const { filters: said } = en

/** What a filter lets through, in words. */
function valueWords(name: FilterName, filters: Filters, names: Names): string {
  switch (name) {
    case "category":
      return filters.category ? words.categories[filters.category] : ""
    case "stage":
      return filters.stage ? words.stages[filters.stage] : ""
    case "danger":
      return filters.danger ? said.dangers[filters.danger] : ""
    case "holder":
      return filters.holder === NOBODY ? said.nobody : (names.get(filters.holder ?? "") ?? words.unknownPerson)
    case "from":
    case "to":
      return filters[name] ? formatShortDay(filters[name], "en") : ""
  }
}

const ChoiceOf: FC<{
  name: FilterName
  value: string | undefined
  options: readonly (readonly [value: string, label: string])[]
}> = ({ name, value, options }) => (
  <Select
    name={name}
    label={said.names[name]}
    value={value ?? ""}
    options={[{ value: "", label: said.any }, ...options.map(([each, label]) => ({ value: each, label }))]}
  />
)

const DayOf: FC<{ name: "from" | "to"; value: Day | undefined }> = ({ name, value }) => (
  <div class="govuk-form-group">
    <label class="govuk-label" for={name}>
      {said.names[name]}
    </label>
    <input class="govuk-input" type="date" id={name} name={name} value={value} autocomplete="off" />
  </div>
)

/** What narrows a view: a form whose answers are the address, and those that are set, each to be taken off again. */
export const FilterForm: FC<{ asked: Asked; names: Names }> = ({ asked, names }) => {
  const there = filtersOf(asked.view)
  if (there.length === 0) return null
  const { filters } = asked
  const set = FILTERS.filter((name) => filters[name] !== undefined)
  return (
    <>
      {set.length > 0 && (
        <section aria-label={said.chosen}>
          <ul class="candour-filters">
            {set.map((name) => (
              <li>
                <a class="govuk-link candour-filter" href={addressOf(without(asked, name))}>
                  <span class="govuk-visually-hidden">{said.removeAside}</span>
                  {said.remove(said.names[name], valueWords(name, filters, names))}
                  <span aria-hidden="true"> ✕</span>
                </a>
              </li>
            ))}
            <li>
              <a class="govuk-link" href={addressOf({ view: asked.view, filters: {} })}>
                {said.all}
              </a>
            </li>
          </ul>
        </section>
      )}
      <details class="govuk-details candour-narrow" id="filters">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{said.open}</span>
        </summary>
        <form class="candour-narrow__form" method="get" action="/queue">
          <input type="hidden" name="view" value={asked.view} />
          <ChoiceOf
            name="category"
            value={filters.category}
            options={category.options.map((each) => [each, words.categories[each]])}
          />
          {there.includes("stage") && (
            <ChoiceOf
              name="stage"
              value={filters.stage}
              options={openStage.options.map((each) => [each, words.stages[each]])}
            />
          )}
          {there.includes("holder") && (
            <ChoiceOf
              name="holder"
              value={filters.holder}
              options={[
                [NOBODY, said.nobody],
                ...[...names].toSorted(([, one], [, other]) => one.localeCompare(other)),
              ]}
            />
          )}
          <ChoiceOf
            name="danger"
            value={filters.danger}
            options={dangerFilter.options.map((each) => [each, said.dangers[each]])}
          />
          <DayOf name="from" value={filters.from} />
          <DayOf name="to" value={filters.to} />
          <Button kind="secondary">{said.apply}</Button>
        </form>
      </details>
    </>
  )
}
