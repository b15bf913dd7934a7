import type { FC, PropsWithChildren } from "hono/jsx"
import { messages } from "../messages.ts"
import { useLanguage } from "../page-language.ts"

/** Words set apart by a line at their side. */
export const InsetText: FC<PropsWithChildren> = ({ children }) => <div class="govuk-inset-text">{children}</div>

/** Words nobody may miss, with a sign that screen readers say as "Warning". */
export const WarningText: FC<PropsWithChildren> = ({ children }) => (
  <div class="govuk-warning-text">
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{messages[useLanguage()].warning}</span> {children}
    </strong>
  </div>
)

/** Words that open when asked for. */
export const Details: FC<PropsWithChildren<{ summary: string; open?: boolean; id?: string }>> = (props) => (
  <details class="govuk-details" open={props.open} id={props.id}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{props.summary}</span>
    </summary>
    <div class="govuk-details__text">{props.children}</div>
  </details>
)

/** A state in one or two words; the colour never says more than the word. */
export const Tag: FC<PropsWithChildren<{ colour?: "grey" | "green" | "red" | "yellow" | "orange" | "purple" }>> = (
  props,
) => <strong class={`govuk-tag${props.colour ? ` govuk-tag--${props.colour}` : ""}`}>{props.children}</strong>
