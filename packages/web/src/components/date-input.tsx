import type { FC } from "hono/jsx"
import { messages } from "../messages.ts"
import { useLanguage } from "../page-language.ts"
import type { FieldProps, LabelSize } from "./field.tsx"
import { Fieldset } from "./fieldset.tsx"

/** A day as typed: three boxes, each possibly wrong. */
export interface TypedDay {
  day?: string | undefined
  month?: string | undefined
  year?: string | undefined
}

/** A question for a day. Posts `NAME-day`, `NAME-month` and `NAME-year`. */
export interface DateInputProps extends FieldProps {
  legend: string
  size?: LabelSize
  value?: TypedDay | undefined
}

const PARTS = ["day", "month", "year"] as const

/** Three boxes for a day that people know. The first has the field's own id, for the error summary. */
export const DateInput: FC<DateInputProps> = ({ value = {}, ...question }) => {
  const words = messages[useLanguage()]
  return (
    <Fieldset {...question} role="group">
      <div class="govuk-date-input">
        {PARTS.map((part) => {
          const id = part === "day" ? question.name : `${question.name}-${part}`
          const width = part === "year" ? 4 : 2
          return (
            <div class="govuk-date-input__item">
              <div class="govuk-form-group">
                <label class="govuk-label govuk-date-input__label" for={id}>
                  {words[part]}
                </label>
                <input
                  class={`govuk-input govuk-date-input__input govuk-input--width-${width}${question.error ? " govuk-input--error" : ""}`}
                  id={id}
                  name={`${question.name}-${part}`}
                  type="text"
                  inputmode="numeric"
                  value={value[part]}
                  autocomplete="off"
                />
              </div>
            </div>
          )
        })}
      </div>
    </Fieldset>
  )
}
