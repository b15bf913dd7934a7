import type { FC, PropsWithChildren } from "hono/jsx"
import { describedBy, type FieldProps, FormGroup, HintAndError, type LabelSize } from "./field.tsx"

/** A question whose answer has several controls. */
export interface FieldsetProps extends FieldProps {
  legend: string
  size?: LabelSize
  /** The legend is the page's h1. */
  heading?: boolean
  /** `group` for text inputs, which JAWS otherwise doesn't describe (GOV.UK, date input). */
  role?: "group"
}

/** Groups the controls of one question under its legend, hint and error. */
export const Fieldset: FC<PropsWithChildren<FieldsetProps>> = (props) => (
  <FormGroup error={props.error}>
    <fieldset class="govuk-fieldset" aria-describedby={describedBy(props)} role={props.role}>
      <legend class={`govuk-fieldset__legend${props.size ? ` govuk-fieldset__legend--${props.size}` : ""}`}>
        {props.heading ? <h1 class="govuk-fieldset__heading">{props.legend}</h1> : props.legend}
      </legend>
      <HintAndError name={props.name} hint={props.hint} error={props.error} />
      {props.children}
    </fieldset>
  </FormGroup>
)
