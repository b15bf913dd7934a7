import type { FC } from "hono/jsx"
import { type Choice, Choices } from "./choices.tsx"
import type { FieldsetProps } from "./fieldset.tsx"

/** A question with any number of answers. */
export interface CheckboxesProps extends FieldsetProps {
  choices: readonly Choice[]
  values?: readonly string[] | undefined
  small?: boolean
}

/** Any number of answers, posted under one name. */
export const Checkboxes: FC<CheckboxesProps> = ({ values = [], ...props }) => (
  <Choices {...props} kind="checkbox" chosen={values} />
)
