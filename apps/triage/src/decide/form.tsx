import { Button } from "@candour/web/components/button.tsx"
import { Select } from "@candour/web/components/select.tsx"
import { Textarea } from "@candour/web/components/textarea.tsx"
import type { FC, PropsWithChildren } from "hono/jsx"
import type { DecidedKind, FormKind } from "./decided-kind.ts"
import { fieldName } from "./form-names.ts"
import { en } from "./messages.ts"

/** One decision's form, folded until it is chosen. */
export interface DecisionProps {
  kind: FormKind
  title: string
  button: string
  /** The number that the decision is about: of a draft, a person concerned. */
  target?: number
  open?: boolean
  /** Needs nothing sealed, so it may be decided before the report is opened. */
  unsealed?: boolean
  warning?: boolean
}

/** The form of a decision. The page's script reads, seals, signs and sends it: nothing typed is posted as it is. */
export const Decision: FC<PropsWithChildren<DecisionProps>> = (props) => {
  const { kind, target, title, button, open, unsealed, warning, children } = props
  const id = fieldName(kind, target, "form")
  return (
    <details class="candour-decision" id={id} open={open} data-needs-open={unsealed ? undefined : ""}>
      <summary class="candour-decision__title">
        <h3 class="govuk-heading-s">{title}</h3>
      </summary>
      <form class="candour-decision__form" method="dialog" data-decision={kind} data-target={target}>
        <div data-problem role="alert" />
        {children}
        <Button kind={warning ? "warning" : undefined}>{button}</Button>
      </form>
    </details>
  )
}

/** A press that records one event: nothing is asked, so nothing is folded. */
export const OnePress: FC<{ kind: DecidedKind; target?: number; button: string; unsealed?: boolean }> = (props) => (
  <form
    id={fieldName(props.kind, props.target, "form")}
    method="dialog"
    data-decision={props.kind}
    data-target={props.target}
    data-needs-open={props.unsealed ? undefined : ""}
  >
    <div data-problem role="alert" />
    <Button kind="secondary">{props.button}</Button>
  </form>
)

/** A choice out of many, with nothing chosen beforehand. */
export const ChooseOne: FC<{
  name: string
  label: string
  hint?: string
  options: readonly (readonly [value: string, label: string])[]
  value?: string | undefined
}> = ({ options, ...props }) => (
  <Select
    {...props}
    options={[{ value: "", label: en.choose }, ...options.map(([value, label]) => ({ value, label }))]}
  />
)

/** Words that are sealed before they leave the browser. */
export const SealedWords: FC<{ kind: string; target?: number; label?: string; hint?: string; rows?: number }> = (
  props,
) => (
  <Textarea
    name={fieldName(props.kind, props.target, "words")}
    label={props.label ?? en.reason}
    hint={props.hint ?? en.sealed}
    rows={props.rows ?? 3}
  />
)

/** Forms that belong together, under one heading; nothing where there is none. */
export const Group: FC<PropsWithChildren<{ title: string; id: string }>> = ({ title, id, children }) => (
  <div class="candour-forms">
    <h2 class="govuk-heading-m" id={id}>
      {title}
    </h2>
    {children}
  </div>
)
