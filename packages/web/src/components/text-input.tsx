import type { FC } from "hono/jsx"
import { describedBy, type FieldProps, FormGroup, HintAndError, Label, type LabelSize, UNREMEMBERED } from "./field.tsx"

/** A line of text. */
export interface TextInputProps extends FieldProps {
  label: string
  size?: LabelSize
  heading?: boolean
  value?: string | undefined
  type?: "text" | "password" | "email" | "search" | "date"
  inputmode?: "numeric" | "text" | "email"
  /** Width in characters. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  /** Names the value for the browser to fill in; by default nothing is remembered. */
  autocomplete?: string
  /** Digits and codes: wider spaced. */
  code?: boolean
  required?: boolean
}

/** One line of text, not remembered by the browser unless `autocomplete` says so. */
export const TextInput: FC<TextInputProps> = (props) => (
  <FormGroup error={props.error}>
    <Label for={props.name} size={props.size} heading={props.heading}>
      {props.label}
    </Label>
    <HintAndError name={props.name} hint={props.hint} error={props.error} />
    <input
      class={[
        "govuk-input",
        props.width && `govuk-input--width-${props.width}`,
        props.code && "govuk-input--extra-letter-spacing",
        props.error && "govuk-input--error",
      ]
        .filter(Boolean)
        .join(" ")}
      id={props.name}
      name={props.name}
      type={props.type ?? "text"}
      inputmode={props.inputmode}
      value={props.value}
      aria-describedby={describedBy(props)}
      required={props.required}
      {...UNREMEMBERED}
      {...(props.autocomplete && { autocomplete: props.autocomplete })}
    />
  </FormGroup>
)
