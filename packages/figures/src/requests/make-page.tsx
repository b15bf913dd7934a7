import type { Day } from "@candour/domain/day.ts"
import { Button } from "@candour/web/components/button.tsx"
import { DateInput } from "@candour/web/components/date-input.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { Radios } from "@candour/web/components/radios.tsx"
import { Select } from "@candour/web/components/select.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import type { FC } from "hono/jsx"
import { typedAsAt } from "../as-at-form.ts"
import { wordsOf } from "../definitions.ts"
import { en as asAtWords } from "../messages.ts"
import type { FoiRequest } from "./log.ts"
import { en } from "./messages.ts"
import { SECTIONS } from "./pack.ts"
import type { RequestPages } from "./pages.ts"
import { ASKED_FIGURES, GROUPS } from "./question.ts"
import type { Typed } from "./typed.ts"

interface MakeProps {
  app: RequestPages
  request: FoiRequest
  typed: Typed
  errors: Readonly<Record<string, string>>
  today: Day
  /** The desk whose app this is: it asks about itself alone. */
  own: string | undefined
}

const GRAINS = ["all", "year", "quarter", "month"] as const

/** The form that asks the figures. */
export const MakePage: FC<MakeProps> = ({ app, request, typed, errors, today, own }) => {
  const words = en.pack
  const { asAt, known } = typedAsAt(typed)
  return (
    <>
      <ErrorSummary errors={errors} />
      <p class="govuk-body">
        <a class="govuk-link" href={`/requests/${request.number}`}>
          {en.backToRequest}
        </a>
      </p>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <blockquote class="govuk-inset-text">{request.question}</blockquote>
      <p class="govuk-body candour-prose">{words.why}</p>
      <form method="post" action={`/requests/${request.number}/make`}>
        <Select
          name="figure"
          label={words.figure}
          value={typed.figure ?? "contacts"}
          error={errors.figure}
          options={ASKED_FIGURES.map((value) => ({ value, label: wordsOf(value).name }))}
        />
        {own === undefined && (
          <Select
            name="force"
            label={words.force}
            value={typed.force ?? ""}
            error={errors.force}
            options={[
              { value: "", label: words.allForces },
              ...app.desks(today).map((value) => ({ value, label: app.deskName(value, "en") })),
            ]}
          />
        )}
        <Select
          name="by"
          label={words.by}
          value={typed.by ?? "none"}
          error={errors.by}
          options={GROUPS.filter((value) => own === undefined || (value !== "force" && value !== "line")).map(
            (value) => ({
              value,
              label: en.groups[value],
            }),
          )}
        />
        <Select
          name="every"
          label={words.every}
          value={typed.every ?? "all"}
          error={errors.every}
          options={GRAINS.map((value) => ({ value, label: en.grains[value] }))}
        />
        <TextInput
          name="from"
          label={words.from}
          hint={words.monthHint}
          width={10}
          value={typed.from}
          error={errors.from}
        />
        <TextInput name="to" label={words.to} width={10} value={typed.to} error={errors.to} />
        <DateInput name="asAt" legend={words.asAt} size="s" hint={words.asAtHint} value={asAt} error={errors.asAt} />
        <Radios
          name="known"
          legend={asAtWords.form.known}
          size="s"
          small
          value={known}
          error={errors.known}
          choices={asAtWords.form.knownChoices}
        />
        <Radios
          name="answer"
          legend={words.answer}
          size="s"
          small
          value={typed.answer ?? "counts"}
          error={errors.answer}
          choices={en.answers}
        />
        <Select
          name="section"
          label={words.section}
          value={typed.section ?? "s40"}
          error={errors.section}
          options={SECTIONS.map((value) => ({ value, label: en.sections[value] }))}
        />
        <Button>{words.button}</Button>
      </form>
    </>
  )
}
