import { dayOf } from "@candour/domain/day.ts"
import { Button } from "@candour/web/components/button.tsx"
import { DateInput } from "@candour/web/components/date-input.tsx"
import { Select } from "@candour/web/components/select.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import { Textarea } from "@candour/web/components/textarea.tsx"
import type { FC } from "hono/jsx"
import { londonTime } from "./entry-form.ts"
import type { Alarm, Coordinator } from "./list-alarms.ts"
import { en } from "./messages.ts"

/** What was typed into a form that is shown again. */
export type Typed = Readonly<Record<string, string | undefined>>

interface EntryFormProps {
  /** The alarm's address. */
  at: string
  typed: Typed
  errors: Readonly<Record<string, string>>
}

/** Notes a call; when it was is now, unless somebody says otherwise. */
export const RangForm: FC<EntryFormProps & { now: Date }> = ({ at, typed, errors, now }) => {
  const [year, month, day] = dayOf(now).split("-").map(Number).map(String)
  return (
    <form method="post" action={`${at}/call`}>
      <h2 class="govuk-heading-m">{en.rang.heading}</h2>
      <TextInput name="whom" label={en.rang.whom} hint={en.rang.whomHint} value={typed.whom} error={errors.whom} />
      <DateInput
        name="rang"
        legend={en.rang.day}
        value={{
          day: typed["rang-day"] ?? day,
          month: typed["rang-month"] ?? month,
          year: typed["rang-year"] ?? year,
        }}
        error={errors.rang}
      />
      <TextInput
        name="time"
        label={en.rang.time}
        hint={en.rang.timeHint}
        width={5}
        value={typed.time ?? londonTime(now)}
        error={errors.time}
      />
      <Textarea
        name="told"
        label={en.rang.told}
        hint={en.rang.toldHint}
        rows={3}
        value={typed.told}
        error={errors.told}
      />
      <Textarea
        name="said"
        label={en.rang.said}
        hint={en.rang.saidHint}
        rows={3}
        value={typed.said}
        error={errors.said}
      />
      <Button>{en.rang.save}</Button>
    </form>
  )
}

/** Notes what was done. */
export const DoneForm: FC<EntryFormProps> = ({ at, typed, errors }) => (
  <form method="post" action={`${at}/done`}>
    <h2 class="govuk-heading-m">{en.done.heading}</h2>
    <Textarea name="done" label={en.done.done} hint={en.done.hint} rows={3} value={typed.done} error={errors.done} />
    <Button kind="secondary">{en.done.save}</Button>
  </form>
)

/** Hands the alarm over to a colleague. */
export const HandOverForm: FC<
  Pick<EntryFormProps, "at" | "errors"> & { alarm: Alarm; colleagues: readonly Coordinator[] }
> = ({ at, errors, alarm, colleagues }) => (
  <form method="post" action={`${at}/hand-over`}>
    <h2 class="govuk-heading-m">{en.handOver.heading}</h2>
    {colleagues.length === 0 ? (
      <p class="govuk-body">{en.handOver.nobody}</p>
    ) : (
      <>
        <input type="hidden" name="seen" value={String(alarm.entries)} />
        <Select
          name="colleague"
          label={en.handOver.to}
          options={colleagues.map(({ person, name }) => ({ value: person, label: name }))}
          error={errors.colleague}
        />
        <Button kind="secondary">{en.handOver.save}</Button>
      </>
    )}
  </form>
)
