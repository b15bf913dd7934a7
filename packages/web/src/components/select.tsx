import type { FC } from "hono/jsx"
import { describedBy, type FieldProps, FormGroup, HintAndError, Label, type LabelSize } from "./field.tsx"

/** One answer out of a list too long for radios. */
export interface SelectProps extends FieldProps {
  label: string
  size?: LabelSize
  options: readonly { value: string; label: string }[]
  value?: string | undefined
}

/** A drop-down list: for staff filters; the public gets radios. */
export const Select: FC<SelectProps> = (props) => (
  <FormGroup error={props.error}>
    <Label for={props.name} size={props.size}>
      {props.label}
    </Label>
    <HintAndError name={props.name} hint={props.hint} error={props.error} />
    <select
      class={`govuk-select${props.error ? " govuk-select--error" : ""}`}
      id={props.name}
      name={props.name}
      aria-describedby={describedBy(props)}
      autocomplete="off"
    >
      {props.options.map(({ value, label }) => (
        <option value={value} selected={value === props.value}>
          {label}
        </option>
      ))}
    </select>
  </FormGroup>
)
