import { DateInput } from "@candour/web/components/date-input.tsx"
import { Radios } from "@candour/web/components/radios.tsx"
import type { FC } from "hono/jsx"
import type { TypedRange } from "./as-at-form.ts"
import { en } from "./messages.ts"

/** The fields of a form that asks for figures: as at which day, known then or now, and of which days. */
export const RangeFields: FC<{ typed: TypedRange; errors: Readonly<Record<string, string>> }> = ({ typed, errors }) => {
  const words = en.form
  return (
    <>
      <DateInput
        name="asAt"
        legend={words.asAt}
        size="s"
        hint={words.asAtHint}
        value={typed.asAt}
        error={errors.asAt}
      />
      <Radios
        name="known"
        legend={words.known}
        size="s"
        small
        value={typed.known}
        error={errors.known}
        choices={words.knownChoices}
      />
      <div class="candour-scope__range">
        <DateInput
          name="from"
          legend={words.from}
          size="s"
          hint={words.fromHint}
          value={typed.from}
          error={errors.from}
        />
        <DateInput name="to" legend={words.to} size="s" hint={words.toHint} value={typed.to} error={errors.to} />
      </div>
    </>
  )
}
