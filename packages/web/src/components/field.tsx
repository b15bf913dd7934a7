import type { FC, PropsWithChildren } from "hono/jsx"
import { messages } from "../messages.ts"
import { useLanguage } from "../page-language.ts"

/** What every question has, whatever its control. */
export interface FieldProps {
  /** The field's name in the form, and its id, so that the error summary can link to it. */
  name: string
  hint?: string
  /** The error in words; none where the answer is fine. */
  error?: string | undefined
}

/** How big a label or legend is: a page's only question is its heading. */
export type LabelSize = "s" | "m" | "l" | "xl"

/** The ids of a field's hint and error, for `aria-describedby`; nothing where it has neither. */
export const describedBy = ({ name, hint, error }: FieldProps): string | undefined =>
  [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ") || undefined

/**
 * Keeps what is typed out of the browser's suggestions and away from spelling services: on a shared phone a name
 * would come back (pages §2.3).
 */
export const UNREMEMBERED = { autocomplete: "off", spellcheck: false, writingsuggestions: "false" } as const

/** The hint of a field, tied to it by {@link describedBy}. */
export const Hint: FC<PropsWithChildren<{ id: string; class?: string }>> = ({ id, class: more, children }) => (
  <div id={id} class={`govuk-hint${more ? ` ${more}` : ""}`}>
    {children}
  </div>
)

/** The error of a field, tied to it by {@link describedBy}. */
export const ErrorMessage: FC<PropsWithChildren<{ id: string }>> = ({ id, children }) => (
  <p id={id} class="govuk-error-message">
    <span class="govuk-visually-hidden">{messages[useLanguage()].error}</span> {children}
  </p>
)

/** Hint and error of a field, in the order they are read. */
export const HintAndError: FC<FieldProps> = ({ name, hint, error }) => (
  <>
    {hint && <Hint id={`${name}-hint`}>{hint}</Hint>}
    {error && <ErrorMessage id={`${name}-error`}>{error}</ErrorMessage>}
  </>
)

/** The box around one question, marked where its answer has an error. */
export const FormGroup: FC<PropsWithChildren<{ error?: string | undefined }>> = ({ error, children }) => (
  <div class={`govuk-form-group${error ? " govuk-form-group--error" : ""}`}>{children}</div>
)

/** The label of one control; `heading` makes it the page's h1. */
export const Label: FC<PropsWithChildren<{ for: string; size?: LabelSize; heading?: boolean }>> = (props) => {
  const label = (
    <label class={`govuk-label${props.size ? ` govuk-label--${props.size}` : ""}`} for={props.for}>
      {props.children}
    </label>
  )
  return props.heading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
