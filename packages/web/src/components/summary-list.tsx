import type { Child, FC } from "hono/jsx"

/** Facts about one thing, each with its name. */
export interface SummaryListProps {
  rows: readonly { key: string; value: Child }[]
  /** Without the lines between rows. */
  plain?: boolean
}

/** Names at the left, values at the right; stacked on a narrow screen. */
export const SummaryList: FC<SummaryListProps> = ({ rows, plain }) => (
  <dl class={`govuk-summary-list${plain ? " govuk-summary-list--no-border" : ""}`}>
    {rows.map(({ key, value }) => (
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">{key}</dt>
        <dd class="govuk-summary-list__value">{value}</dd>
      </div>
    ))}
  </dl>
)
