import type { FC } from "hono/jsx"
import { type Choice, Choices } from "./choices.tsx"
import type { FieldsetProps } from "./fieldset.tsx"

/** A question with one answer. */
export interface RadiosProps extends FieldsetProps {
  choices: readonly Choice[]
  value?: string | undefined
  inline?: boolean
  small?: boolean
}

/** One answer of several; none is chosen beforehand. */
export const Radios: FC<RadiosProps> = ({ value, ...props }) => (
  <Choices {...props} kind="radio" chosen={value === undefined ? [] : [value]} />
)
