import type { FC } from "hono/jsx"
import { describedBy, type FieldProps, FormGroup, HintAndError, Label, type LabelSize } from "./field.tsx"

interface SelectOption {
  value: string
  label: string
}

/** One answer out of a list too long for radios. */
export interface SelectProps extends FieldProps {
  label: string
  size?: LabelSize
  /** Options, or groups of them under a label. */
  options: readonly (SelectOption | { label: string; options: readonly SelectOption[] })[]
  value?: string | undefined
}

/** A drop-down list: for staff filters, and where the public would get too many radios. */
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
      {props.options.map((option) =>
        "options" in option ? (
          <optgroup label={option.label}>
            {option.options.map((each) => (
              <Option {...each} chosen={props.value} />
            ))}
          </optgroup>
        ) : (
          <Option {...option} chosen={props.value} />
        ),
      )}
    </select>
  </FormGroup>
)

const Option: FC<SelectOption & { chosen: string | undefined }> = ({ value, label, chosen }) => (
  <option value={value} selected={value === chosen}>
    {label}
  </option>
)
