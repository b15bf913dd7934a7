import type { FC } from "hono/jsx"
import { Hint } from "./field.tsx"
import { Fieldset, type FieldsetProps } from "./fieldset.tsx"

/** One answer a person can choose. */
export interface Choice {
  value: string
  label: string
  hint?: string
}

interface ChoicesProps extends FieldsetProps {
  choices: readonly Choice[]
  /** The answers chosen so far. */
  chosen: readonly string[]
  kind: "radio" | "checkbox"
  inline?: boolean
  small?: boolean
}

/** The first control has the field's own id, so that the error summary can link to it. */
const idOf = (name: string, index: number) => (index === 0 ? name : `${name}-${index + 1}`)

/** Radios and checkboxes: the same markup but for the control. Pages use those two. */
export const Choices: FC<ChoicesProps> = ({ choices, chosen, kind, inline, small, ...question }) => {
  const block = kind === "radio" ? "govuk-radios" : "govuk-checkboxes"
  return (
    <Fieldset {...question}>
      <div class={`${block}${inline ? ` ${block}--inline` : ""}${small ? ` ${block}--small` : ""}`}>
        {choices.map(({ value, label, hint }, index) => {
          const id = idOf(question.name, index)
          return (
            <div class={`${block}__item`}>
              <input
                class={`${block}__input`}
                id={id}
                name={question.name}
                type={kind}
                value={value}
                checked={chosen.includes(value)}
                aria-describedby={hint && `${id}-item-hint`}
                autocomplete="off"
              />
              <label class={`govuk-label ${block}__label`} for={id}>
                {label}
              </label>
              {hint && (
                <Hint id={`${id}-item-hint`} class={`${block}__hint`}>
                  {hint}
                </Hint>
              )}
            </div>
          )
        })}
      </div>
    </Fieldset>
  )
}
