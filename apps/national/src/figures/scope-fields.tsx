import { addDays, type Day, day } from "@candour/domain/day.ts"
import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import { RangeFields } from "@candour/figures/range-fields.tsx"
import { changesOfBoundaries } from "@candour/routing/boundaries.ts"
import { type Force, isForce } from "@candour/routing/directory.ts"
import { lines } from "@candour/routing/lines.ts"
import { existsOn } from "@candour/routing/successor.ts"
import { Button } from "@candour/web/components/button.tsx"
import { Select } from "@candour/web/components/select.tsx"
import { formatDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { deskName } from "../desk-name.ts"
import { lineName } from "./lines.ts"
import { en } from "./messages.ts"
import type { TypedScope } from "./scope-form.ts"

/** The form that chooses the figures: it stays in the address, so that a page can be kept, sent and quoted. */
export const ScopeForm: FC<{
  /** The page that it chooses for; the figures' own unless told. */
  at?: string
  typed: TypedScope
  errors: Readonly<Record<string, string>>
  on: Day
  forces: readonly Force[]
}> = (props) => {
  const { at = "/", typed, errors, on, forces } = props
  const words = en.form
  return (
    <form method="get" action={at} class="candour-scope">
      <h2 class="govuk-visually-hidden">{words.heading}</h2>
      <RangeFields typed={typed} errors={errors} />
      <div class="candour-scope__choices">
        <Select
          name="line"
          label={words.line}
          size="s"
          value={typed.line}
          error={errors.line}
          options={[
            { value: "", label: words.allLines },
            ...lines.map(({ id, opened }) => ({
              value: id,
              label: words.lineOption(lineName(id), formatDay(opened, "en")),
            })),
          ]}
        />
        <Select
          name="force"
          label={words.force}
          size="s"
          value={typed.force}
          error={errors.force}
          options={[
            { value: "", label: words.allForces },
            ...desksToChoose(forces, on, typed.force).map((id) => ({ value: id, label: deskName(id) })),
          ]}
        />
        {at === "/" && (
          <Select
            name="boundaries"
            label={words.boundaries}
            hint={changesOfBoundaries(forces).length === 0 ? words.noMergers : undefined}
            size="s"
            value={typed.boundaries}
            error={errors.boundaries}
            options={[
              { value: "", label: words.boundariesThen },
              ...boundaryDays(forces, typed.boundaries).map((day) => ({ value: day, label: labelOf(day, forces) })),
            ]}
          />
        )}
      </div>
      <Button type="submit">{words.show}</Button>
    </form>
  )
}

/** A day of each map of forces that there was or will be, and the one chosen. */
function boundaryDays(forces: readonly Force[], chosen: string): Day[] {
  const changes = changesOfBoundaries(forces)
  const days = changes.flatMap((day, place) => (place === 0 ? [addDays(day, -1), day] : [day]))
  return [...new Set([...days, ...[day.safeParse(chosen).data ?? []].flat()])].sort()
}

/** `1 April 2030: Norfolk and Suffolk Police begins`. */
function labelOf(on: Day, forces: readonly Force[]): string {
  const begun = forces.filter(({ from, succeeds }) => from === on && succeeds?.length)
  return en.form.boundariesOf(
    formatDay(on, "en"),
    begun.map(({ id }) => deskName(id)),
  )
}

/** The forces of the day, the national desk, and the force chosen, even where it isn't one of the day. */
function desksToChoose(forces: readonly Force[], on: Day, chosen: string): string[] {
  const ids = [...forces.filter((force) => existsOn(force, on)).map((force) => force.id), NATIONAL_DESK]
  return isForce(chosen) && !ids.includes(chosen) ? [...ids, chosen] : ids
}
