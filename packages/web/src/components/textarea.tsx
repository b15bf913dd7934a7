import type { FC } from "hono/jsx"
import { describedBy, type FieldProps, FormGroup, HintAndError, Label, type LabelSize, UNREMEMBERED } from "./field.tsx"

/** Several lines of text. */
export interface TextareaProps extends FieldProps {
  label: string
  size?: LabelSize
  heading?: boolean
  value?: string | undefined
  /** Height in lines before it scrolls. */
  rows?: number
}

/** Several lines of text, never remembered by the browser and never sent to a spelling service. */
export const Textarea: FC<TextareaProps> = (props) => (
  <FormGroup error={props.error}>
    <Label for={props.name} size={props.size} heading={props.heading}>
      {props.label}
    </Label>
    <HintAndError name={props.name} hint={props.hint} error={props.error} />
    {/* A browser drops the first line break inside a textarea, so one of ours keeps the reporter's own. */}
    <textarea
      class={`govuk-textarea${props.error ? " govuk-textarea--error" : ""}`}
      id={props.name}
      name={props.name}
      rows={props.rows ?? 5}
      aria-describedby={describedBy(props)}
      {...UNREMEMBERED}
    >
      {`\n${props.value ?? ""}`}
    </textarea>
  </FormGroup>
)
